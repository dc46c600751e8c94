import { scales } from '#instruments/scales.ts';
import type { ScaleId } from '#instruments/form.ts';
import { wilsonInterval, type Estimate, type Share } from './newcombe-interval.ts';
import type { Distribution } from './views.ts';

/** The shares of one item's ratings, each with its 95 % Wilson interval; null where nobody rated it. */
export interface ItemShares {
  readonly positive: Estimate;
  /** The best step alone, since both agreeing steps hit the ceiling; null where it is the whole positive side. */
  readonly top: Estimate | null;
}

/** The positive share of a distribution, and that of the best step. */
export function itemShares(scale: ScaleId, distribution: Distribution): ItemShares | null {
  if (distribution.rated === 0) return null;
  const top = topShare(scale, distribution);
  return {
    positive: estimate(positiveShare(distribution)),
    top: top === null ? null : estimate(top),
  };
}

/** How many of those who rated an item stand on its favourable side. */
export function positiveShare({ favourable, rated }: Distribution): Share {
  return { favourable, of: rated };
}

/** How many chose the best step; null on scales where that is the whole favourable side. */
export function topShare(scale: ScaleId, { points, rated, onlyShare }: Distribution): Share | null {
  if (onlyShare === true) return null;
  const { favourable } = scales[scale];
  const [best, ...others] = favourable.toSorted((a, b) => b - a);
  if (best === undefined || others.length === 0) return null;
  return { favourable: points.get(best) ?? 0, of: rated };
}

function estimate(share: Share): Estimate {
  return { share: share.favourable / share.of, ...wilsonInterval(share) };
}
