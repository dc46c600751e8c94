import { ChartCanvas, type ChartRoom } from '#ui/charts/canvas/chart-canvas.tsx';
import type { Drawing } from '#ui/charts/canvas/draw-chart.ts';
import { rowEndTexts, segmentTexts } from '#ui/charts/canvas/row-texts.ts';
import { labelsHeightPx, segmentLabels } from '#ui/charts/canvas/segment-labels.ts';
import { seriesBreaks } from '#ui/charts/canvas/series-breaks.ts';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { hatched } from '#ui/charts/theme/paint.ts';

/** What one colour of the bars stands for. */
export interface Segment {
  readonly label: string;
  /** The custom property that holds the colour. */
  readonly token: string;
  /** Drawn with slanting lines: the unfavourable side. */
  readonly hatched: boolean;
}

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
  readonly segments: readonly Segment[];
  /** Newest first. */
  readonly rows: readonly StackRow[];
  /** `share`: every bar is as long as the others. `count`: a bar is as long as its sum. */
  readonly measure: 'count' | 'share';
}

const rowPx = 40;

/** Horizontal stacked bars, a year each, with the counts written in them and their labels above the first. */
export function StackedYears({ label, data }: { label: string; data: StackData }) {
  return <ChartCanvas label={label} heightPx={heightPx} data={data} toConfig={stackToConfig} />;
}

function heightPx({ segments, rows }: StackData, room: ChartRoom): number {
  return rows.length * rowPx + 8 + labelsHeightPx(labelsOf(segments), room);
}

function labelsOf(segments: readonly Segment[]): readonly string[] {
  return segments.map(({ label }) => label);
}

function sumOf(counts: readonly number[] | null): number {
  return (counts ?? []).reduce((sum, count) => sum + count, 0);
}

/** What the longest text after a bar takes, up to two fifths of the drawing: the bars come first. */
function roomForNotes(rows: readonly StackRow[], { measure, widthPx }: ChartRoom): number {
  const notes = rows.map(({ counts, note }) => (counts === null ? 0 : measure(note, '600 14px')));
  const longest = Math.max(0, ...notes);
  return longest === 0 ? 8 : Math.min(longest + 16, widthPx * 0.4);
}

/** The Chart.js configuration of stacked years; pure but for the canvas pattern. */
export function stackToConfig(data: StackData, theme: ChartTheme, room: ChartRoom): Drawing {
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
  const fillOf = (segment: number, ctx: CanvasRenderingContext2D): string | CanvasPattern => {
    const colour = colours[segment] ?? theme.ink;
    return data.segments[segment]?.hatched === true ? hatched(ctx, theme, colour) : colour;
  };
  const labels = labelsOf(data.segments);
  const ends = data.rows.map((row) => ({ text: row.note, instead: row.counts === null }));
  return {
    type: 'bar',
    data: {
      labels: data.rows.map((row) => row.label),
      datasets: data.segments.map((segment, index) => ({
        label: segment.label,
        data: data.rows.map((row) => lengthOf(row, index)),
        backgroundColor: (context: { chart: { ctx: CanvasRenderingContext2D } }) =>
          fillOf(index, context.chart.ctx),
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
      layout: {
        padding: { top: labelsHeightPx(labels, room), right: roomForNotes(data.rows, room) },
      },
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
      rowEndTexts(theme, ends),
      segmentLabels(theme, room, labels, fillOf),
      seriesBreaks(
        theme,
        data.rows.map(({ breaks }) => breaks === true),
      ),
    ],
  };
}
