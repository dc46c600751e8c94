/** A share as counts. Neither needs to be whole: the number of persons behind a goal's share seldom is. */
export interface Share {
  readonly favourable: number;
  readonly of: number;
}

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The 97.5th percentile of the standard normal distribution: two-sided 95 %. */
export const z95 = 1.959963984540054;

/**
 * Wilson's score interval for one proportion, 95 %, without continuity correction (Wilson 1927; Newcombe
 * 1998, Stat Med 17:857–872, method 3). `of` must be above 0.
 */
export function wilsonInterval({ favourable, of }: Share): Interval {
  const share = favourable / of;
  const middle = 2 * favourable + z95 ** 2;
  const reach = z95 * Math.sqrt(z95 ** 2 + 4 * favourable * (1 - share));
  const scale = 2 * (of + z95 ** 2);
  return { lower: (middle - reach) / scale, upper: (middle + reach) / scale };
}

/**
 * The 95 % interval for the difference `first` − `second` of two independent proportions, from their Wilson
 * intervals (Newcombe 1998, Stat Med 17:873–890, method 10). It keeps its level at the small numbers and the
 * high shares that a family centre has, where the textbook interval does not.
 */
export function newcombeInterval(first: Share, second: Share): Interval {
  const [p1, p2] = [first.favourable / first.of, second.favourable / second.of];
  const [w1, w2] = [wilsonInterval(first), wilsonInterval(second)];
  return {
    lower: p1 - p2 - Math.hypot(p1 - w1.lower, w2.upper - p2),
    upper: p1 - p2 + Math.hypot(w1.upper - p1, p2 - w2.lower),
  };
}

/** A share with an interval of its own around it, all between 0 and 1. */
export interface Estimate extends Interval {
  readonly share: number;
}
