import { ChartCanvas, type BarConfig } from '#ui/charts/canvas/chart-canvas.tsx';
import { seriesBreaks } from '#ui/charts/canvas/series-breaks.ts';
import { rowEndTexts, whiskers } from '#ui/charts/canvas/row-texts.ts';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';

/** One year's share, 0–1, with the words beside its bar; a null share is withheld and `text` says why. */
export interface ShareRow {
  readonly label: string;
  readonly share: number | null;
  /** Its 95 % interval, drawn as a whisker; null where there is none. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly text: string;
  readonly token: string;
  /** Asked otherwise than the row beneath it: a dashed line is drawn between the two. */
  readonly breaks: boolean;
}

const rowPx = 40;
const axisPx = 34;

/** Horizontal bars on a scale from 0 to 100 %, a year each in the year's colour. */
export function ShareBars({ label, rows }: { label: string; rows: readonly ShareRow[] }) {
  return (
    <ChartCanvas
      label={label}
      heightPx={rows.length * rowPx + axisPx}
      data={rows}
      toConfig={sharesToConfig}
    />
  );
}

/** The Chart.js configuration of shares per year. */
export function sharesToConfig(rows: readonly ShareRow[], theme: ChartTheme): BarConfig {
  const colours = rows.map((row) => theme.colour(row.token));
  const tickFont = { family: theme.fontFamily, size: 13 };
  return {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        {
          data: rows.map((row) => (row.share === null ? null : row.share * 100)),
          backgroundColor: colours,
          // The lighter years keep an edge that is seen against the paper.
          borderColor: theme.line,
          borderWidth: 1,
          barThickness: 28,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: 24 } },
      scales: {
        x: {
          min: 0,
          max: 100,
          grid: { color: theme.colour('--line') },
          border: { display: false },
          ticks: {
            stepSize: 25,
            color: theme.ink,
            font: tickFont,
            callback: (value) => `${value} %`,
          },
        },
        y: {
          grid: { display: false },
          border: { color: theme.line },
          ticks: { color: theme.ink, font: { ...tickFont, size: 15 } },
        },
      },
    },
    plugins: [
      whiskers(theme, rows),
      seriesBreaks(
        theme,
        rows.map(({ breaks }) => breaks),
      ),
      rowEndTexts(
        theme,
        rows.map(({ text, share, interval }) => ({
          text,
          instead: share === null,
          ...(interval === null ? {} : { end: interval.upper * 100 }),
        })),
        colours,
      ),
    ],
  };
}
