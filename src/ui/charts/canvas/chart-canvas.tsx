import './chart-canvas.css';
import { useEffect, useRef } from 'preact/hooks';
import { measureText } from '#ui/charts/theme/paint.ts';
import { onThemeChange, readTheme, type ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import type { Drawing, DrawnChart } from './draw-chart.ts';
import { onNear } from './on-near.ts';

/** The room that a drawing has, and how wide a text gets in it. */
export interface ChartRoom {
  readonly widthPx: number;
  /** In CSS pixels, in the page's font at this size and weight. */
  measure(text: string, font: string): number;
}

interface ChartCanvasProps<T> {
  /** The sentence that says what the chart shows: its accessible name. */
  readonly label: string;
  /** How high the drawing is, for the room that it has. */
  readonly heightPx: (data: T, room: ChartRoom) => number;
  /** Plain data; the chart is drawn again only when it changes. */
  readonly data: T;
  readonly toConfig: (data: T, theme: ChartTheme, room: ChartRoom) => Drawing;
}

/**
 * A Chart.js drawing that follows the page's theme and prints; an image to assistive technology. The words around it are
 * there at once: the library is fetched behind them, and a chart is drawn when it comes near the window.
 */
export function ChartCanvas<T>(props: ChartCanvasProps<T>) {
  const { label, heightPx, data, toConfig } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const fingerprint = JSON.stringify(data);
  useEffect(() => {
    const element = canvas.current;
    const frame = element?.parentElement;
    if (element === null || frame === null || frame === undefined) return undefined;
    let drawChart: ((element: HTMLCanvasElement, drawing: Drawing) => DrawnChart) | undefined;
    let chart: DrawnChart | undefined;
    let [isGone, isNear, height, drawnWidth] = [false, false, 0, 0];
    const roomNow = (): ChartRoom => {
      const { fontFamily } = getComputedStyle(frame);
      return {
        widthPx: frame.clientWidth,
        measure: (text, font) => measureText(text, `${font} ${fontFamily}`),
      };
    };
    const fit = (): void => {
      if (frame.clientWidth === 0) return;
      const next = heightPx(data, roomNow());
      if (next !== height) frame.style.height = `${next}px`;
      // What stands beside the bars has moved: the library alone would only stretch it.
      const isOther = next !== height || frame.clientWidth !== drawnWidth;
      height = next;
      if (isOther && chart !== undefined) draw();
    };
    const draw = (): void => {
      if (isGone || !isNear || drawChart === undefined || frame.clientWidth === 0) return;
      chart?.destroy();
      drawnWidth = frame.clientWidth;
      chart = drawChart(element, toConfig(data, readTheme(frame), roomNow()));
    };
    const forPrint = (): void => {
      isNear = true;
      fit();
      if (chart === undefined) draw();
      // Paper is narrower than the screen, and closed details have just been opened for it.
      else chart.resize();
    };
    const near = (): void => {
      isNear = true;
      void import('./draw-chart.ts').then((module) => {
        drawChart = module.drawChart;
        draw();
      });
    };
    fit();
    const stopNear = onNear(frame, near);
    const stopTheme = onThemeChange(draw);
    const sizes = new ResizeObserver(fit);
    sizes.observe(frame);
    // So that a chart further down is there when the page goes on paper at once.
    const idle = setTimeout(() => {
      void import('./draw-chart.ts').then((module) => (drawChart = module.drawChart));
    }, 1_000);
    addEventListener('beforeprint', forPrint);
    if (document.fonts.status === 'loading') void document.fonts.ready.then(draw);
    return () => {
      isGone = true;
      clearTimeout(idle);
      stopNear();
      stopTheme();
      sizes.disconnect();
      removeEventListener('beforeprint', forPrint);
      chart?.destroy();
    };
    // `data` is compared by its content.
  }, [fingerprint, toConfig]);
  return (
    <div class="chart-canvas">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
