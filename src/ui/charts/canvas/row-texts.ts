import type { Plugin } from 'chart.js';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { textColourOn } from '#ui/charts/theme/paint.ts';

/** A text beside one bar: `inside` when the bar has room for it, else after the row's end. */
export interface RowText {
  readonly text: string;
  /** Where the row's drawing ends, on the x axis' scale, when that is beyond its bar. */
  readonly end?: number;
  /** Drawn from the axis, since there is no bar: why it is withheld. */
  readonly instead: boolean;
}

const gapPx = 8;
/** Below the middle of the bar, out of the way of its text. */
const whiskerDropPx = 10;

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

/** Draws each row's own text after its bar, or inside its end where the space is short. */
export function rowEndTexts(
  theme: ChartTheme,
  rows: readonly RowText[],
  colours: readonly string[],
): Plugin<'bar'> {
  return {
    id: 'rowEndTexts',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      ctx.save();
      ctx.textBaseline = 'middle';
      for (const [row, { text, instead, end: beyond }] of rows.entries()) {
        const y = chart.scales['y']?.getPixelForValue(row);
        if (y === undefined || text === '') continue;
        ctx.font = `${instead ? '400' : '600'} 14px ${theme.fontFamily}`;
        const drawn = beyond === undefined ? 0 : (chart.scales['x']?.getPixelForValue(beyond) ?? 0);
        const end = instead ? chartArea.left : Math.max(barEnd(chart, row), drawn);
        const fitsAfter = end + gapPx + ctx.measureText(text).width <= chart.width;
        const colour = colours[row] ?? theme.ink;
        // Inside its bar a text stands where the bar begins when something is drawn at the end.
        const startsBar = !fitsAfter && beyond !== undefined;
        const place = fitsAfter
          ? end + gapPx
          : startsBar
            ? chartArea.left + gapPx
            : barEnd(chart, row) - gapPx;
        ctx.textAlign = fitsAfter || startsBar ? 'left' : 'right';
        ctx.fillStyle = fitsAfter ? theme.ink : textColourOn(ctx, colour);
        ctx.fillText(text, place, y, chart.width - chartArea.left);
      }
      ctx.restore();
    },
  };
}

/** Draws each share's interval as a line with end marks on a quiet edge, so that it is seen on the bar and beside it. */
export function whiskers(
  theme: ChartTheme,
  rows: readonly { readonly interval: { readonly lower: number; readonly upper: number } | null }[],
): Plugin<'bar'> {
  return {
    id: 'whiskers',
    afterDatasetsDraw(chart) {
      const { ctx, scales } = chart;
      ctx.save();
      for (const [row, { interval }] of rows.entries()) {
        const [x, y] = [scales['x'], scales['y']?.getPixelForValue(row)];
        if (interval === null || x === undefined || y === undefined) continue;
        const from = x.getPixelForValue(interval.lower * 100);
        const to = x.getPixelForValue(interval.upper * 100);
        for (const [colour, width] of [
          [theme.ground, 5],
          [theme.ink, 2],
        ] as const) {
          ctx.strokeStyle = colour;
          ctx.lineWidth = width;
          ctx.beginPath();
          ctx.moveTo(from, y + whiskerDropPx);
          ctx.lineTo(to, y + whiskerDropPx);
          for (const end of [from, to]) {
            ctx.moveTo(end, y + whiskerDropPx - 4);
            ctx.lineTo(end, y + whiskerDropPx + 4);
          }
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}

function barEnd(
  chart: Parameters<NonNullable<Plugin<'bar'>['afterDraw']>>[0],
  row: number,
): number {
  let end = chart.chartArea.left;
  for (const meta of chart.getSortedVisibleDatasetMetas()) {
    const bar = meta.data[row];
    if (bar !== undefined && Number.isFinite(bar.x)) end = Math.max(end, bar.x);
  }
  return end;
}
