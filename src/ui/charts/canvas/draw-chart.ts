import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  type ChartConfiguration,
} from 'chart.js';

// Only what these drawings need, so that the rest of the library is left out of the bundle.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
);

/** One of the kinds of chart that Spegla draws. */
export type Drawing =
  | ChartConfiguration<'bar', (number | null)[], string>
  | ChartConfiguration<'line', (number | null)[], string>
  | ChartConfiguration<'scatter', { x: number; y: number }[], string>;

/** A chart on its canvas. */
export interface DrawnChart {
  destroy(): void;
  resize(): void;
}

/** Draws on a canvas that has no chart. */
export function drawChart(element: HTMLCanvasElement, drawing: Drawing): DrawnChart {
  switch (drawing.type) {
    case 'bar':
      return new Chart(element, drawing);
    case 'line':
      return new Chart(element, drawing);
    case 'scatter':
      return new Chart(element, drawing);
  }
}
