import type { ScaleId } from '#instruments/form.ts';
import { itemShares } from '#projections/item-shares.ts';
import { respondentsBehind } from '#projections/respondents-behind.ts';
import type { ItemTrend, ItemYear } from '#projections/views.ts';
import type { TableTwin } from '#ui/charts/figure/figure.tsx';
import type { Text } from '#ui/parts/text/text.tsx';
import { differenceWords } from '#ui/team/results/figures/difference-words.ts';
import {
  distributionCells,
  distributionColumns,
  newestFirst,
} from '#ui/team/results/figures/figure-parts.ts';
import { intervalWords, yearHead } from '#ui/team/results/figures/share-words.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';

/** How an item's answers were spread each year: per step, and apart who did not know, had not used it or left it. */
export function spreadTable(text: Text, { form, item, years }: ItemTrend): TableTwin {
  const { t } = text;
  const scale = scaleOf(item);
  return {
    columns: [
      ...distributionColumns(text, form, scale),
      { id: 'missing', label: t('results:table.missing'), numeric: true },
      { id: 'rated', label: t('results:table.rated'), numeric: true },
      { id: 'answered', label: t('results:table.respondents'), numeric: true },
    ],
    rows: newestFirst(years).map((one) => ({
      id: String(one.year),
      head: yearHead(text, one),
      cells: [
        ...distributionCells(text, scale, one.spread),
        ...(one.spread.shown
          ? [one.missing, one.spread.value.rated]
          : [other(text, one), other(text, one)]),
        // Late answers that still wait in this question are in no other cell of the row.
        one.spread.shown && one.source === 'rounds' ? respondentsBehind(one) : one.answered,
      ],
    })),
  };
}

/** An item's share each year with its interval, and how far the newest year is from it. */
export function shareTable(text: Text, trend: ItemTrend, of: 'positive' | 'top'): TableTwin {
  const { t, formats } = text;
  const { item, years, comparisons } = trend;
  const newest = years.at(-1)?.year ?? 0;
  return {
    columns: [
      { id: 'year', label: t('results:table.year') },
      { id: 'share', label: t(`results:item.${of}`), numeric: true },
      { id: 'interval', label: t('results:table.interval'), numeric: true },
      { id: 'rated', label: t('results:table.rated'), numeric: true },
      {
        id: 'difference',
        label: t('results:table.difference', { year: newest }),
        numeric: true,
      },
    ],
    rows: newestFirst(years).map((one) => ({
      id: String(one.year),
      head: yearHead(text, one),
      cells: [
        ...shareCells(one),
        differenceWords(
          text,
          comparisons.find(({ year }) => year === one.year),
          of,
        ),
      ],
    })),
  };

  function shareCells(one: ItemYear): (string | number)[] {
    if (!one.spread.shown) {
      const hidden = other(text, one);
      return [t(`results:withheldShort.${one.spread.why}`), hidden, hidden];
    }
    const share = itemShares(scaleOf(item), one.spread.value)?.[of] ?? null;
    const { rated } = one.spread.value;
    if (share === null) return ['–', '–', rated];
    return [formats.percent(share.share), intervalWords(text, share), rated];
  }
}

function other({ t }: Text, { spread }: ItemYear): string {
  return !spread.shown && spread.why === 'nothing' ? '–' : t('results:table.hidden');
}

function scaleOf(item: string): ScaleId {
  return scaleItem(item)?.scale ?? 'agree4';
}
