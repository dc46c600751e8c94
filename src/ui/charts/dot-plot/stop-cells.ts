import type { Plugin } from 'chart.js';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { hatched } from '#ui/charts/theme/paint.ts';
import { rowPx, type PlotRow } from './plot-data.ts';

const cellPx = 46;
const gapPx = 3;

/**
 * Draws the stops of each year as cells with the number of marks in each: the joint position has a frame in ink (dashed
 * where it was read from counts), seen without colour. A year whose spread is not shown has hatched cells: not zero.
 */
export function stopCells(
  theme: ChartTheme,
  rows: readonly PlotRow[],
  mostDots: number,
): Plugin<'scatter'> {
  return {
    id: 'stopCells',
    beforeDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      const [x, y] = [scales['x'], scales['y']];
      if (x === undefined || y === undefined) return;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const [at, { stops, token }] of rows.entries()) {
        const top = y.getPixelForValue(at) - (rowPx * 0.2 + cellPx / 2);
        for (const [stop, { count, joint, fromCounts }] of stops.entries()) {
          const left = x.getPixelForValue(stop - 0.5) + gapPx / 2;
          const width = x.getPixelForValue(stop + 0.5) - left - gapPx / 2;
          const ground = theme.colour('--surface-sunk');
          ctx.fillStyle = count === null ? hatched(ctx, theme, ground) : ground;
          ctx.fillRect(left, top, width, cellPx);
          if (joint) {
            ctx.globalAlpha = 0.35;
            ctx.fillStyle = theme.colour(token);
            ctx.fillRect(left, top, width, cellPx);
            ctx.globalAlpha = 1;
          }
          ctx.strokeStyle = joint ? theme.ink : theme.colour('--line');
          ctx.lineWidth = joint ? 3 : 1;
          ctx.setLineDash(joint && fromCounts ? [5, 4] : []);
          ctx.strokeRect(left + 1, top + 1, width - 2, cellPx - 2);
          ctx.setLineDash([]);
          if (count === null || count === 0) continue;
          ctx.font = `400 13px ${theme.fontFamily}`;
          ctx.fillStyle = theme.ink;
          const isAlone = count > mostDots;
          ctx.fillText(String(count), left + width / 2, top + (isAlone ? cellPx / 2 : cellPx - 9));
        }
      }
      ctx.restore();
    },
  };
}
