import type { Book } from '#records/merge.ts';
import type { Placing } from './round-answers.ts';
import { countedPrefix, stepsById } from './step-lists.ts';

/** What the book says of a round's answers, with the lists that it said it in. */
export interface BookPlacing extends Placing {
  readonly lists: readonly unknown[];
}

const nobody: ReadonlySet<string> = new Set();

/** What a book says of a round's answers: the very object of before where it says the same as then. */
export function nextPlacing(
  before: BookPlacing | undefined,
  book: Book,
  round: string,
  aside: ReadonlySet<string> = nobody,
): BookPlacing {
  const lists = book.paths(countedPrefix(round)).flatMap((path) => [path, book.value(path)]);
  // A list never changes, and a year's holds every id: only another list is read anew.
  const isSameLists = before !== undefined && isSameList(before.lists, lists);
  if (isSameLists && isSameSet(before.aside, aside)) return before;
  return { lists, aside, steps: isSameLists ? before.steps : stepsById(book, round) };
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}
