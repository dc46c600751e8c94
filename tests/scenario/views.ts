import type { Distribution, ItemTrend, ResultsView, Shown, Withheld } from '#projections/views.ts';
import type { ExpectedSpread } from './expected.ts';

/** A spread as a person reads it off the table twin, or why there is none. */
export function spreadOf(
  trends: readonly ItemTrend[],
  item: string,
  year: number,
): ExpectedSpread | Withheld | undefined {
  const trend = trends.find((one) => one.item === item);
  const ofYear = trend?.years.find((one) => one.year === year);
  return ofYear === undefined ? undefined : readable(ofYear.spread);
}

/** The parents' goals of one year: [ratings, favourable ones]. Here each parent says the same of a goal's every item. */
export function goalsOf(
  { parentGoals }: ResultsView,
  year: number,
): Record<string, readonly [number, number]> {
  return Object.fromEntries(
    parentGoals.flatMap(({ goal, years }) => {
      const share = years.find((one) => one.year === year)?.share;
      if (share?.shown !== true) return [];
      const { ratings } = share.value;
      return [[goal, [ratings, Math.round(share.value.share * ratings)] as const]];
    }),
  );
}

function readable(spread: Shown<Distribution>): ExpectedSpread | Withheld {
  if (!spread.shown) return spread.why;
  const { points, nonAnswers, rated, favourable } = spread.value;
  return {
    points: Object.fromEntries(points),
    nonAnswers: Object.fromEntries(nonAnswers),
    rated,
    favourable,
  };
}
