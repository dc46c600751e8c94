import type { FormId } from '#instruments/form.ts';
import { formYears } from './form-year.ts';
import type { Ledger } from './ledger.ts';
import { inFivePoints, smallestDifference } from './smallest-difference.ts';

/** What a round of families' answers will be able to tell, as far as it can be known before it opens. */
export interface ExpectedHelp {
  /** As many answers as are expected: as many as last time; twenty where there is no last time. */
  readonly count: number;
  /** The year that the number comes from; null where it is only an example. */
  readonly from: number | null;
  /** The smallest differences to the year before that can be told, in percentage points; null: none can. */
  readonly points: { readonly from: number; readonly to: number } | null;
  /** The same for twice as many answers. */
  readonly twice: ExpectedHelp['points'];
}

const exampleCount = 20;

/** How large differences a new round of a form will tell from chance, if as many answer as the last time. */
export function expectedHelp(
  ledger: Ledger,
  form: Exclude<FormId, 'reflection'>,
  year: number,
): ExpectedHelp {
  const last = formYears(ledger, form, year - 1).findLast(({ answered }) => answered > 0);
  const count = last?.answered ?? exampleCount;
  const pointsOf = (newest: number): ExpectedHelp['points'] => {
    const range = smallestDifference(count, newest);
    return range === null ? null : inFivePoints(range);
  };
  return { count, from: last?.year ?? null, points: pointsOf(count), twice: pointsOf(2 * count) };
}
