import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expectRead } from './expect-shown.ts';

interface Look {
  readonly theme: 'light' | 'dark' | 'forced';
  readonly width: number;
  readonly height: number;
}

const phone = { width: 360, height: 740 };
const tablet = { width: 820, height: 1180 };
const desk = { width: 1440, height: 900 };

type Language = 'sv' | 'en' | 'ar';

/** Over the languages every pair of direction, theme and size is looked at. */
const looks: Readonly<Record<Language, readonly Look[]>> = {
  sv: [
    { theme: 'light', ...phone },
    { theme: 'dark', ...tablet },
  ],
  en: [
    { theme: 'light', ...tablet },
    { theme: 'dark', ...phone },
  ],
  ar: [
    { theme: 'light', ...phone },
    { theme: 'dark', ...tablet },
  ],
};
/** A person's own few colours in place of ours: on the pages that answer, as is `largeText`. */
const forced: Look = { theme: 'forced', ...phone };
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const settledMs = 5_000;
/** WCAG 1.4.10: a narrow window. For the pages that answer also a phone whose text is twice as large. */
const narrow = { width: 320, height: 640, textSize: '100%' };
const largeText = { ...phone, textSize: '200%' };

/** Looks at screens for everyone who can't: gathers what axe finds and what does not fit. */
export interface Eye {
  see(page: Page, name: string): Promise<void>;
  readonly found: string[];
}

/** With SPEGLA_SHOTS=<folder>, every screen is also photographed, at three sizes and in both themes. */
export function createEye(
  language: Language,
  { withLargeText = false }: { readonly withLargeText?: boolean } = {},
): Eye {
  const found: string[] = [];
  return {
    found,
    see: async (page, name) => {
      const own = looks[language];
      for (const { theme, width, height } of withLargeText ? [...own, forced] : own) {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({
          colorScheme: theme === 'forced' ? 'dark' : theme,
          forcedColors: theme === 'forced' ? 'active' : 'none',
        });
        const where = `${name} (${language}, ${theme}, ${width} px)`;
        found.push(...(await violations(page)).map((violation) => `${where}: ${violation}`));
      }
      await page.emulateMedia({ forcedColors: 'none' });
      for (const { textSize, ...size } of withLargeText ? [narrow, largeText] : [narrow]) {
        await page.setViewportSize(size);
        await setTextSize(page, textSize);
        // Charts are drawn anew a moment after the window has changed.
        await expectRead(() => tooWide(page), '', settledMs).catch((error: Error) =>
          found.push(
            `${name} (${language}) at ${size.width} px, text ${textSize}: ${error.message}`,
          ),
        );
      }
      await setTextSize(page, '');
      await page.setViewportSize(tablet);
      const folder = process.env['SPEGLA_SHOTS'];
      if (folder !== undefined) await photograph(page, folder, `${name}-${language}`);
    },
  };
}

async function violations(page: Page): Promise<string[]> {
  // Half a megabyte, which a page needs only once.
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  const { violations } = await new AxeBuilder(isThere ? { page, axeSource: 'void 0;' } : { page })
    // Without frames there is nothing to put together in a page of its own.
    .setLegacyMode(true)
    .withTags(rules)
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

async function setTextSize(page: Page, size: string): Promise<void> {
  await page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize;
  }, size);
}

/** What makes the page scroll sideways; empty where it does not. */
async function tooWide(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const scrolls = (element: Element): boolean =>
      getComputedStyle(element).overflowX !== 'visible' ||
      (element.parentElement !== null &&
        element.parentElement !== document.body &&
        scrolls(element.parentElement));
    const widest = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .filter((element) => element.parentElement !== null && !scrolls(element.parentElement))
      .map((element) => element.className || element.localName);
    return `${scrollWidth} px, from ${widest.slice(0, 4).join(', ')}`;
  });
}

async function photograph(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    for (const size of [phone, tablet, desk]) {
      await page.setViewportSize(size);
      const path = join(folder, `${name}-${size.width}-${theme}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
  await page.setViewportSize(tablet);
}
