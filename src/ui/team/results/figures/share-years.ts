import { itemShares } from '#projections/item-shares.ts';
import type { ItemTrend, ItemYear, Withheld } from '#projections/views.ts';
import type { ShareYear } from '#ui/charts/share-line/share-year.ts';
import { yearToken } from '#ui/charts/theme/chart-theme.ts';
import type { Text } from '#ui/parts/text/text.tsx';
import { scaleItem } from '#ui/team/results/subjects.ts';

type Place = Pick<ShareYear, 'label' | 'token' | 'breaks'>;

/** An item's years as shares of the favourable side, the oldest first: of the whole side, or of its best step. */
export function itemShareYears(
  text: Text,
  { item, years }: ItemTrend,
  newest: number,
  of: 'positive' | 'top',
): ShareYear[] {
  const scale = scaleItem(item)?.scale ?? 'agree4';
  return years.map(({ year, source, spread, continues }): ShareYear => {
    const place = { label: String(year), token: yearToken(newest, year), breaks: !continues };
    if (!spread.shown) return withheldYear(text, place, spread.why);
    const share = itemShares(scale, spread.value)?.[of] ?? null;
    // An earlier form that told no steps has no best one.
    if (share === null) return { ...place, share: null, interval: null, words: '–', under: [] };
    return {
      ...place,
      share: share.share,
      interval: share,
      words: text.formats.percent(share.share),
      under: underYear(text, spread.value.rated, source),
    };
  });
}

/** A year whose numbers are withheld: no point, and why. */
export function withheldYear({ t }: Text, place: Place, why: Withheld): ShareYear {
  const words = t(`results:withheldShort.${why}`);
  return { ...place, share: null, interval: null, words, under: [] };
}

/** What stands under a year: how many are behind it, and whether they are an earlier form's. */
export function underYear(
  { t }: Text,
  count: number,
  source: ItemYear['source'],
): readonly string[] {
  const answers = t('results:chart.answers', { count });
  // Two short lines: on a phone a year has little room.
  return source === 'history' ? [answers, ...t('results:chart.earlierForm').split(' ')] : [answers];
}
