import './chart-canvas.css';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  type ChartConfiguration,
} from 'chart.js';
import { useEffect, useRef } from 'preact/hooks';
import { onThemeChange, readTheme, type ChartTheme } from '#ui/charts/theme/chart-theme.ts';
import { whenWanted } from './when-wanted.ts';

// Only what bars need, so that the rest of the library is left out of the bundle.
Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export type BarConfig = ChartConfiguration<'bar', (number | null)[], string>;

interface ChartCanvasProps<T> {
  /** The sentence that says what the chart shows: its accessible name. */
  readonly label: string;
  readonly heightPx: number;
  /** Plain data; the chart is drawn again only when it changes. A chart far down the page is drawn a little later. */
  readonly data: T;
  readonly toConfig: (data: T, theme: ChartTheme) => BarConfig;
}

/** A Chart.js drawing that follows the page's theme and prints; an image to assistive technology. */
export function ChartCanvas<T>(props: ChartCanvasProps<T>) {
  const { label, heightPx, data, toConfig } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDrawn = useRef(false);
  const fingerprint = JSON.stringify(data);
  useEffect(() => {
    const element = canvas.current;
    const frame = element?.parentElement;
    if (element === null || frame === null || frame === undefined) return undefined;
    let chart: Chart<'bar', (number | null)[], string> | undefined;
    const draw = (): void => {
      chart?.destroy();
      chart = new Chart(element, toConfig(data, readTheme(frame)));
      isDrawn.current = true;
    };
    const drawAnew = (): void => {
      if (chart !== undefined) draw();
    };
    const fit = (): void => {
      if (chart === undefined) draw();
      else chart.resize();
    };
    // Other numbers in a chart that stands there are drawn at once.
    const isOnScreen = isDrawn.current;
    const stopWaiting = isOnScreen ? undefined : whenWanted(frame, draw);
    if (isOnScreen) draw();
    const stopTheme = onThemeChange(drawAnew);
    // Paper is narrower than the screen, and closed details have just been opened for it.
    addEventListener('beforeprint', fit);
    if (document.fonts.status === 'loading') void document.fonts.ready.then(drawAnew);
    return () => {
      stopWaiting?.();
      stopTheme();
      removeEventListener('beforeprint', fit);
      chart?.destroy();
      chart = undefined;
    };
    // `data` is compared by its content.
  }, [fingerprint, toConfig]);
  return (
    <div class="chart-canvas" style={{ height: `${heightPx}px` }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
