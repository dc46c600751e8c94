import type { ScaleId } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import { itemShares } from '#projections/item-shares.ts';
import type { Distribution, ItemTrend, ItemYear } from '#projections/views.ts';
import { Figure, type TableTwin } from '#ui/charts/figure/figure.tsx';
import { StackedYears, type StackData } from '#ui/charts/stacked-years/stacked-years.tsx';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { FigureFiles } from '#ui/team/results/figure-files/figure-files.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';
import { differenceWords } from './difference-words.ts';
import {
  distributionCells,
  distributionColumns,
  segmentsOf,
  newestFirst,
  type FigureOf,
} from './figure-parts.ts';
import { intervalWords, withSource, yearHead } from './share-words.ts';

/** One question to parents or children: how its answers were spread, a bar a year. */
export function ItemFigure({ trend, year, least, actions }: FigureOf<ItemTrend>) {
  const text = useText();
  const title = text.form(trend.form).heading(trend.item);
  const table = itemTable(text, trend);
  return (
    <Figure
      title={title}
      sentence={trendText(text, trend, year, least)}
      chart={(label) => <StackedYears label={label} data={itemChart(text, trend)} />}
      table={table}
      actions={
        <>
          <FigureFiles title={title} table={table} />
          {actions}
        </>
      }
    />
  );
}

/** Parents' bars are shares of a whole; the children's are counts, since each of them is a voice. */
export function itemChart(text: Text, { form, item, years }: ItemTrend): StackData {
  const scale = scaleItem(item)?.scale ?? 'agree4';
  const segments = segmentsOf(text, form, scale);
  return {
    measure: form === 'children' ? 'count' : 'share',
    segments,
    rows: newestFirst(years).map((one) => ({
      label: String(one.year),
      counts: stepsOf(one, scale),
      note: noteOf(text, one),
      breaks: !one.continues,
    })),
  };
}

/** Null where there is nothing to draw: withheld, or an earlier form that told no steps. */
function stepsOf({ spread }: ItemYear, scale: ScaleId): number[] | null {
  return spread.shown && spread.value.onlyShare !== true ? countsOf(spread.value, scale) : null;
}

function noteOf(text: Text, year: ItemYear): string {
  const { spread } = year;
  if (!spread.shown) return text.t(`results:withheldShort.${spread.why}`);
  const { rated, favourable, onlyShare } = spread.value;
  if (onlyShare !== true)
    return withSource(text, year, text.t('results:chart.answers', { count: rated }));
  const share = text.formats.percent(favourable / rated);
  return withSource(text, year, text.t('results:chart.onlyShare', { share, count: rated }));
}

function countsOf({ points }: Distribution, scale: ScaleId): number[] {
  return scales[scale].points.map((point) => points.get(point) ?? 0);
}

/** The same numbers as a table, with what only a table has room for: who gave no answer, shares, differences. */
export function itemTable(text: Text, trend: ItemTrend): TableTwin {
  const { t } = text;
  const { form, item, years } = trend;
  const scale = scaleItem(item)?.scale ?? 'agree4';
  const hasTop = scales[scale].favourable.length > 1;
  const newest = years.at(-1)?.year;
  return {
    columns: [
      ...distributionColumns(text, form, scale),
      { id: 'missing', label: t('results:table.missing'), numeric: true },
      { id: 'share', label: t('results:table.share'), numeric: true },
      { id: 'interval', label: t('results:table.interval'), numeric: true },
      ...(hasTop ? [{ id: 'top', label: t('results:table.top'), numeric: true }] : []),
      ...(years.length > 1 && newest !== undefined
        ? [
            {
              id: 'difference',
              label: t('results:table.difference', { year: newest }),
              numeric: true,
            },
          ]
        : []),
    ],
    rows: newestFirst(years).map((one) => ({
      id: String(one.year),
      head: yearHead(text, one),
      cells: [
        ...distributionCells(text, scale, one.spread),
        ...shareCells(text, scale, one, hasTop),
        ...(years.length > 1 ? [differenceOf(text, trend, one.year)] : []),
      ],
    })),
  };
}

function shareCells(
  text: Text,
  scale: ScaleId,
  { spread, missing }: ItemYear,
  hasTop: boolean,
): (string | number)[] {
  const { t, formats } = text;
  if (!spread.shown) {
    const other = spread.why === 'nothing' ? '–' : t('results:table.hidden');
    return [other, other, other, ...(hasTop ? [other] : [])];
  }
  const shares = itemShares(scale, spread.value);
  if (shares === null) return [missing, '–', '–', ...(hasTop ? ['–'] : [])];
  return [
    missing,
    formats.percent(shares.positive.share),
    intervalWords(text, shares.positive),
    ...(hasTop ? [shares.top === null ? '–' : formats.percent(shares.top.share)] : []),
  ];
}

function differenceOf(text: Text, { comparisons }: ItemTrend, year: number): string {
  return differenceWords(
    text,
    comparisons.find((one) => one.year === year),
  );
}
