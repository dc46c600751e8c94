import type { Plugin } from 'chart.js';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';

/** Draws a dashed line below each row that was asked otherwise than the row beneath it: the series is broken there. */
export function seriesBreaks(theme: ChartTheme, breaks: readonly boolean[]): Plugin<'bar'> {
  return {
    id: 'seriesBreaks',
    afterDatasetsDraw(chart) {
      const { ctx, scales, chartArea } = chart;
      ctx.save();
      ctx.strokeStyle = theme.ink;
      ctx.lineWidth = 1;
      ctx.setLineDash([6, 4]);
      for (const [row, isBroken] of breaks.entries()) {
        // Below the oldest row nothing is broken off.
        if (!isBroken || row === breaks.length - 1) continue;
        const [y, next] = [row, row + 1].map((at) => scales['y']?.getPixelForValue(at));
        if (y === undefined || next === undefined) continue;
        ctx.beginPath();
        ctx.moveTo(0, (y + next) / 2);
        ctx.lineTo(chartArea.right, (y + next) / 2);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
