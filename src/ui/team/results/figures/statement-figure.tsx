import { scales } from '#instruments/scales.ts';
import { mayLeaveTheTeam } from '#projections/kept-years.ts';
import type { ItemTrend, ItemYear } from '#projections/views.ts';
import { Figure, type TableTwin } from '#ui/charts/figure/figure.tsx';
import { DotPlot } from '#ui/charts/dot-plot/dot-plot.tsx';
import type { PlotData } from '#ui/charts/dot-plot/plot-data.ts';
import { yearToken } from '#ui/charts/theme/chart-theme.ts';
import type { DataRow } from '#ui/parts/data-table/data-table.tsx';
import { useText, type Text } from '#ui/parts/text/text.tsx';
import { FigureFiles } from '#ui/team/results/figure-files/figure-files.tsx';
import { spreadText, trendText } from '#ui/team/results/sentence-text.ts';
import { scaleItem } from '#ui/team/results/subjects.ts';
import {
  distributionCells,
  distributionColumns,
  newestFirst,
  type FigureOf,
} from './figure-parts.ts';

const { points } = scales.working6;

/** One statement over the years: the joint position and how the team's own marks lay. */
export function StatementFigure({ trend, year, actions }: FigureOf<ItemTrend>) {
  const text = useText();
  const reflection = text.form('reflection');
  const newest = trend.years.find((one) => one.year === year);
  const spread = newest === undefined ? '' : spreadText(text, newest);
  const title = reflection.heading(trend.item);
  const table = statementTable(text, trend);
  const item = scaleItem(trend.item);
  const staysHere = trend.years.some(
    (one) => item === undefined || !mayLeaveTheTeam('reflection', item, one.spread),
  );
  const agreed = { ...table, columns: table.columns.slice(0, 2), rows: table.rows.map(onlyAgreed) };
  return (
    <Figure
      title={title}
      sentence={`${trendText(text, trend, year)} ${spread}`.trim()}
      chart={(label) => <DotPlot label={label} data={statementPlot(text, trend, year)} />}
      table={table}
      paper={
        staysHere
          ? {
              sentence: trendText(text, trend, year),
              note: text.t('results:figure.staysInTeam'),
              table: agreed,
            }
          : undefined
      }
      actions={
        <>
          <FigureFiles title={title} table={staysHere ? agreed : table} hasPicture={!staysHere} />
          {actions}
        </>
      }
    />
  );
}

/** The joint position is a row's first cell. */
function onlyAgreed(row: DataRow): DataRow {
  return { ...row, cells: row.cells.slice(0, 1) };
}

/** A statement's years as rows of stops, the newest first. */
export function statementPlot(text: Text, { years }: ItemTrend, year: number): PlotData {
  const { point } = text.form('reflection');
  const rows = newestFirst(years).map((one) => ({
    label: String(one.year),
    token: yearToken(year, one.year),
    stops: points.map((stop) => ({
      point: stop,
      count: one.spread.shown ? (one.spread.value.points.get(stop) ?? 0) : null,
      joint: (one.position ?? one.middleOfCounts) === stop,
      fromCounts: one.position === null,
    })),
    note: noteOf(text, one),
  }));
  return { rows, ends: [point('working6', 6), point('working6', 1)] };
}

function noteOf({ t, form }: Text, { spread, position }: ItemYear): string {
  if (typeof position === 'string') {
    return t('results:chart.jointIs', { mark: form('reflection').nonAnswer('working6', position) });
  }
  if (!spread.shown) {
    return spread.why === 'nothing' ? '' : t(`results:withheldShort.${spread.why}`);
  }
  const unknown = spread.value.nonAnswers.get('unknown') ?? 0;
  return unknown === 0 ? '' : t('results:chart.unknown', { count: unknown });
}

/** What was agreed on; or else the middle of an earlier form's counts, which says so. */
function jointWords(
  { t, form }: Text,
  { position, middleOfCounts, positionsDiffer }: ItemYear,
): string {
  if (positionsDiffer) return t('results:table.differs');
  const stop = position ?? middleOfCounts;
  if (stop === null) return t('results:table.notSet');
  const mark = form('reflection').mark('working6', stop);
  return t(position === null ? 'results:table.median' : 'results:table.agreed', { mark });
}

/** The same numbers as a table. */
export function statementTable(text: Text, { years }: ItemTrend): TableTwin {
  const { t } = text;
  const [year, ...marks] = distributionColumns(text, 'reflection', 'working6');
  return {
    columns: [
      year ?? { id: 'year', label: '' },
      { id: 'joint', label: t('results:table.joint') },
      ...marks,
    ],
    rows: newestFirst(years).map((one) => ({
      id: String(one.year),
      head: String(one.year),
      cells: [jointWords(text, one), ...distributionCells(text, 'working6', one.spread)],
    })),
  };
}
