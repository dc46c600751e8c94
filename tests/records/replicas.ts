import fc from 'fast-check';
import type { JsonValue } from '#records/json.ts';
import { foldBook, type Book, type IdentifiedEdit } from '#records/merge.ts';

/** One thing that happens at a centre with a few tablets that are sometimes out of touch. */
type Happening =
  | {
      readonly what: 'write';
      readonly on: number;
      readonly path: string;
      readonly value: JsonValue;
    }
  | { readonly what: 'meet'; readonly one: number; readonly other: number };

const tablets = 3;
const tablet = fc.nat({ max: tablets - 1 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('write' as const),
      on: tablet,
      path: fc.constantFrom('centre/name', 'goals/a/title', 'goals/a/removed', 'goals/b/title'),
      // Few values, so that two tablets often write the same.
      value: fc.oneof(
        fc.constantFrom<JsonValue[]>('Solrosen', 'Måsen', true, null, 3),
        fc.constantFrom<JsonValue[]>({ a: 1, b: [2] }, []),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('meet' as const), one: tablet, other: tablet }),
  },
);

/** What the tablets hold in the end: each an honest history, whose edits name the heads that their writer saw. */
export interface History {
  readonly tablets: readonly (readonly IdentifiedEdit[])[];
  readonly all: readonly IdentifiedEdit[];
}

/** Lets things happen one after the other; an edit replaces the heads that its tablet shows just then. */
export function live(happenings: readonly Happening[]): History {
  const held = Array.from({ length: tablets }, () => new Map<string, IdentifiedEdit>());
  let count = 0;
  for (const each of happenings) {
    if (each.what === 'meet') {
      const one = held[each.one];
      const other = held[each.other];
      if (one === undefined || other === undefined) continue;
      for (const [id, edit] of one) other.set(id, edit);
      for (const [id, edit] of other) one.set(id, edit);
      continue;
    }
    const mine = held[each.on];
    if (mine === undefined) continue;
    const heads = foldBook(mine.values()).field(each.path)?.heads ?? [];
    count += 1;
    // Ids are random in life: here they are spread so that their order says nothing of when they were made.
    const id = `${(count * 7919) % 1000}-${count}`;
    mine.set(id, {
      id,
      body: {
        v: 1,
        path: each.path,
        value: each.value,
        replaces: heads.flatMap((head) => head.ids),
        at: `2026-09-01T08:00:${String(count % 60).padStart(2, '0')}Z`,
        by: `tablet ${each.on}`,
      },
    });
  }
  const all = new Map(held.flatMap((mine) => [...mine]));
  return { tablets: held.map((mine) => [...mine.values()]), all: [...all.values()] };
}

export const history: fc.Arbitrary<History> = fc
  .array(happening, { minLength: 1, maxLength: 40 })
  .map(live);

/** Edits as an attacker with the team key could make them: they may name anything, themselves too. */
export const forged: fc.Arbitrary<readonly IdentifiedEdit[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      path: fc.constantFrom('centre/name', 'goals/a/title'),
      value: fc.constantFrom<JsonValue[]>('x', 'y', 1),
      replaces: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'unknown'), {
        maxLength: 4,
      }),
    }),
    { selector: (edit) => edit.id, minLength: 1 },
  )
  .map((edits) =>
    edits.map(({ id, path, value, replaces }) => ({
      id,
      body: { v: 1 as const, path, value, replaces, at: `at ${id}`, by: `by ${id}` },
    })),
  );

/** All that a screen can read of a book. */
export function contentOf(book: Book): unknown {
  return {
    fields: book.paths('').map((path) => [path, book.field(path), book.value(path)]),
    contested: book.contested,
  };
}
