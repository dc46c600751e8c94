import type { Mark, ScaleItem } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Book } from '#records/merge.ts';
import { textOf, yearOf } from './book-values.ts';
import { isMarkOf } from './distribution.ts';

/** What the team agreed on for one statement and year. */
export interface JointPosition {
  /** Null also while two positions stand: neither of them is what the team agreed on. */
  readonly mark: Mark | null;
  /** Two positions were written at once, and nobody has chosen yet. */
  readonly differ: boolean;
  readonly comment: string;
  readonly reservation: string;
}

/** Reads a joint position; a mark that the statement's scale does not know is no position. */
export function jointPosition(book: Book, year: number, item: ScaleItem): JointPosition {
  const [head, ...others] = book.field(bookPaths.positionMark(year, item.id))?.heads ?? [];
  const differ = others.length > 0;
  return {
    mark: !differ && isMarkOf(scales[item.scale], head?.value) ? head.value : null,
    differ,
    comment: textOf(book.value(bookPaths.positionComment(year, item.id))),
    reservation: textOf(book.value(bookPaths.positionReservation(year, item.id))),
  };
}

/** The years for which the book has any field of a position, in no order. */
export function positionYears(book: Book): readonly number[] {
  const years = book.paths('positions/').map((path) => yearOf(path.split('/')[1]));
  return [...new Set(years)].filter((year) => year !== null);
}
