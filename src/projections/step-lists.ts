import type { Book } from '#records/merge.ts';

/** Sorts as a number does, up to 999,999 steps. */
const stepDigits = 6;

function stepName(number: number, list: string): string {
  return `${String(number).padStart(stepDigits, '0')} ${list}`;
}

/** The step of all answers of a round that has no list, and of those on its first one. */
export const firstStep = stepName(1, '');

/** Where the lists of a round's counted answers stand in the book. */
export function countedPrefix(round: string): string {
  return `rounds/${round}/counted/`;
}

/** Whether what a round's results count was ever listed. */
export function hasSteps(book: Book, round: string): boolean {
  return book.paths(countedPrefix(round)).length > 0;
}

/** The comments of a round that a reveal has shown; null where the round was revealed without a list, and shows all. */
export function shownTextIds(book: Book, round: string): ReadonlySet<string> | null {
  if (!hasSteps(book, round)) return null;
  const lists = book.paths(`rounds/${round}/shownTexts/`).map((path) => book.value(path));
  return new Set(lists.flatMap((ids) => (Array.isArray(ids) ? ids : [])).map(String));
}

/** By answer: its step's name. Null where the round has no list. An answer on two lists belongs to the earlier. */
export function stepsById(book: Book, round: string): ReadonlyMap<string, string> | null {
  if (!hasSteps(book, round)) return null;
  const paths = book.paths(countedPrefix(round));
  const byId = new Map<string, string>();
  for (const path of paths) {
    const [, , , number = '', list = ''] = path.split('/');
    const ids = book.value(path);
    if (!/^\d{1,6}$/.test(number) || !Array.isArray(ids)) continue;
    // The first step is one, whichever devices closed: two that close at once have both shown theirs.
    const step = Number(number) === 1 ? firstStep : stepName(Number(number), list);
    for (const id of ids) {
      if (typeof id !== 'string') continue;
      const before = byId.get(id);
      if (before === undefined || step < before) byId.set(id, step);
    }
  }
  return byId;
}
