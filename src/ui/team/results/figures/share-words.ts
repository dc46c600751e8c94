import type { Interval } from '#projections/newcombe-interval.ts';
import type { ItemYear } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';

/** A 95 % interval of a share in words: "76 % och 90 %". */
export function intervalWords({ t, formats }: Text, { lower, upper }: Interval): string {
  return t('results:table.between', {
    lower: formats.percent(Math.max(0, lower)),
    upper: formats.percent(Math.min(1, upper)),
  });
}

/** A year as the head of a row: counts of an earlier form say so. */
export function yearHead(
  { t }: Text,
  { year, source }: { readonly year: number; readonly source: ItemYear['source'] },
): string {
  return source === 'history' ? `${year} (${t('results:chart.earlierForm')})` : String(year);
}

/** The words beside a bar; those of an earlier form's counts say so. */
export function withSource(
  { t }: Text,
  { source }: { readonly source: ItemYear['source'] },
  words: string,
): string {
  return source === 'history' ? `${words}, ${t('results:chart.earlierForm')}` : words;
}
