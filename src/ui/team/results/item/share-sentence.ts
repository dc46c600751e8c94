import { itemShares } from '#projections/item-shares.ts';
import type { ItemTrend } from '#projections/views.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { intervalWords } from '#ui/team/results/figures/share-words.ts';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';

/** What a share's chart shows: the newest year's share with its interval, or why there is none. */
export function shareSentence(
  text: Text,
  trend: ItemTrend,
  year: number,
  of: 'positive' | 'top',
  least: number,
): string {
  const { t, formats, form } = text;
  const scale = scaleItem(trend.item)?.scale ?? 'agree4';
  const newest = trend.years.find((one) => one.year === year);
  const distribution = newest?.spread.shown === true ? newest.spread.value : null;
  const share = distribution === null ? null : (itemShares(scale, distribution)?.[of] ?? null);
  // What is not shown is told in the same words as above the spread.
  if (share === null || distribution === null) return trendText(text, trend, year, least);
  return t(`results:item.says.${trend.form === 'children' || of === 'top' ? 'best' : 'positive'}`, {
    year,
    share: formats.percent(share.share),
    interval: intervalWords(text, share),
    count: distribution.rated,
    best: form(trend.form).point(scale, scale === 'agree4' ? 4 : 3),
  });
}
