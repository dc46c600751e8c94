import type { Comparison } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';

/** A difference in percentage points with its 95 % interval: "−24 (−43 till −1)"; a dash where there is none to tell. */
export function differenceWords(
  { t }: Text,
  comparison: Comparison | undefined,
  of: 'positive' | 'top' = 'positive',
): string {
  if (comparison === undefined) return '–';
  if (!comparison.comparable) return t(`results:verdictWord.${comparison.why}`);
  const difference = comparison[of];
  if (difference === null) return '–';
  const { lower, upper } = difference;
  return t('results:table.points', {
    difference: points(difference.difference),
    lower: points(lower),
    upper: points(upper),
  });
}

/** Signed whole percentage points, with the minus sign that a text has. */
function points(difference: number): string {
  const whole = Math.round(difference * 100);
  if (whole === 0) return '0';
  return whole > 0 ? `+${whole}` : `−${-whole}`;
}
