import type { CDPSession, Page } from 'playwright-core';

/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What the page shows, as far as whoever taps at random is concerned. */
interface Seen {
  readonly url: string;
  readonly dialogs: number;
  readonly isKiosk: boolean;
  /** How many answers wait, in the words that the adult reads; null where a child has the tablet. */
  readonly status: string | null;
  readonly target: { readonly x: number; readonly y: number };
}

/**
 * Looks, and chooses where to tap: mostly what leads on, so that children come and go; else anything that can be
 * tapped, or a place anywhere. `chances` are from 0 to 1.
 */
function look(page: Page, chances: readonly [number, number, number]): Promise<Seen> {
  return page.evaluate(([where, which, along]) => {
    const pick = (selector: string) => {
      const places = [...document.querySelectorAll(selector)].flatMap((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        return x > 0 && y > 0 && x < innerWidth && y < innerHeight && width > 8 ? [{ x, y }] : [];
      });
      return places[Math.floor(which * places.length)];
    };
    // The adult's two questions, then the button.
    const untold = '.tiles:not(:has(input:checked))';
    const isUntold = document.querySelector(untold) !== null;
    const adult = isUntold ? `${untold} .option` : '.frame-body > .button';
    const onward = pick(`.want:first-child, .face-option, .face-decline, .child-again, ${adult}`);
    const anything = pick('button, label, select, summary, a, input');
    const anywhere = { x: which * innerWidth, y: along * innerHeight };
    const target = (where < 0.75 ? onward : where < 0.92 ? anything : undefined) ?? anywhere;
    const { length: dialogs } = document.querySelectorAll('dialog');
    const isKiosk = document.querySelector('.tablet-care') !== null;
    const status = document.querySelector('.kiosk-status p')?.textContent ?? null;
    return { url: location.href, dialogs, isKiosk, status, target };
  }, chances);
}

/**
 * Taps like a child who was left alone with the tablet: a finger, two at once, or a flat hand; and again at once, or when
 * it has looked at what came.
 */
export async function tapAtRandom(
  page: Page,
  wire: CDPSession,
  random: () => number,
): Promise<Seen> {
  const seen = await look(page, [random(), random(), random()]);
  const { x, y } = seen.target;
  const kind = random();
  if (kind > 0.1) {
    await page.touchscreen.tap(x, y);
  } else {
    const wide = kind > 0.05 ? [{ x, y, radiusX: 80, radiusY: 60, id: 0 }] : undefined;
    const touchPoints = wide ?? [0, 1].map((id) => ({ x: x + 90 * id, y, id }));
    await wire.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await wire.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
  const looks = random() > 0.4 ? 1_600 : 0;
  await page.clock.runFor(looks + 200 + Math.floor(random() * 1_000));
  return seen;
}
