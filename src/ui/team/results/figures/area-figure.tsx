import { scales } from '#instruments/scales.ts';
import type { AreaTrend } from '#projections/views.ts';
import { Figure, type TableTwin } from '#ui/charts/figure/figure.tsx';
import { StackedYears, type StackData } from '#ui/charts/stacked-years/stacked-years.tsx';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { FigureFiles } from '#ui/team/results/figure-files/figure-files.tsx';
import { trendText } from '#ui/team/results/sentence-text.ts';
import { segmentsOf, newestFirst, type FigureOf } from './figure-parts.ts';

const { points } = scales.working6;

/** One area: how many of its statements stand at each stop, this year above earlier ones. */
export function AreaFigure({ trend, year, actions }: FigureOf<AreaTrend>) {
  const text = useText();
  const title = text.form('reflection').section(trend.area);
  const table = areaTable(text, trend);
  return (
    <Figure
      title={title}
      sentence={trendText(text, trend, year)}
      chart={(label) => <StackedYears label={label} data={areaChart(text, trend)} />}
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

/** The area's years as stacked bars: a bar is as long as the number of statements with a position. */
export function areaChart(text: Text, { years }: AreaTrend): StackData {
  return {
    measure: 'count',
    segments: segmentsOf(text, 'reflection', 'working6'),
    rows: newestFirst(years).map((year) => ({
      label: String(year.year),
      counts: points.map((point) => year.points.get(point) ?? 0),
      note: unplacedNote(text, year.applicable - year.placed),
    })),
  };
}

/** The same numbers as a table. */
export function areaTable(text: Text, { years }: AreaTrend): TableTwin {
  const { t } = text;
  return {
    columns: [
      { id: 'year', label: t('results:table.year') },
      ...points.map((point) => ({
        id: String(point),
        label: text.form('reflection').point('working6', point),
        numeric: true,
      })),
      { id: 'unplaced', label: t('results:table.unplaced'), numeric: true },
    ],
    rows: newestFirst(years).map((year) => ({
      id: String(year.year),
      head: String(year.year),
      cells: [...points.map((point) => year.points.get(point) ?? 0), year.applicable - year.placed],
    })),
  };
}

function unplacedNote({ t }: Text, count: number): string {
  return count > 0 ? t('results:chart.unplaced', { count }) : '';
}
