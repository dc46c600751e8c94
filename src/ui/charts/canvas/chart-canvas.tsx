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

// Only what bars need, so that the rest of the library is left out of the bundle.
Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export type BarConfig = ChartConfiguration<'bar', (number | null)[], string>;

interface ChartCanvasProps<T> {
  /** The sentence that says what the chart shows: its accessible name. */
  readonly label: string;
  readonly heightPx: number;
  /** Plain data; the chart is drawn again only when it changes. */
  readonly data: T;
  readonly toConfig: (data: T, theme: ChartTheme) => BarConfig;
}

/** A Chart.js drawing that follows the page's theme and prints; an image to assistive technology. */
export function ChartCanvas<T>(props: ChartCanvasProps<T>) {
  const { label, heightPx, data, toConfig } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const fingerprint = JSON.stringify(data);
  useEffect(() => {
    const element = canvas.current;
    const frame = element?.parentElement;
    if (element === null || frame === null || frame === undefined) return undefined;
    let chart: Chart<'bar', (number | null)[], string> | undefined;
    let gone = false;
    const draw = (): void => {
      if (gone) return;
      chart?.destroy();
      chart = new Chart(element, toConfig(data, readTheme(frame)));
    };
    const fit = (): void => chart?.resize();
    draw();
    const stopTheme = onThemeChange(draw);
    // Paper is narrower than the screen, and closed details have just been opened for it.
    addEventListener('beforeprint', fit);
    if (document.fonts.status === 'loading') void document.fonts.ready.then(draw);
    return () => {
      gone = true;
      stopTheme();
      removeEventListener('beforeprint', fit);
      chart?.destroy();
    };
    // `data` is compared by its content.
  }, [fingerprint, toConfig]);
  return (
    <div class="chart-canvas" style={{ height: `${heightPx}px` }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
