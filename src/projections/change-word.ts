import type { Mark } from '#instruments/form.ts';
import { newcombeInterval, type Share } from './newcombe-interval.ts';
import type { ChangeWord, Distribution, Shown, Withheld } from './views.ts';

/**
 * Whether a share of respondents, a sample, changed: told only when Newcombe's 95 % interval for the
 * difference leaves out 0. Otherwise it cannot be told from chance, which is not the same as unchanged.
 */
export function changeOfShares(last: Share, newest: Share): ChangeWord {
  if (last.of === 0 || newest.of === 0) return 'tooFew';
  const { lower, upper } = newcombeInterval(newest, last);
  if (lower > 0) return 'better';
  return upper < 0 ? 'worse' : 'cannotTell';
}

/** Whether a number known for everyone it is about (a whole team, no sample) went up or down. */
export function changeOfNumbers(last: number, newest: number): ChangeWord {
  if (newest === last) return 'same';
  return newest > last ? 'better' : 'worse';
}

/** Whether a joint position moved. A year without a position on the scale leaves nothing to compare. */
export function changeOfPositions(last: Mark | null, newest: Mark | null): ChangeWord {
  return typeof last === 'number' && typeof newest === 'number'
    ? changeOfNumbers(last, newest)
    : 'cannotTell';
}

/** The change between two years' distributions of one item. */
export function changeOfDistributions(
  last: Shown<Distribution>,
  newest: Shown<Distribution>,
): ChangeWord {
  if (!newest.shown) return changeWhenWithheld(newest.why);
  if (!last.shown) return changeWhenWithheld(last.why);
  return changeOfShares(shareOf(last.value), shareOf(newest.value));
}

/** A year that waits for its closing cannot be judged yet: it would be untrue to say that too few answered. */
export function changeWhenWithheld(why: Withheld): ChangeWord {
  return why === 'tooFew' || why === 'nothing' ? 'tooFew' : 'cannotTell';
}

/** A distribution's favourable share. */
export function shareOf({ favourable, rated }: Distribution): Share {
  return { favourable, of: rated };
}

/** The newest of a trend's years against the one before it, by the rule given. */
export function changeOfNewest<Year>(
  years: readonly Year[],
  change: (last: Year, newest: Year) => ChangeWord,
): ChangeWord {
  const [last, newest] = [years.at(-2), years.at(-1)];
  return last === undefined || newest === undefined ? 'firstYear' : change(last, newest);
}
