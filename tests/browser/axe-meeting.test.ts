import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { thisYear } from './days.ts';
import { expectShown } from './expect-shown.ts';
import { createEye } from './see-screen.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button, goTo, openExample } from './team-steps.ts';
import { english, swedish } from './texts.ts';

/** Four looks at a screen, each with axe, on a machine that others use as well. */
const longMs = 500_000;

describe('the meeting for everyone', () => {
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
    'its parts and its wall hold, in %s',
    async (_, words) => {
      const eye = createEye(words.language);
      for (const [name, place] of [
        ['meeting-goals', `${thisYear}/dialogue/goals`],
        ['meeting-improve', `${thisYear}/dialogue/improve`],
        ['meeting-follow-up', `${thisYear - 1}/dialogue/followUp`],
        ['meeting-wall', `${thisYear}/wall`],
        ['meeting-wall-before', `${thisYear + 1}/wall`],
        ['meeting-record', `${thisYear}/reflection`],
      ] as const) {
        await goTo(page, `#/${place}`);
        await expectShown(page.getByRole('heading', { level: 1 }));
        if (name === 'meeting-goals') {
          await button(page, words.language === 'sv' ? 'Svenska' : 'English').click();
          await page.getByText(words.meeting('followUp.open'), { exact: true }).first().click();
        }
        await eye.see(page, name);
      }
      expect(eye.found).toEqual([]);
    },
    longMs,
  );
});
