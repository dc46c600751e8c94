import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  handedIn,
  heading,
  press,
  setupAnswerPages,
  type AnswerPages,
} from '../ui/answer/setup-answer-page.ts';

/** Longer than a new screen is quiet, and than a double tap lasts; shorter than a face's reaction. */
const pauseMs = 600;
const reactionMs = 1_200;

describe('what a child’s hands do', { timeout: 120_000 }, () => {
  let pages: AnswerPages;
  beforeAll(async () => {
    pages = await setupAnswerPages();
  }, 120_000);
  afterAll(() => pages.stop(), 60_000);

  /** A tablet in the child's hands, at the practice question, under the test's clock. */
  async function openPractice(): Promise<Page> {
    const page = await pages.open('form=children&mode=tablet', { hasTouch: true });
    await page.clock.install();
    await page.reload();
    await page.locator('[data-language=sv]').click();
    await page.clock.runFor(1_000);
    await heading(page, 'Till dig som är vuxen');
    await page.getByLabel('4–6 år').check();
    await page.getByLabel('Själv').check();
    await press(page, 'Nu är det barnets tur');
    await heading(page, 'Vill du vara med?');
    await page.clock.runFor(pauseMs);
    await page.getByRole('button', { name: 'Ja, det vill jag' }).tap();
    await heading(page, 'Är du ett barn?');
    await page.clock.runFor(pauseMs);
    return page;
  }

  const face = (page: Page, words: string) =>
    page.locator('label').filter({ has: page.getByText(words, { exact: true }) });
  const question = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
  const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

  /** Taps a face and lets it react, up to the screen that comes by itself. */
  async function touch(page: Page, words: string, next: string): Promise<void> {
    await face(page, words).tap();
    await page.clock.runFor(reactionMs + 50);
    await heading(page, next);
    await page.clock.runFor(pauseMs);
  }

  test('a face goes on by itself after its reaction; one who misses the practice twice is flagged', async () => {
    const page = await openPractice();
    await face(page, 'Nej').tap();
    await page.clock.runFor(reactionMs + 50);
    await page.getByText('Vi provar en gång till').waitFor();
    expect(await page.locator('input:checked').count()).toBe(0);
    await page.clock.runFor(pauseMs);
    await touch(page, 'Ibland', 'Hur känns det');
    await touch(page, 'Glad', 'Får du bestämma');
    await touch(page, 'Jag vill inte svara', 'Lyssnar de vuxna');
    await face(page, 'Ibland').tap();
    await page.clock.runFor(reactionMs + 400);
    await heading(page, 'Tack för att du berättade!');
    expect(await handedIn(page)).toEqual([
      {
        marks: { 'c-feel': 3, 'c-decide': 'declined', 'c-listen': 2 },
        choices: {},
        texts: {},
        band: 'from4to6',
        help: 'alone',
        practice: 'missed',
      },
    ]);
    await page.clock.runFor(pauseMs);
    await press(page, 'Till nästa barn');
    await heading(page, 'Till dig som är vuxen');
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    await page.context().close();
  });

  test('another face within the reaction changes the answer, and waits anew', async () => {
    const page = await openPractice();
    await touch(page, 'Ja', 'Hur känns det');
    const [glad, sad] = [await centreOf(page, 'Glad'), await centreOf(page, 'Ledsen')];
    // The machine's own time must not run into it.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
    await page.touchscreen.tap(glad.x, glad.y);
    await page.clock.runFor(reactionMs - 100);
    await page.touchscreen.tap(sad.x, sad.y);
    await page.clock.runFor(reactionMs - 100);
    expect(await question(page, 'Hur känns det').isVisible()).toBe(true);
    expect(await radio(page, 'Ledsen').isChecked()).toBe(true);
    await page.clock.runFor(200);
    await page.clock.resume();
    await heading(page, 'Får du bestämma');
    await page.clock.runFor(pauseMs);
    await page.getByRole('button', { name: 'Tillbaka' }).tap();
    await heading(page, 'Hur känns det');
    expect(await radio(page, 'Ledsen').isChecked()).toBe(true);
    await page.context().close();
  });

  test('a palm, two fingers and a double tap answer nothing more than was meant', async () => {
    const page = await openPractice();
    await touch(page, 'Ja', 'Hur känns det');
    const wire = await page.context().newCDPSession(page);
    const [glad, sad] = [await centreOf(page, 'Glad'), await centreOf(page, 'Ledsen')];
    await land(wire, [{ ...glad, radiusX: 70, radiusY: 60 }]);
    await page.clock.runFor(pauseMs);
    expect(await page.locator('input:checked').count()).toBe(0);
    await land(wire, [glad, sad]);
    await page.clock.runFor(pauseMs);
    expect(await page.locator('input:checked').count()).toBe(0);

    const soSo = await centreOf(page, 'Sådär');
    await page.touchscreen.tap(soSo.x, soSo.y);
    await page.touchscreen.tap(sad.x, sad.y);
    expect(await radio(page, 'Sådär').isChecked()).toBe(true);
    await page.clock.runFor(reactionMs + 50);
    await heading(page, 'Får du bestämma');
    // Where the way on was: too soon for the new screen.
    await page.touchscreen.tap(sad.x, sad.y);
    expect(await page.locator('input:checked').count()).toBe(0);
    await page.context().close();
  });

  test('with a keyboard nothing moves by itself, and everything can be reached', async () => {
    const page = await pages.openSwedish('form=children&mode=tablet');
    await page.locator('.hold').waitFor();
    await page.clock.install();
    const key = async (name: string): Promise<void> => {
      await page.clock.runFor(pauseMs);
      await page.keyboard.press(name);
    };
    const tabTo = async (words: string): Promise<void> => {
      const focused = () =>
        page.evaluate(() => {
          const at = document.activeElement;
          return `${at?.textContent ?? ''}${at?.closest('label')?.textContent ?? ''}`;
        });
      for (let times = 0; times < 14 && !(await focused()).includes(words); times += 1) {
        await page.keyboard.press('Tab');
      }
      expect(await focused()).toContain(words);
      const outline = await page.evaluate(() => {
        const at = document.activeElement;
        const shown = [at, at?.closest('label'), at?.nextElementSibling].filter(
          (one) => one != null,
        );
        return shown.some((one) => getComputedStyle(one).outlineStyle === 'solid');
      });
      expect(outline, `${words} shows its focus`).toBe(true);
    };
    await tabTo('Under 4 år');
    await key('ArrowDown');
    await tabTo('Själv');
    await key('Space');
    await tabTo('Nu är det barnets tur');
    await key('Enter');
    await heading(page, 'Vill du vara med?');
    await tabTo('Ja, det vill jag');
    await key('Enter');
    for (const [asked, word] of [
      ['Är du ett barn?', 'Ja'],
      ['Hur känns det', 'Glad'],
      ['Får du bestämma', 'Ja'],
      ['Lyssnar de vuxna', 'Ja'],
    ] as const) {
      await heading(page, asked);
      await tabTo(word);
      await key('Space');
      expect(await radio(page, word).isChecked()).toBe(true);
      await page.clock.runFor(3 * reactionMs);
      expect(await question(page, asked).isVisible()).toBe(true);
      await tabTo('Vidare');
      await key('Enter');
    }
    await page.clock.runFor(1_000);
    await heading(page, 'Tack för att du berättade!');
    await tabTo('Till nästa barn');
    await key('Enter');
    await heading(page, 'Till dig som är vuxen');
    const [given] = await handedIn(page);
    expect(given?.marks).toEqual({ 'c-feel': 3, 'c-decide': 3, 'c-listen': 3 });
    await page.context().close();
  });

  test('a child who walks away is asked after, and the tablet is ready for the next one', async () => {
    const page = await openPractice();
    await touch(page, 'Ja', 'Hur känns det');
    await page.clock.runFor(91_000);
    await page.getByRole('dialog', { name: 'Är du kvar?' }).waitFor();
    await press(page, 'Ja, jag är kvar');
    expect(await question(page, 'Hur känns det').isVisible()).toBe(true);
    await page.clock.runFor(91_000);
    await page.getByRole('dialog', { name: 'Är du kvar?' }).waitFor();
    await page.clock.runFor(21_000);
    await heading(page, 'Till dig som är vuxen');
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    expect(await handedIn(page)).toEqual([]);
    await page.context().close();
  });

  test('the celebration and the adults’ gate do not stay up for ever', async () => {
    const page = await openPractice();
    await touch(page, 'Ja', 'Hur känns det');
    for (const next of ['Får du bestämma', 'Lyssnar de vuxna']) {
      await touch(page, 'Jag vill inte svara', next);
    }
    await face(page, 'Ja').tap();
    await page.clock.runFor(reactionMs + 400);
    await heading(page, 'Tack för att du berättade!');
    await page.clock.runFor(61_000);
    await heading(page, 'Till dig som är vuxen');
    await page.locator('.hold').focus();
    await page.keyboard.down('Enter');
    await page.clock.runFor(3_100);
    await page.keyboard.up('Enter');
    await page.getByRole('dialog', { name: 'Bara för personal' }).waitFor();
    await page.clock.runFor(61_000);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await question(page, 'Till dig som är vuxen').isVisible()).toBe(true);
    await page.context().close();
  });

  async function centreOf(page: Page, words: string): Promise<{ x: number; y: number }> {
    const box = await face(page, words).locator('.face-picture').boundingBox();
    if (box === null) throw new Error(`no face ${words}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
});

/** A whole hand: all of these touch the glass at once, and leave it. */
async function land(
  wire: CDPSession,
  touchPoints: readonly { x: number; y: number; radiusX?: number; radiusY?: number }[],
): Promise<void> {
  const points = touchPoints.map((point, id) => ({ ...point, id }));
  await wire.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points });
  await wire.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
