import type { Plugin } from 'chart.js';
import type { ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import type { ShareYear } from './share-year.ts';

const besidePx = 12;
const linePx = 16;

/** Writes each share beside its point, on a quiet plate; a withheld year has its reason where its point would be. */
export function pointWords(theme: ChartTheme, years: readonly ShareYear[]): Plugin<'line'> {
  return {
    id: 'pointWords',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const [x, y] = [scales['x'], scales['y']];
      if (x === undefined || y === undefined) return;
      ctx.save();
      ctx.textBaseline = 'middle';
      for (const [at, { share, words }] of years.entries()) {
        const middle = x.getPixelForValue(at);
        if (share === null) {
          withheld(
            ctx,
            theme,
            words,
            middle,
            (chartArea.top + chartArea.bottom) / 2,
            chartArea.width / years.length,
          );
          continue;
        }
        ctx.font = `600 15px ${theme.fontFamily}`;
        const width = ctx.measureText(words).width;
        const fits = middle + besidePx + width <= chart.width;
        const left = fits ? middle + besidePx : middle - besidePx - width;
        const height = y.getPixelForValue(share * 100);
        ctx.fillStyle = theme.ground;
        ctx.globalAlpha = 0.8;
        ctx.fillRect(left - 2, height - 10, width + 4, 20);
        ctx.globalAlpha = 1;
        ctx.textAlign = 'left';
        ctx.fillStyle = theme.ink;
        ctx.fillText(words, left, height + 1);
      }
      ctx.restore();
    },
  };
}

/** Not a point at zero: words in the middle of the year's column, with a dashed frame around them. */
function withheld(
  ctx: CanvasRenderingContext2D,
  theme: ChartTheme,
  words: string,
  x: number,
  y: number,
  roomPx: number,
): void {
  ctx.font = `italic 400 13px ${theme.fontFamily}`;
  ctx.textAlign = 'center';
  const lines = wrapped(ctx, words, Math.max(60, roomPx - 20));
  const width = Math.max(...lines.map((line) => ctx.measureText(line).width)) + 16;
  const height = lines.length * linePx + 12;
  ctx.fillStyle = theme.ground;
  ctx.fillRect(x - width / 2, y - height / 2, width, height);
  ctx.strokeStyle = theme.line;
  ctx.setLineDash([4, 3]);
  ctx.strokeRect(x - width / 2, y - height / 2, width, height);
  ctx.setLineDash([]);
  ctx.fillStyle = theme.ink;
  for (const [at, line] of lines.entries()) {
    ctx.fillText(line, x, y + (at - (lines.length - 1) / 2) * linePx);
  }
}

function wrapped(ctx: CanvasRenderingContext2D, words: string, roomPx: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && ctx.measureText(longer).width <= roomPx)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
