import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  heading,
  press,
  setupAnswerPages,
  type AnswerPages,
} from '../ui/answer/setup-answer-page.ts';

describe('the answering page for everyone', { timeout: 120_000 }, () => {
  let pages: AnswerPages;
  beforeAll(async () => {
    pages = await setupAnswerPages();
  }, 120_000);
  afterAll(() => pages.stop(), 60_000);

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
        const [name] = await caches.keys(); // One a build.
        if (name === undefined) return []; // Opening a cache would make one, ahead of the worker's.
        const cache = await caches.open(name);
        return (await cache.keys()).map(({ url }) => url.replace(/.*\//u, '').split('-')[0]);
      });
    // The document, its script, its styles and the page's texts, and the form's.
    await expect
      .poll(async () => (await kept()).toSorted((a = '', b = '') => a.localeCompare(b)), {
        timeout: 15_000,
      })
      .toEqual(['answer', 'answer', 'answer', 'answer.html', 'parents']);
    own.cutNetwork();
    await page.reload();
    await page.locator('[data-language=sv]').click();
    await heading(page, 'Föräldraenkät');
    await press(page, 'Börja');
    await heading(page, 'En plats nära dig');
    await own.browser.close();
  });
});
