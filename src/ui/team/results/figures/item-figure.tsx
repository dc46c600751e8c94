import type { ScaleId } from '#instruments/form.ts';
import { scales } from '#instruments/scales.ts';
import type { Distribution, ItemTrend } from '#projections/views.ts';
import { Figure, type TableTwin } from '#ui/charts/figure/figure.tsx';
import { StackedYears, type StackData } from '#ui/charts/stacked-years/stacked-years.tsx';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';
import {
  distributionCells,
  distributionColumns,
  legendOf,
  newestFirst,
  type FigureOf,
} from './figure-parts.ts';

/** One question to parents or children: how its answers were spread, a bar a year. */
export function ItemFigure({ trend, year, actions }: FigureOf<ItemTrend>) {
  const text = useText();
  return (
    <Figure
      title={text.form(trend.form).heading(trend.item)}
      sentence={trendText(text, trend, year)}
      chart={(label) => <StackedYears label={label} data={itemChart(text, trend)} />}
      table={itemTable(text, trend)}
      actions={actions}
    />
  );
}

/** Parents' bars are shares of a whole; the children's are counts, since each of them is a voice. */
export function itemChart(text: Text, { form, item, years }: ItemTrend): StackData {
  const scale = scaleItem(item)?.scale ?? 'agree4';
  const segments = legendOf(text, form, scale);
  return {
    measure: form === 'children' ? 'count' : 'share',
    segments,
    rows: newestFirst(years).map(({ year, spread }) => ({
      label: String(year),
      counts: spread.shown ? countsOf(spread.value, scale) : null,
      note: spread.shown
        ? text.t('results:chart.answers', { count: spread.value.rated })
        : text.t(`results:withheldShort.${spread.why}`),
    })),
  };
}

function countsOf({ points }: Distribution, scale: ScaleId): number[] {
  return scales[scale].points.map((point) => points.get(point) ?? 0);
}

/** The same numbers as a table. */
export function itemTable(text: Text, { form, item, years }: ItemTrend): TableTwin {
  const scale = scaleItem(item)?.scale ?? 'agree4';
  return {
    columns: distributionColumns(text, form, scale),
    rows: newestFirst(years).map(({ year, spread }) => ({
      id: String(year),
      head: String(year),
      cells: distributionCells(text, scale, spread),
    })),
  };
}
