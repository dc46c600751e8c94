import { yearOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';
import { roundViews } from './round-views.ts';

/** Every verksamhetsår that holds something or was begun, oldest first. */
export function knownYears(ledger: Ledger): readonly number[] {
  const { book } = ledger;
  const years = new Set<number>();
  const add = (value: unknown): void => {
    const year = yearOf(value);
    if (year !== null) years.add(year);
  };
  for (const round of roundViews(ledger)) add(round.year);
  for (const [prefix, place] of [
    ['years/', 1],
    ['positions/', 1],
    ['history/', 2],
    ['kept/', 2],
  ] as const) {
    for (const path of book.paths(prefix)) {
      if (isSet(book.value(path))) add(path.split('/')[place]);
    }
  }
  for (const path of book.paths('goals/')) {
    const [, goal, field] = path.split('/');
    if (field === 'year' && book.value(`goals/${goal}/removed`) !== true) add(book.value(path));
  }
  return [...years].toSorted((a, b) => a - b);
}

/** A field that was emptied again keeps its path; it does not keep a year on the screen. */
function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
