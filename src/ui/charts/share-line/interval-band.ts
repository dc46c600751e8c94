import type { Chart, Plugin } from 'chart.js';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { isJoined, type ShareYear } from './share-year.ts';

const capPx = 7;

interface Reach {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Draws the intervals: an upright line with end marks at each year, and a band with edges between years that can be
 * compared. Where the series is broken there is no band but a dashed line across.
 */
export function intervalBand(theme: ChartTheme, years: readonly ShareYear[]): Plugin<'line'> {
  return {
    id: 'intervalBand',
    beforeDatasetsDraw(chart) {
      const { ctx } = chart;
      const reaches = years.map((year, at) => reachOf(chart, year, at));
      ctx.save();
      for (const [at, reach] of reaches.entries()) {
        const before = reaches[at - 1];
        if (reach !== undefined && before !== undefined && isJoined(years, at)) {
          band(ctx, theme, before, reach);
        }
        if (years[at]?.breaks === true && at > 0) breakBefore(chart, theme, at);
        if (reach !== undefined) upright(ctx, theme, reach);
      }
      ctx.restore();
    },
  };
}

function reachOf(chart: Chart<'line'>, { interval }: ShareYear, at: number): Reach | undefined {
  const [x, y] = [chart.scales['x'], chart.scales['y']];
  if (interval === null || x === undefined || y === undefined) return undefined;
  return {
    x: x.getPixelForValue(at),
    top: y.getPixelForValue(Math.min(1, interval.upper) * 100),
    bottom: y.getPixelForValue(Math.max(0, interval.lower) * 100),
  };
}

function band(ctx: CanvasRenderingContext2D, theme: ChartTheme, from: Reach, to: Reach): void {
  ctx.globalAlpha = 0.22;
  ctx.fillStyle = theme.colour('--year-2');
  ctx.beginPath();
  ctx.moveTo(from.x, from.top);
  ctx.lineTo(to.x, to.top);
  ctx.lineTo(to.x, to.bottom);
  ctx.lineTo(from.x, from.bottom);
  ctx.fill();
  ctx.globalAlpha = 1;
  // Edges, so that the band is there without its colour too.
  ctx.strokeStyle = theme.line;
  ctx.lineWidth = 1;
  for (const edge of ['top', 'bottom'] as const) {
    ctx.beginPath();
    ctx.moveTo(from.x, from[edge]);
    ctx.lineTo(to.x, to[edge]);
    ctx.stroke();
  }
}

function upright(
  ctx: CanvasRenderingContext2D,
  theme: ChartTheme,
  { x, top, bottom }: Reach,
): void {
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  for (const end of [top, bottom]) {
    ctx.moveTo(x - capPx, end);
    ctx.lineTo(x + capPx, end);
  }
  ctx.stroke();
}

function breakBefore(chart: Chart<'line'>, theme: ChartTheme, at: number): void {
  const { ctx, chartArea, scales } = chart;
  const [from, to] = [at - 1, at].map((place) => scales['x']?.getPixelForValue(place));
  if (from === undefined || to === undefined) return;
  ctx.save();
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1;
  ctx.setLineDash([6, 4]);
  ctx.beginPath();
  ctx.moveTo((from + to) / 2, chartArea.top);
  ctx.lineTo((from + to) / 2, chartArea.bottom);
  ctx.stroke();
  ctx.restore();
}
