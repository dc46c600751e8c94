import type { Plugin } from 'chart.js';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { rowPx, type PlotRow } from './plot-data.ts';

/** Writes the scale's two ends above the stops, and each year's note below its own. */
export function rowNotes(
  theme: ChartTheme,
  rows: readonly PlotRow[],
  [first, last]: readonly [string, string],
): Plugin<'scatter'> {
  return {
    id: 'rowNotes',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      ctx.save();
      ctx.font = `400 13px ${theme.fontFamily}`;
      ctx.fillStyle = theme.ink;
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      ctx.fillText(first, chartArea.left, 12);
      ctx.textAlign = 'right';
      ctx.fillText(last, chartArea.right, 12);
      ctx.textAlign = 'left';
      ctx.font = `italic 400 13px ${theme.fontFamily}`;
      for (const [at, { note }] of rows.entries()) {
        const y = scales['y']?.getPixelForValue(at);
        if (note === '' || y === undefined) continue;
        ctx.fillText(note, chartArea.left, y + rowPx * 0.31, chartArea.width);
      }
      ctx.restore();
    },
  };
}
