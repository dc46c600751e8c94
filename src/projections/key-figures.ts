import { bookPaths } from '#records/book-paths.ts';
import { countOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';

/** Numbers that a centre knows of itself every year, by ids that stay for ever; a goal can be measured by one. */
export const keyFigures = [
  'visits',
  'newFamilies',
  'slussning',
  'teamworkFamilies',
  'groups',
] as const;
export type KeyFigure = (typeof keyFigures)[number];

/** A key figure of a verksamhetsår, or null where nobody has noted it. */
export function keyFigureOf({ book }: Ledger, year: number, figure: KeyFigure): number | null {
  return countOf(book.value(bookPaths.keyFigure(year, figure)));
}
