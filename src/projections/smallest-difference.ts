import { newcombeInterval } from './newcombe-interval.ts';

/** Differences between shares, 0–1. */
export interface DifferenceRange {
  readonly from: number;
  readonly to: number;
}

/** The shares of the year before that families' answers lie between in practice. */
const baseShares = [0.5, 0.6, 0.7, 0.8, 0.9] as const;

/**
 * How large a difference between two years must be before it can be told from chance, given how many answer each year:
 * for shares from 50 to 90 % the year before, the smallest change up or down whose Newcombe interval (Newcombe 1998,
 * method 10: the very rule that results are judged by) leaves out 0. Null where even the largest change cannot be told.
 */
export function smallestDifference(last: number, newest: number): DifferenceRange | null {
  const found = baseShares.flatMap((share) => {
    const before = { favourable: Math.round(share * last), of: last };
    const base = before.favourable / last;
    let least = Infinity;
    for (let favourable = 0; favourable <= newest; favourable += 1) {
      const { lower, upper } = newcombeInterval({ favourable, of: newest }, before);
      if (lower > 0 || upper < 0) least = Math.min(least, Math.abs(favourable / newest - base));
    }
    return Number.isFinite(least) ? [least] : [];
  });
  return found.length === 0 ? null : { from: Math.min(...found), to: Math.max(...found) };
}

/** The range in whole percentage points, to the nearest five: anything finer would pretend to know more. */
export function inFivePoints({ from, to }: DifferenceRange): DifferenceRange {
  const round = (share: number): number => Math.max(5, Math.round(share * 20) * 5);
  return { from: round(from), to: round(to) };
}
