import { verdictOf } from '#projections/verdict.ts';
import type {
  AreaTrend,
  Comparison,
  Difference,
  GoalTrend,
  ItemTrend,
} from '#projections/views.ts';
import { decimal } from './measured.ts';
import type { Measured, ResultRow, SentenceOf, Subject } from './result-row.ts';

/** What is said of the newest year: differences to each earlier one, a verdict where there is one, the sentence. */
export function newestRows(
  subject: Subject,
  trend: AreaTrend | GoalTrend | ItemTrend,
  sentenceOf: SentenceOf,
): ResultRow[] {
  const newest = trend.years.at(-1);
  if (newest === undefined) return [];
  const row = { year: newest.year, source: null, ...subject };
  const sentence: ResultRow = {
    ...row,
    measure: 'sentence',
    text: sentenceOf(trend, newest.year),
  };
  if ('area' in trend) return [sentence];
  const hasVerdict = trend.verdict !== null;
  const measured = trend.comparisons.flatMap((one) => comparisonOf(one, hasVerdict));
  return [...measured.map((it) => ({ ...row, ...it })), sentence];
}

function comparisonOf(comparison: Comparison, hasVerdict: boolean): Measured[] {
  const code = { kind: 'year', id: comparison.year } as const;
  const of = (
    measure: 'difference' | 'topDifference',
    { difference, lower, upper }: Difference,
  ): Measured[] =>
    [
      decimal(measure, difference),
      decimal(`${measure}Lower`, lower),
      decimal(`${measure}Upper`, upper),
    ].map((it) => ({ ...it, code }));
  const verdict = verdictOf(comparison);
  const isTold = hasVerdict || !comparison.comparable;
  return [
    ...(comparison.comparable ? of('difference', comparison.positive) : []),
    ...(comparison.comparable && comparison.top !== null
      ? of('topDifference', comparison.top)
      : []),
    ...(isTold
      ? [
          {
            measure: 'verdict' as const,
            code: { kind: 'verdict' as const, id: verdict },
            number: comparison.year,
          },
        ]
      : []),
  ];
}
