import type { ScaleId } from '#instruments/form.ts';

/** The colours and letters of one drawing, read from the page's tokens so that no chart has its own. */
export interface ChartTheme {
  readonly ink: string;
  readonly softInk: string;
  readonly line: string;
  readonly ground: string;
  readonly fontFamily: string;
  colour(token: string): string;
}

/** How many years have a colour of their own; older ones share the last. */
export const yearColours = 4;

/** The token that a year is drawn in: the same year has the same colour in every chart of a view. */
export function yearToken(newestYear: number, year: number): string {
  return `--year-${Math.min(Math.max(newestYear - year, 0), yearColours - 1)}`;
}

const pointTokens: Readonly<Record<ScaleId, Readonly<Record<number, string>>>> = {
  working6: {
    6: '--point-6',
    5: '--point-5',
    4: '--point-4',
    3: '--point-3',
    2: '--point-2',
    1: '--point-1',
  },
  agree4: { 4: '--point-6', 3: '--point-4', 2: '--point-3', 1: '--point-1' },
  feeling3: { 3: '--point-6', 2: '--point-3', 1: '--point-1' },
  yes3: { 3: '--point-6', 2: '--point-3', 1: '--point-1' },
};

/** The token that a point of a scale is drawn in. */
export function pointToken(scale: ScaleId, point: number): string {
  return pointTokens[scale][point] ?? '--line-strong';
}

/** Reads the theme as it stands for this element now (light, dark, forced colours). */
export function readTheme(host: HTMLElement): ChartTheme {
  const style = getComputedStyle(host);
  const token = (name: string, fallback: string): string =>
    style.getPropertyValue(name).trim() || fallback;
  return {
    // `color` rather than a token: under forced colours it is the system's own.
    ink: style.color,
    softInk: style.color,
    line: token('--line-strong', style.color),
    ground: token('--surface', 'Canvas'),
    fontFamily: style.fontFamily,
    colour: (name) => token(name, style.color),
  };
}

const themeQueries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'];

/** Calls back when the colours of the page may have changed. Returns how to stop. */
export function onThemeChange(redraw: () => void): () => void {
  const queries = themeQueries.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', redraw);
  const observer = new MutationObserver(redraw);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class'],
  });
  return () => {
    for (const query of queries) query.removeEventListener('change', redraw);
    observer.disconnect();
  };
}
