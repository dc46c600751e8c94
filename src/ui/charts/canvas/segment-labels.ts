import type { Chart, Plugin } from 'chart.js';
import type { ChartRoom } from './chart-canvas.tsx';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { labelPlaces } from './label-places.ts';

const font = '400 13px';
const linePx = 22;
const swatchPx = 13;
const leaderPx = 16;

/** The labels' widths with the swatch before each. */
function widthsOf(labels: readonly string[], { measure }: ChartRoom): number[] {
  return labels.map((label) => measure(label, font) + swatchPx + 6);
}

/** How much of the drawing the labels above the bars take. */
export function labelsHeightPx(labels: readonly string[], room: ChartRoom): number {
  const noMiddles = labels.map(() => null);
  const { as, lines } = labelPlaces(widthsOf(labels, room), noMiddles, room.widthPx);
  return lines * linePx + (as === 'direct' ? leaderPx : 6);
}

/**
 * Draws what each segment stands for above the first bar, with its colour and hatching and a line to the segment itself
 * where there is room for that: the drawing explains itself, also as a picture.
 */
export function segmentLabels(
  theme: ChartTheme,
  room: ChartRoom,
  labels: readonly string[],
  fillOf: (segment: number, ctx: CanvasRenderingContext2D) => string | CanvasPattern,
): Plugin<'bar'> {
  return {
    id: 'segmentLabels',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      const tops = labels.map((_, segment) => topOf(chart, segment));
      const places = labelPlaces(
        widthsOf(labels, room),
        tops.map((top) => top?.x ?? null),
        chart.width,
      );
      ctx.save();
      ctx.font = `${font} ${theme.fontFamily}`;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      for (const [segment, label] of labels.entries()) {
        const place = places.labels[segment];
        if (place === undefined) continue;
        const y = place.line * linePx + linePx / 2;
        ctx.strokeStyle = theme.line;
        ctx.lineWidth = 1;
        const top = tops[segment];
        if (places.as === 'direct' && top !== undefined) lead(ctx, place.x + swatchPx / 2, y, top);
        ctx.fillStyle = fillOf(segment, ctx);
        ctx.fillRect(place.x, y - swatchPx / 2, swatchPx, swatchPx);
        ctx.strokeRect(place.x + 0.5, y - swatchPx / 2 + 0.5, swatchPx - 1, swatchPx - 1);
        ctx.fillStyle = theme.ink;
        ctx.fillText(label, place.x + swatchPx + 6, y + 1);
      }
      ctx.restore();
    },
  };
}

function lead(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  to: { readonly x: number; readonly y: number },
): void {
  ctx.beginPath();
  ctx.moveTo(x, y + swatchPx / 2);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

/** The middle of a segment's upper edge in the first bar; undefined where the bar does not have it. */
function topOf(chart: Chart<'bar'>, segment: number): { x: number; y: number } | undefined {
  const bar = chart.getDatasetMeta(segment).data[0];
  if (bar === undefined) return undefined;
  const { x, y, base, height } = bar.getProps(['x', 'y', 'base', 'height'], true) as unknown as {
    x: number;
    y: number;
    base: number;
    height: number;
  };
  return Number.isFinite(x) && x > base ? { x: (x + base) / 2, y: y - height / 2 } : undefined;
}
