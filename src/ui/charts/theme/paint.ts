import type { ChartTheme } from './chart-theme.ts';

interface Rgb {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

function rgbOf(context: CanvasRenderingContext2D, colour: string): Rgb {
  // The canvas resolves every way to write a colour to #rrggbb.
  context.fillStyle = colour;
  const resolved = context.fillStyle;
  const hex = /^#(?<red>[\da-f]{2})(?<green>[\da-f]{2})(?<blue>[\da-f]{2})/u.exec(resolved)?.groups;
  const part = (text: string | undefined): number => Number.parseInt(text ?? '80', 16);
  return { red: part(hex?.['red']), green: part(hex?.['green']), blue: part(hex?.['blue']) };
}

/** Relative luminance, 0–1 (WCAG 2.2, "relative luminance"). */
export function luminanceOf({ red, green, blue }: Rgb): number {
  const linear = (value: number): number => {
    const share = value / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Black or white, whichever is read more easily on this colour: never below 4.5:1. */
export function textColourOn(context: CanvasRenderingContext2D, colour: string): string {
  // Where black's and white's contrast are equal: (L + 0.05)² = 0.05 × 1.05.
  return luminanceOf(rgbOf(context, colour)) > 0.179 ? '#0b1513' : '#ffffff';
}

/** The colour with thin slanting lines: the unfavourable side, told apart without colour. */
export function hatched(
  context: CanvasRenderingContext2D,
  theme: ChartTheme,
  colour: string,
): CanvasPattern | string {
  const size = 10;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const brush = tile.getContext('2d');
  if (brush === null) return colour;
  brush.fillStyle = colour;
  brush.fillRect(0, 0, size, size);
  brush.strokeStyle = theme.ground;
  brush.lineWidth = 1.5;
  brush.beginPath();
  for (const shift of [-size, 0, size]) {
    brush.moveTo(shift, size);
    brush.lineTo(shift + size, 0);
  }
  brush.stroke();
  return context.createPattern(tile, 'repeat') ?? colour;
}

let ruler: CanvasRenderingContext2D | null = null;

/** How wide a text gets in a font (CSS shorthand), in CSS pixels. */
export function measureText(text: string, font: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler === null) return text.length * 8;
  ruler.font = font;
  return ruler.measureText(text).width;
}
