import { ChartCanvas, type BarConfig } from '#ui/charts/canvas/chart-canvas.tsx';
import { seriesBreaks } from '#ui/charts/canvas/series-breaks.ts';
import { rowEndTexts, segmentTexts } from '#ui/charts/canvas/row-texts.ts';
import { Legend, type LegendEntry } from '#ui/charts/legend/legend.tsx';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { hatched } from '#ui/charts/theme/paint.ts';

/** One bar: a year with its counts by segment, or why it has none. */
export interface StackRow {
  readonly label: string;
  /** In segment order; null while withheld. */
  readonly counts: readonly number[] | null;
  /** After the bar (how many answered), or instead of it (why it is withheld). */
  readonly note: string;
  /** Asked otherwise than the row beneath it: a dashed line is drawn between the two. */
  readonly breaks?: boolean;
}

export interface StackData {
  readonly segments: readonly LegendEntry[];
  /** Newest first. */
  readonly rows: readonly StackRow[];
  /** `share`: every bar is as long as the others. `count`: a bar is as long as its sum. */
  readonly measure: 'count' | 'share';
}

const rowPx = 40;

/** Horizontal stacked bars, a year each, with the counts written in them and a legend above. */
export function StackedYears({ label, data }: { label: string; data: StackData }) {
  return (
    <>
      <Legend entries={data.segments} />
      <ChartCanvas
        label={label}
        heightPx={data.rows.length * rowPx + 8}
        data={data}
        toConfig={stackToConfig}
      />
    </>
  );
}

function sumOf(counts: readonly number[] | null): number {
  return (counts ?? []).reduce((sum, count) => sum + count, 0);
}

/** About what the longest text after a bar takes: the canvas can't be asked before it is laid out. */
function roomFor(rows: readonly StackRow[]): number {
  const longest = Math.max(0, ...rows.map((row) => (row.counts === null ? 0 : row.note.length)));
  return longest === 0 ? 8 : longest * 8 + 12;
}

/** The Chart.js configuration of stacked years; pure but for the canvas pattern. */
export function stackToConfig(data: StackData, theme: ChartTheme): BarConfig {
  const colours = data.segments.map((segment) => theme.colour(segment.token));
  const longest = Math.max(1, ...data.rows.map((row) => sumOf(row.counts)));
  const lengthOf = (row: StackRow, segment: number): number | null => {
    const count = row.counts?.[segment];
    if (count === undefined || count === 0) return null;
    return data.measure === 'share' ? count / sumOf(row.counts) : count / longest;
  };
  const texts = data.segments.map((_, segment) =>
    data.rows.map((row) => String(row.counts?.[segment] || '')),
  );
  const ends = data.rows.map((row) => ({ text: row.note, instead: row.counts === null }));
  return {
    type: 'bar',
    data: {
      labels: data.rows.map((row) => row.label),
      datasets: data.segments.map((segment, index) => ({
        label: segment.label,
        data: data.rows.map((row) => lengthOf(row, index)),
        backgroundColor: (context: { chart: { ctx: CanvasRenderingContext2D } }) =>
          segment.hatched
            ? hatched(context.chart.ctx, theme, colours[index] ?? theme.ink)
            : (colours[index] ?? theme.ink),
        borderColor: theme.ground,
        borderWidth: 1,
        borderSkipped: false,
        barThickness: 28,
      })),
    },
    options: {
      indexAxis: 'y',
      animation: false,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: roomFor(data.rows) } },
      scales: {
        x: { stacked: true, display: false, min: 0, max: 1 },
        y: {
          stacked: true,
          grid: { display: false },
          border: { color: theme.line },
          ticks: { color: theme.ink, font: { family: theme.fontFamily, size: 15 } },
        },
      },
    },
    plugins: [
      segmentTexts(theme, texts, colours),
      rowEndTexts(theme, ends, []),
      seriesBreaks(
        theme,
        data.rows.map(({ breaks }) => breaks === true),
      ),
    ],
  };
}
