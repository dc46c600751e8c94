import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { thisYear } from './days.ts';
import { expectShown } from './expect-shown.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button, goTo, openExample } from './team-steps.ts';
import { english, swedish } from './texts.ts';

describe('results for everyone', () => {
  let spegla: Spegla;
  let page: Page;
  beforeAll(async () => {
    spegla = await setupSpegla();
    page = await openExample(await spegla.device());
  });
  afterAll(() => spegla.stop());
  afterEach(() => expect(spegla.faults()).toEqual([]));

  test.each([
    ['Swedish', swedish],
    ['English', english],
  ])(
    'in light, dark and a person’s own colours, and with text twice as large, in %s',
    async (_, words) => {
      // The whole overview takes axe long: it is looked at in Swedish, the shorter pages in both.
      const eye = createEye(words.language, { withLargeText: words.language === 'sv' });
      await goTo(page, `#/${thisYear}`);
      await button(page, words.language === 'sv' ? 'Svenska' : 'English').click();
      await page.locator(`html[lang=${words.language}]`).waitFor();
      const places = [
        ['item-parents', `results/p-know-who`, words.parents.text('p-know-who')],
        ['item-children', `results/c-feel`, words.children.text('c-feel')],
        ['item-statement', `results/r28`, words.reflection.heading('r28')],
        ['item-none', `results/p-nothing`, words.results('item.unknownTitle')],
        ...(words.language === 'sv'
          ? [
              ['results', 'results', words.results('title', { year: thisYear })],
              ['goals', 'goals', words.results('goal.title', { year: thisYear + 1 })],
            ]
          : []),
      ] as const;
      for (const [name, place, heading] of places) {
        await goTo(page, `#/${thisYear}/${place}`);
        await expectShown(page.getByRole('heading', { name: heading, level: 1 }));
        if (name !== 'results') await unfoldTables();
        await eye.see(page, name);
      }
      expect(eye.found).toEqual([]);
    },
  );

  async function unfoldTables(): Promise<void> {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.figure-table')) {
        details.open = true;
      }
    });
  }
});
