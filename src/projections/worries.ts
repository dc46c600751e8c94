import { bookPaths } from '#records/book-paths.ts';
import type { Book } from '#records/merge.ts';
import { dayOf, membersOf, textOf } from './book-values.ts';
import { compareText } from './round-views.ts';

/** What the centre does when an answer is worrying, in its own words. Empty where nobody has written it. */
export interface WorryRoutine {
  readonly routine: string;
  readonly phone: string;
}

/** One line of the log: that something was done, and when. Never what was written, nor by whom. */
export interface WorryEntry {
  readonly id: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly action: string;
}

/** The centre's own routine for worrying answers. */
export function worryRoutine(book: Book): WorryRoutine {
  return {
    routine: textOf(book.value(bookPaths.worryRoutine)),
    phone: textOf(book.value(bookPaths.worryPhone)),
  };
}

/** The log, newest first. */
export function worryLog(book: Book): readonly WorryEntry[] {
  return book
    .paths('worries/')
    .flatMap((path): WorryEntry[] => {
      const members = membersOf(book.value(path));
      const entry = { day: dayOf(members.get('day')), action: textOf(members.get('action')) };
      return entry.day === '' ? [] : [{ id: path.split('/')[1] ?? '', ...entry }];
    })
    .toSorted((a, b) => compareText(b.day, a.day) || compareText(a.id, b.id));
}
