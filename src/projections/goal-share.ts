import { addDistributions } from './distribution.ts';
import { wilsonInterval, type Share } from './newcombe-interval.ts';
import type { Distribution, GoalShare } from './views.ts';

/**
 * A goal's positive share: of all marks that its shown items have on the scale, how many are favourable. It is made of
 * the items' own tables and nothing else, so it agrees with them, and tells nothing that they do not. Some item must be
 * shown, and have been rated.
 */
export function goalShare(spreads: ReadonlyMap<string, Distribution>): GoalShare {
  const shown = [...spreads.values()];
  const { rated, favourable } = addDistributions(shown);
  return {
    share: favourable / rated,
    ...wilsonInterval(persons(shown)),
    items: [...spreads.keys()],
    ratings: rated,
    mostRated: Math.max(...shown.map((spread) => spread.rated)),
  };
}

/**
 * The share as one of persons: as many as there are marks to an item. One person's marks are not independent, and from
 * the tables nobody knows how alike they are; this is the case that each person's are all alike. With k items and a
 * person's r marks of which f favour, (f − pr)² ≤ kr(f/r − p)², whose mean is at most k·mean(r)·p(1 − p), so the
 * variance of Σf/Σr is never above p(1 − p)/(Σr/k), also where those who skip an item think otherwise (Kish 1965, Survey
 * Sampling, 5.4 and 8.2: a design effect of 1 + (k − 1)ρ is at most k). The interval is the wider for it.
 */
export function persons(spreads: readonly Distribution[]): Share {
  const { rated, favourable } = addDistributions(spreads);
  return { favourable: favourable / spreads.length, of: rated / spreads.length };
}
