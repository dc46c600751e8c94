import type { Chart, Plugin } from 'chart.js';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { textColourOn } from '#ui/charts/theme/paint.ts';

/** A text beside one bar, or from the axis on where there is no bar: why it is withheld. */
export interface RowText {
  readonly text: string;
  readonly instead: boolean;
}

const gapPx = 8;

/** Draws the counts inside their segments where they fit: a bar is read without its colour. */
export function segmentTexts(
  theme: ChartTheme,
  texts: readonly (readonly string[])[],
  colours: readonly string[],
): Plugin<'bar'> {
  return {
    id: 'segmentTexts',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.font = `600 14px ${theme.fontFamily}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const [segment, ofSegment] of texts.entries()) {
        for (const [row, text] of ofSegment.entries()) {
          const bar = chart.getDatasetMeta(segment).data[row];
          if (bar === undefined || text === '') continue;
          const { x, y, base } = bar.getProps(['x', 'y', 'base'], true) as unknown as {
            x: number;
            y: number;
            base: number;
          };
          const textWidth = ctx.measureText(text).width;
          if (Math.abs(x - base) < textWidth + 6) continue;
          const colour = colours[segment] ?? theme.ink;
          const middle = (x + base) / 2;
          // A quiet plate, so that hatching doesn't run through the number.
          ctx.fillStyle = colour;
          ctx.fillRect(middle - textWidth / 2 - 3, y - 9, textWidth + 6, 18);
          ctx.fillStyle = textColourOn(ctx, colour);
          ctx.fillText(text, middle, y);
        }
      }
      ctx.restore();
    },
  };
}

/** Draws each row's own text after its bar. */
export function rowEndTexts(theme: ChartTheme, rows: readonly RowText[]): Plugin<'bar'> {
  return {
    id: 'rowEndTexts',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'left';
      ctx.fillStyle = theme.ink;
      for (const [row, { text, instead }] of rows.entries()) {
        const y = chart.scales['y']?.getPixelForValue(row);
        if (y === undefined || text === '') continue;
        ctx.font = `${instead ? 'italic 400' : '600'} 14px ${theme.fontFamily}`;
        const place = (instead ? chartArea.left : barEnd(chart, row)) + gapPx;
        ctx.fillText(text, place, y, chart.width - place);
      }
      ctx.restore();
    },
  };
}

function barEnd(chart: Chart<'bar'>, row: number): number {
  let end = chart.chartArea.left;
  for (const meta of chart.getSortedVisibleDatasetMetas()) {
    const bar = meta.data[row];
    if (bar !== undefined && Number.isFinite(bar.x)) end = Math.max(end, bar.x);
  }
  return end;
}
