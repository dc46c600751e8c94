import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldBook, type IdentifiedEdit } from '#records/merge.ts';

function edit(id: string, value: string, replaces: readonly string[], at = 't'): IdentifiedEdit {
  return { id, body: { v: 1, path: 'a/b', value, replaces: [...replaces], at, by: 'd1' } };
}

const values = (edits: readonly IdentifiedEdit[]): readonly unknown[] =>
  foldBook(edits)
    .history('a/b')
    .map(({ value }) => value);

test('a field remembers what stood in it, in the order of replacing, whatever the clocks said', () => {
  const chain = [
    edit('c', 'first', [], '2026-12-09'),
    edit('a', 'second', ['c'], '2026-12-01'),
    edit('b', 'third', ['a'], '2026-12-05'),
  ];
  const wanted = ['first', 'second', 'third'];
  expect(values(chain)).toEqual(wanted);
  expect(values(chain.toReversed())).toEqual(wanted);
  expect(
    foldBook(chain)
      .history('a/b')
      .map(({ stands }) => stands),
  ).toEqual([false, false, true]);
});

test('what two wrote at once stands side by side, and the tap that settles comes after both', () => {
  const [root, one, other] = [edit('r', '3', []), edit('x', '4', ['r']), edit('y', '5', ['r'])];
  const both = foldBook([root, one, other]).history('a/b');
  expect(both.map(({ stands }) => stands)).toEqual([false, true, true]);
  expect(values([edit('z', '4', ['x', 'y']), root, one, other]).at(-1)).toBe('4');
});

test('a field that was never set has no history, and a forged ring does not hang', () => {
  expect(foldBook([]).history('a/b')).toEqual([]);
  expect(values([edit('a', '1', ['b']), edit('b', '2', ['a'])])).toHaveLength(2);
});

test('the same edits give the same history in every order', () => {
  const edits = fc.array(
    fc.record({ n: fc.nat(9), older: fc.array(fc.nat(9), { maxLength: 3 }), at: fc.nat(3) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(edits, fc.infiniteStream(fc.nat()), (drawn, noise) => {
      const all = drawn.map(({ n, older, at }) =>
        edit(
          `e${n}`,
          `v${n}`,
          older.map((each) => `e${each}`),
          `t${at}`,
        ),
      );
      const mixed = all
        .map((one) => ({ one, by: noise.next().value }))
        .toSorted((a, b) => a.by - b.by)
        .map(({ one }) => one);
      expect(foldBook(mixed).history('a/b')).toEqual(foldBook(all).history('a/b'));
    }),
  );
});
