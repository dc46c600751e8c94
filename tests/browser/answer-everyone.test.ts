import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  heading,
  press,
  setupAnswerPages,
  type AnswerPages,
} from '../ui/answer/setup-answer-page.ts';

type See = (screen: string) => Promise<void>;

/** Walks through every screen of a survey without reading a word of it. */
const walks: Readonly<Record<string, (page: Page, see: See) => Promise<void>>> = {
  async parents(page, see) {
    await see('start');
    await page.locator('main .button').click();
    for (let section = 0; section < 8; section += 1) {
      await page.locator('.question input, textarea').first().waitFor();
      const first = page.locator('.question input').first();
      if ((await first.count()) > 0) await first.check();
      if ([0, 6, 7].includes(section)) await see(`section ${section + 1}`);
      await page.locator('.frame-ways .button').last().click();
    }
    await see('review');
    await page.locator('.frame-ways .button').last().click();
    await page.locator('.thanks').waitFor();
    await see('thanks');
  },
  async reflection(page, see) {
    await see('start');
    await page.locator('main .button').click();
    await page.locator('.stop input').nth(1).check();
    await see('area');
  },
  async children(page, see) {
    const settled = (): Promise<void> => page.waitForTimeout(500);
    await page.locator('input[name=band]').first().check();
    await see('adult');
    await page.locator('main .button').click();
    await settled();
    await see('want');
    await page.locator('.want').first().click();
    for (const screen of ['practice', 'feel', 'decide', 'listen']) {
      await settled();
      await page.locator('.face-option').first().click();
      await see(screen);
      await page.locator('.child-next').click();
    }
    await page.locator('.child-end').waitFor();
    await see('end');
  },
};

describe('the answering page for everyone', { timeout: 120_000 }, () => {
  let pages: AnswerPages;
  beforeAll(async () => {
    pages = await setupAnswerPages();
  }, 120_000);
  afterAll(() => pages.stop(), 60_000);

  const variants = Object.keys(walks).flatMap((form) => [
    [form, 'sv', 'light'] as const,
    [form, 'en', 'dark'] as const,
  ]);

  test.each(variants)('axe finds nothing: %s, %s, %s', async (form, language, theme) => {
    const page = await pages.open(`form=${form}&mode=tablet`, {
      colorScheme: theme,
      reducedMotion: 'reduce',
      viewport: { width: 820, height: 1180 },
    });
    const see: See = async (screen) => {
      const { violations } = await new AxeBuilder({ page })
        .options({ rules: { 'target-size': { enabled: true } } })
        .analyze();
      const found = violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes[0]?.html}`);
      expect(found).toEqual([]);
    };
    await see('welcome');
    await page.locator(`[data-language=${language}]`).click();
    await page.locator('.hold').waitFor();
    await page.locator('#answer main h1').waitFor();
    await walks[form]?.(page, see);
    await page.context().close();
  });

  test.each(Object.keys(walks))(
    'nothing is wider than a phone, 320 px, or 360 px at double text size: %s',
    async (form) => {
      const page = await pages.open(`form=${form}`);
      const see: See = async (screen) => {
        for (const [width, fontSize] of [
          [320, '100%'],
          [360, '200%'],
        ] as const) {
          await page.setViewportSize({ width, height: 640 });
          const wide = await page.evaluate((size) => {
            document.documentElement.style.fontSize = size;
            return document.documentElement.scrollWidth;
          }, fontSize);
          expect(`${screen} ${fontSize}: ${wide}`).toBe(`${screen} ${fontSize}: ${width}`);
        }
        await page.evaluate(() => document.documentElement.removeAttribute('style'));
      };
      await see('welcome');
      await page.locator('[data-language=sv]').click();
      await page.locator('#answer main h1').waitFor();
      await walks[form]?.(page, see);
      await page.context().close();
    },
  );

  test('a parent answers by keyboard alone', async () => {
    const page = await pages.openSwedish('form=parents');
    const tab = (): Promise<void> => page.keyboard.press('Tab');
    await tab(); // From the heading to the way in.
    await page.keyboard.press('Enter');
    await heading(page, 'En plats nära dig');
    await tab();
    await page.keyboard.press('Space');
    expect(await page.getByLabel('Stämmer helt').first().isChecked()).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('Stämmer ganska bra').first().isChecked()).toBe(true);
    const outline = await page.evaluate(() => {
      const option = document.activeElement?.closest('.option');
      return option === null || option === undefined ? '' : getComputedStyle(option).outlineStyle;
    });
    expect(outline).toBe('solid');
    await page.context().close();
  });

  test('once loaded, the page opens again and answers without a network', async () => {
    const own = await setupAnswerPages();
    const page = await own.openSwedish('form=parents');
    const kept = (): Promise<(string | undefined)[]> =>
      page.evaluate(async () => {
        const [name = ''] = await caches.keys(); // One a build.
        const cache = await caches.open(name);
        return (await cache.keys()).map(({ url }) => url.replace(/.*\//u, '').split('-')[0]);
      });
    await expect
      .poll(kept, { timeout: 15_000 })
      .toEqual(expect.arrayContaining(['answer.html', 'answer', 'parents']));
    await page.waitForTimeout(500);
    own.cutNetwork();
    await page.reload();
    await page.locator('[data-language=sv]').click();
    await heading(page, 'Föräldraenkät');
    await press(page, 'Börja');
    await heading(page, 'En plats nära dig');
    await own.browser.close();
  });
});
