import { ChartCanvas, type ChartRoom } from '#ui/charts/canvas/chart-canvas.tsx';
import type { Drawing } from '#ui/charts/canvas/draw-chart.ts';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { intervalBand } from './interval-band.ts';
import { pointWords } from './point-words.ts';
import { isJoined, type ShareYear } from './share-year.ts';

const heightPx = (years: readonly ShareYear[]): number =>
  250 + Math.max(0, ...years.map(({ under }) => under.length)) * 18;

/** Shares over the years, oldest first, on a scale from 0 to 100 %: a point a year in its interval's band. */
export function ShareLine({ label, years }: { label: string; years: readonly ShareYear[] }) {
  return <ChartCanvas label={label} heightPx={heightPx} data={years} toConfig={sharesToConfig} />;
}

/** The Chart.js configuration of shares per year. */
export function sharesToConfig(
  years: readonly ShareYear[],
  theme: ChartTheme,
  { widthPx }: ChartRoom,
): Drawing {
  const font = { family: theme.fontFamily, size: 13 };
  const isNarrow = widthPx < 480;
  return {
    type: 'line',
    data: {
      labels: years.map(({ label }) => label),
      datasets: [
        {
          data: years.map(({ share }) => (share === null ? null : share * 100)),
          borderColor: theme.ink,
          borderWidth: 2,
          segment: {
            borderColor: ({ p1DataIndex }) =>
              isJoined(years, p1DataIndex) ? theme.ink : 'transparent',
          },
          pointRadius: 7,
          pointBackgroundColor: years.map(({ token }) => theme.colour(token)),
          pointBorderColor: theme.ink,
          pointBorderWidth: 2,
          clip: false,
        },
      ],
    },
    options: {
      animation: false,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 12, right: 8 } },
      scales: {
        x: {
          offset: true,
          grid: { display: false },
          border: { color: theme.line },
          ticks: {
            color: theme.ink,
            autoSkip: false,
            maxRotation: 0,
            font: { ...font, size: isNarrow ? 13 : 14 },
            callback: (_, at) => [years[at]?.label ?? '', ...(years[at]?.under ?? [])],
          },
        },
        y: {
          min: 0,
          max: 100,
          grid: { color: theme.colour('--line') },
          border: { display: false },
          ticks: { stepSize: 25, color: theme.ink, font, callback: (value) => `${value} %` },
        },
      },
    },
    plugins: [intervalBand(theme, years), pointWords(theme, years)],
  };
}
