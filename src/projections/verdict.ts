import { newcombeInterval, type Share } from './newcombe-interval.ts';
import type { Comparison, Difference, Shown, Verdict, YearVerdict } from './views.ts';

/**
 * What a comparison lets us say: a rise or a fall only where the 95 % interval of the difference leaves out 0.
 * Otherwise it cannot be told from chance, which is not the same as unchanged.
 */
export function verdictOf(comparison: Comparison): Verdict {
  if (!comparison.comparable) return comparison.why;
  if (comparison.contradicted) return 'cannotTell';
  const { lower, upper } = comparison.positive;
  if (lower > 0) return 'better';
  return upper < 0 ? 'worse' : 'cannotTell';
}

/**
 * The verdict of the newest year against the last that can stand beside it, which need not be the year before: that one's
 * round may be open still. Null in a first year, and while the newest waits.
 */
export function newestVerdict(comparisons: readonly Comparison[]): YearVerdict | null {
  const last = comparisons.at(-1);
  return last === undefined ? null : { verdict: verdictOf(last), against: last.year };
}

/** The difference of two years' shares of respondents (Newcombe 1998, method 10). */
export function differenceOfShares(newest: Share, last: Share): Difference {
  return {
    difference: newest.favourable / newest.of - last.favourable / last.of,
    ...newcombeInterval(newest, last),
  };
}

/**
 * The newest of a trend's years against each earlier one. Nothing is compared while the newest waits for its closing:
 * it would be untrue to say that too few answered.
 */
export function compareNewest<Year>(
  years: readonly Year[],
  shownOf: (year: Year) => Shown<unknown>,
  compare: (newest: Year, earlier: Year) => Comparison,
): readonly Comparison[] {
  const newest = years.at(-1);
  if (newest === undefined || isWaiting(shownOf(newest))) return [];
  return years.slice(0, -1).flatMap((earlier) => {
    return isWaiting(shownOf(earlier)) ? [] : [compare(newest, earlier)];
  });
}

function isWaiting(shown: Shown<unknown>): boolean {
  return !shown.shown && (shown.why === 'stillOpen' || shown.why === 'notRevealed');
}
