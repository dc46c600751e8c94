import { ChartCanvas, type ChartRoom } from '#ui/charts/canvas/chart-canvas.tsx';
import type { Drawing } from '#ui/charts/canvas/draw-chart.ts';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { rowPx, type PlotData } from './plot-data.ts';
import { stopCells } from './stop-cells.ts';
import { rowNotes } from './row-notes.ts';

/** More marks than this are told by their number only. */
const mostDots = 12;
const dotPx = 4;

/** A statement's years over the six stops: a dot per mark, the joint position a framed stop. No names, no order. */
export function DotPlot({ label, data }: { label: string; data: PlotData }) {
  return <ChartCanvas label={label} heightPx={heightPx} data={data} toConfig={dotsToConfig} />;
}

function heightPx({ rows }: PlotData): number {
  return rows.length * rowPx + 30;
}

/** The Chart.js configuration of one statement's spread: the dots of a stop lie in rows of up to four. */
export function dotsToConfig(
  { rows, ends }: PlotData,
  theme: ChartTheme,
  room: ChartRoom,
): Drawing {
  const stops = rows[0]?.stops.length ?? 0;
  const columnPx = (room.widthPx - 56) / Math.max(1, stops);
  const step = { x: Math.min(11, (columnPx - 10) / 4) / columnPx, y: 11 / rowPx };
  const dots = rows.flatMap((row, at) =>
    row.stops.flatMap(({ count }, stop) =>
      count === null || count > mostDots
        ? []
        : placesOf(count).map(({ x, y }) => ({ x: stop + x * step.x, y: at - 0.2 + y * step.y })),
    ),
  );
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: dots,
          pointRadius: dotPx,
          pointBackgroundColor: theme.ink,
          pointBorderWidth: 0,
          clip: false,
        },
      ],
    },
    options: {
      animation: false,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 26 } },
      scales: {
        x: { min: -0.5, max: stops - 0.5, display: false },
        y: {
          min: -0.5,
          max: rows.length - 0.5,
          reverse: true,
          grid: { display: false },
          border: { display: false },
          afterBuildTicks: (axis) => {
            axis.ticks = rows.map((_, value) => ({ value: value - 0.2 }));
          },
          ticks: {
            color: theme.ink,
            font: { family: theme.fontFamily, size: 15 },
            callback: (_, at) => rows[at]?.label ?? '',
          },
        },
      },
    },
    plugins: [stopCells(theme, rows, mostDots), rowNotes(theme, rows, ends)],
  };
}

/** Where some dots lie around the middle of their stop, in dots: rows of four, each in the middle. */
function placesOf(count: number): readonly { readonly x: number; readonly y: number }[] {
  const lines = Math.ceil(count / 4);
  return Array.from({ length: count }, (_, dot) => {
    const line = Math.floor(dot / 4);
    const inLine = line === lines - 1 ? count - line * 4 : 4;
    return { x: (dot % 4) - (inLine - 1) / 2, y: line - (lines - 1) / 2 - 0.55 };
  });
}
