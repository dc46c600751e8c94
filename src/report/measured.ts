import type { FormId, Mark, ScaleId } from '#instruments/form.ts';
import { itemShares } from '#projections/item-shares.ts';
import type { Estimate } from '#projections/newcombe-interval.ts';
import type { Distribution, ItemYear, Shown } from '#projections/views.ts';
import type { Code, Measure, Measured, WhyNoSpread } from './result-row.ts';

/** The measures of one item's answers in a year: counts, who gave none, shares; or why they are not told. */
export function distributionOf(
  form: FormId,
  scale: ScaleId,
  spread: Shown<Distribution>,
  /** Null where it is not told. */
  missing: number | null,
): Measured[] {
  if (!spread.shown) return [withheld(spread.why)];
  const { points, nonAnswers, rated, favourable, onlyShare } = spread.value;
  // The team is everyone, not a sample: its share has no interval.
  const shares = form === 'reflection' ? null : itemShares(scale, spread.value);
  return [
    ...(onlyShare === true
      ? []
      : [...countsOf('count', points), ...countsOf('nonAnswer', nonAnswers)]),
    ...(missing === null ? [] : [{ measure: 'missing' as const, number: missing }]),
    { measure: 'rated', number: rated },
    { measure: 'favourable', number: favourable },
    ...(form === 'reflection' && rated > 0 ? [decimal('share', favourable / rated)] : []),
    ...(shares === null ? [] : estimateOf('share', shares.positive)),
    ...(shares?.top == null ? [] : estimateOf('topShare', shares.top)),
  ];
}

/** A statement's joint position, or the middle of an earlier form's counts; and its comment. */
export function positionOf({ position, middleOfCounts, comment }: ItemYear): Measured[] {
  const measure = position === null ? 'positionFromCounts' : 'position';
  const stop = position ?? middleOfCounts;
  const code = (id: Mark): Code => ({ kind: 'mark', id });
  return [
    ...(stop === null
      ? []
      : [
          typeof stop === 'number'
            ? ({ measure, code: code(stop), number: stop } as const)
            : ({ measure, code: code(stop) } as const),
        ]),
    ...(comment === '' ? [] : [{ measure: 'comment', text: comment } as const]),
  ];
}

/** A row a mark. */
export function countsOf(
  measure: 'count' | 'nonAnswer',
  counts: ReadonlyMap<Mark, number>,
): readonly Measured[] {
  return [...counts].map(([id, number]) => ({ measure, code: { kind: 'mark', id }, number }));
}

/** A share with its interval, kept between 0 and 1. */
export function estimateOf(
  measure: 'share' | 'topShare',
  { share, lower, upper }: Estimate,
): Measured[] {
  return [
    decimal(measure, share),
    decimal(`${measure}Lower`, Math.max(0, lower)),
    decimal(`${measure}Upper`, Math.min(1, upper)),
  ];
}

/** With four decimals. */
export function decimal(measure: Measure, number: number): Measured {
  return { measure, number: Math.round(number * 1e4) / 1e4 };
}

/** That something is not told, and why. */
export function withheld(why: WhyNoSpread): Measured {
  return { measure: 'withheld', code: { kind: 'withheld', id: why } };
}
