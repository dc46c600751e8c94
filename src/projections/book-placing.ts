import type { Book } from '#records/merge.ts';
import type { Placing } from './round-answers.ts';
import { countedPrefix, stepsById } from './step-lists.ts';

/** What the book says of a round's answers, with the lists that it said it in. */
export interface BookPlacing extends Placing {
  readonly lists: readonly unknown[];
}

const nobody: ReadonlyMap<string, string> = new Map();

/** What a book says of a round's answers: the very object of before where it says the same as then. */
export function nextPlacing(
  before: BookPlacing | undefined,
  book: Book,
  round: string,
  aside: ReadonlyMap<string, string> = nobody,
): BookPlacing {
  const lists = book.paths(countedPrefix(round)).flatMap((path) => [path, book.value(path)]);
  // A list never changes, and a year's holds every id: only another list is read anew.
  const isSameLists = before !== undefined && isSameList(before.lists, lists);
  if (isSameLists && isSameMap(before.aside, aside)) return before;
  const steps = isSameLists ? before.steps : stepsById(book, round);
  return { lists, aside, steps, listed: isSameLists ? before.listed : countByStep(steps) };
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

function isSameMap(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([id, groups]) => other.get(id) === groups);
}

function countByStep(steps: ReadonlyMap<string, string> | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const step of steps?.values() ?? []) counts.set(step, (counts.get(step) ?? 0) + 1);
  return counts;
}
