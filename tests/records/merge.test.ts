import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '#records/json.ts';
import { foldBook, type IdentifiedEdit } from '#records/merge.ts';
import { contentOf, forged, history } from './replicas.ts';

const name = 'centre/name';

function edit(id: string, value: JsonValue, replaces: string[] = [], path = name): IdentifiedEdit {
  return { id, body: { v: 1, path, value, replaces, at: `at ${id}`, by: `by ${id}` } };
}

/** The values that a screen would show for the name, each with the edits that say it. */
function heads(...edits: IdentifiedEdit[]): [JsonValue, readonly string[]][] {
  return (foldBook(edits).field(name)?.heads ?? []).map((head) => [head.value, head.ids]);
}

describe('a field of the book', () => {
  test('is undefined until somebody writes it', () => {
    const book = foldBook([edit('1', 'Solrosen', [], 'goals/a/title')]);
    expect(book.field(name)).toBeUndefined();
    expect(book.value(name)).toBeUndefined();
    expect(book.contested).toEqual([]);
  });

  test('has the last value of one writer', () => {
    expect(
      heads(edit('1', 'Sol'), edit('2', 'Solros', ['1']), edit('3', 'Solrosen', ['2'])),
    ).toEqual([['Solrosen', ['3']]]);
  });

  test('has two heads when two wrote without knowing of each other', () => {
    const edits = [edit('1', 'Sol'), edit('2', 'Solrosen', ['1']), edit('3', 'Måsen', ['1'])];
    expect(heads(...edits)).toEqual([
      ['Solrosen', ['2']],
      ['Måsen', ['3']],
    ]);
    expect(foldBook(edits).contested).toEqual([name]);
  });

  test('has two heads when two wrote the first value each', () => {
    expect(heads(edit('1', 'Solrosen'), edit('2', 'Måsen'))).toHaveLength(2);
  });

  test('has one head again when a tap settles it', () => {
    const edits = [
      edit('1', 'Sol'),
      edit('2', 'Solrosen', ['1']),
      edit('3', 'Måsen', ['1']),
      edit('4', 'Måsen', ['2', '3']),
    ];
    expect(heads(...edits)).toEqual([['Måsen', ['4']]]);
    expect(foldBook(edits).contested).toEqual([]);
  });

  test('stays contested when two settle it differently at once', () => {
    expect(
      heads(
        edit('1', 'Solrosen'),
        edit('2', 'Måsen'),
        edit('3', 'Måsen', ['1', '2']),
        edit('4', 'Solrosen', ['1', '2']),
      ),
    ).toEqual([
      ['Måsen', ['3']],
      ['Solrosen', ['4']],
    ]);
  });

  test('is settled when two settle it the same way at once', () => {
    expect(
      heads(
        edit('1', 'Solrosen'),
        edit('2', 'Måsen'),
        edit('3', 'Måsen', ['1', '2']),
        edit('4', 'Måsen', ['1', '2']),
      ),
    ).toEqual([['Måsen', ['3', '4']]]);
  });

  test('has one head where two wrote the same value, whatever the order of its members', () => {
    expect(
      heads(edit('1', { name: 'Eva', contact: '1' }), edit('2', { contact: '1', name: 'Eva' })),
    ).toHaveLength(1);
    expect(heads(edit('1', [1, 2]), edit('2', [2, 1]))).toHaveLength(2);
    expect(heads(edit('1', 1), edit('2', '1'))).toHaveLength(2);
  });

  test('keeps a third value beside two equal ones', () => {
    expect(heads(edit('1', 'a'), edit('2', 'b'), edit('3', 'a'))).toEqual([
      ['a', ['1', '3']],
      ['b', ['2']],
    ]);
  });

  test('shows first what every device shows first: the head with the lowest id', () => {
    const [one, other] = [edit('zz', 'late id'), edit('aa', 'early id')];
    expect(foldBook([one, other]).value(name)).toBe('early id');
    expect(foldBook([other, one]).value(name)).toBe('early id');
  });

  test('does not mind an edit that names what has not arrived yet', () => {
    expect(heads(edit('2', 'Solrosen', ['1']))).toEqual([['Solrosen', ['2']]]);
    expect(heads(edit('2', 'Solrosen', ['1']), edit('1', 'Sol'))).toEqual([['Solrosen', ['2']]]);
  });

  test('keeps its value though an edit of another field claims to replace it', () => {
    expect(heads(edit('1', 'Solrosen'), edit('2', 'x', ['1'], 'goals/a/title'))).toEqual([
      ['Solrosen', ['1']],
    ]);
  });

  test('keeps an edit that names itself', () => {
    expect(heads(edit('1', 'Solrosen', ['1']))).toEqual([['Solrosen', ['1']]]);
  });

  test('shows all its edits where a forged ring would leave none', () => {
    expect(heads(edit('1', 'a', ['3']), edit('2', 'b', ['1']), edit('3', 'c', ['2']))).toEqual([
      ['a', ['1']],
      ['b', ['2']],
      ['c', ['3']],
    ]);
  });

  test('holds null and false as values, not as absence', () => {
    expect(foldBook([edit('1', null)]).value(name)).toBeNull();
    expect(foldBook([edit('1', false)]).value(name)).toBe(false);
  });
});

describe('a goal that is removed and brought back', () => {
  const removed = 'goals/a/removed';
  const chain = [
    edit('1', true, [], removed),
    edit('2', false, ['1'], removed),
    edit('3', true, ['2'], removed),
  ];

  test('is removed, back and removed again as the chain grows', () => {
    expect([1, 2, 3].map((length) => foldBook(chain.slice(0, length)).value(removed))).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('keeps what it held all the while', () => {
    const book = foldBook([edit('9', 'Fler språk', [], 'goals/a/title'), ...chain]);
    expect(book.value('goals/a/title')).toBe('Fler språk');
    expect(book.paths('goals/a/')).toEqual(['goals/a/removed', 'goals/a/title']);
  });
});

describe('the paths of a book', () => {
  test('are sorted and limited to what lies below a prefix', () => {
    const book = foldBook([
      edit('1', 1, [], 'goals/b/title'),
      edit('2', 1, [], 'goals/a/title'),
      edit('3', 1, [], 'goalsX/a/title'),
      edit('4', 1),
    ]);
    expect(book.paths('goals/')).toEqual(['goals/a/title', 'goals/b/title']);
    expect(book.paths('')).toHaveLength(4);
    expect(book.paths('none/')).toEqual([]);
  });
});

describe('folding', () => {
  /** The same edits in another order, with some of them twice. */
  const shuffledTwice = (edits: readonly IdentifiedEdit[]) =>
    fc
      .tuple(
        fc.shuffledSubarray([...edits], { minLength: edits.length, maxLength: edits.length }),
        fc.subarray([...edits]),
      )
      .map(([all, again]) => [...all, ...again]);

  test.each([
    ['what tablets wrote in and out of touch', history.map(({ all }) => all)],
    ['what a forger wrote', forged],
  ])('%s gives the same book in any order and any number of times', (_, arbitrary) => {
    fc.assert(
      fc.property(
        arbitrary.chain((edits) => fc.tuple(fc.constant(edits), shuffledTwice(edits))),
        ([edits, again]) => {
          expect(contentOf(foldBook(again))).toEqual(contentOf(foldBook(edits)));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the union of what the tablets hold gives the same book, however they are grouped', () => {
    fc.assert(
      fc.property(history, ({ tablets: [a = [], b = [], c = []], all }) => {
        const book = contentOf(foldBook(all));
        for (const grouped of [
          [...a, ...b, ...c],
          [...c, ...a, ...b],
          [...new Set([...b, ...new Set([...c, ...a])])],
          [...a, ...a, ...c, ...b, ...c],
        ]) {
          expect(contentOf(foldBook(grouped))).toEqual(book);
        }
      }),
    );
  });

  test('never loses what nobody replaced, and never shows what somebody did', () => {
    fc.assert(
      fc.property(history, ({ all }) => {
        const book = foldBook(all);
        const shown = new Set(
          book
            .paths('')
            .flatMap((path) => book.field(path)?.heads.flatMap((head) => head.ids) ?? []),
        );
        const replaced = new Set(all.flatMap(({ body }) => body.replaces));
        for (const { id } of all) expect(shown.has(id)).toBe(!replaced.has(id));
      }),
    );
  });

  test('leaves every written field with a value, even after forgery', () => {
    fc.assert(
      fc.property(forged, (edits) => {
        const book = foldBook(edits);
        for (const { body } of edits) {
          expect(book.field(body.path)?.heads.length).toBeGreaterThan(0);
          expect(book.value(body.path)).not.toBeUndefined();
        }
      }),
    );
  });

  test('one more edit that saw every head settles its field', () => {
    fc.assert(
      fc.property(history, ({ all }) => {
        const before = foldBook(all);
        for (const path of before.contested) {
          const seen = before.field(path)?.heads.flatMap((head) => [...head.ids]) ?? [];
          const after = foldBook([...all, edit('settled', 'Solrosen', seen, path)]);
          expect(after.field(path)?.heads.map((head) => head.value)).toEqual(['Solrosen']);
          expect(after.contested).not.toContain(path);
        }
      }),
    );
  });
});
