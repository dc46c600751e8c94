import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerParents, begin, handIn, inSwedish, next, option, title } from './answer-steps.ts';
import { launchProfile } from './chromium.ts';
import { expectRead, expectShown } from './expect-shown.ts';
import { startOffice, type Office } from './kiosk-office.ts';
import { surveyTitle } from './round-steps.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button } from './team-steps.ts';
import { answer, parents } from './texts.ts';

/** How many drafts lie on the device, read past all of our own code. */
function draftCount(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('spegla-cards');
        opening.onerror = () => reject(new Error('does not open'));
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('drafts').objectStore('drafts').count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** The files under a folder that hold one of the needles. */
async function filesWith(folder: string, needles: readonly Buffer[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const content = await readFile(path);
        return needles.some((needle) => content.includes(needle)) ? [path] : [];
      }),
  );
  return found.flat();
}

const agree = (point: number): string => parents.point('agree4', point);

describe('an answer that is left unfinished', () => {
  let spegla: Spegla;
  let office: Office;
  let kioskLink: string;
  let link: string;
  beforeAll(async () => {
    spegla = await setupSpegla();
    office = await startOffice(spegla);
    ({ phone: link, tablet: kioskLink } = await office.opensRound('parents'));
  });
  afterAll(async () => {
    await office.stop();
    await spegla.stop();
  });
  afterEach(() => expect(spegla.faults()).toEqual([]));

  async function openPhone(): Promise<Page> {
    const phone = await spegla.phone();
    await phone.page.goto(phone.at(link));
    return phone.page;
  }

  /** One answer, and one step further. */
  async function beginAnswer(page: Page): Promise<void> {
    await inSwedish(page);
    await begin(page);
    await option(page, parents.text('p-near'), agree(3)).check();
    await next(page, parents.section('goal2'));
    await expectRead(() => draftCount(page), 1);
  }

  test('is offered after a reload, where it was, in its language, without asking whether to leave', async () => {
    const page = await openPhone();
    await beginAnswer(page);
    let asked = false;
    page.on('dialog', () => {
      asked = true;
    });
    await page.reload();
    expect(asked).toBe(false);
    await expectShown(page.getByRole('heading', { name: answer('draft.title') }));
    await button(page, answer('draft.continue')).click();
    await expectShown(title(page, parents.section('goal2')));
    await page.goBack();
    await expectShown(title(page, surveyTitle(parents.title)));
    await begin(page);
    expect(await option(page, parents.text('p-near'), agree(3)).isChecked()).toBe(true);
  });

  test('is wiped at once by beginning anew, and comes back only until the next tap', async () => {
    const page = await openPhone();
    await beginAnswer(page);
    await page.reload();
    await button(page, answer('draft.restart')).click();
    await expectShown(page.getByText(answer('draft.wiped')));
    await expectRead(() => draftCount(page), 0);
    await button(page, answer('draft.undo')).click();
    await expectRead(() => draftCount(page), 1);
    await begin(page);
    expect(await option(page, parents.text('p-near'), agree(3)).isChecked()).toBe(true);

    await page.reload();
    await button(page, answer('draft.restart')).click();
    await begin(page);
    await expectRead(() => page.getByRole('radio', { checked: true }).count(), 0);
    await page.goBack();
    await expectShown(button(page, answer('start.begin')));
    expect(await button(page, answer('draft.undo')).count()).toBe(0);
    await page.reload();
    await inSwedish(page);
    await expectShown(button(page, answer('start.begin')));
  });

  test('is gone when it is handed in, and the next one is welcome as another person', async () => {
    const page = await openPhone();
    await inSwedish(page);
    await answerParents(page, { 'p-near': 4 });
    await expectRead(() => draftCount(page), 1);
    await handIn(page);
    expect(await draftCount(page)).toBe(0);
    await page.reload();
    await inSwedish(page);
    await expectShown(page.getByRole('heading', { name: answer('again.title') }));
    await button(page, answer('thanks.another')).click();
    await expectShown(title(page, parents.section('goal1')));
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  test('is never written on a shared tablet', async () => {
    const tablet = await spegla.device();
    await tablet.page.goto(tablet.at(kioskLink));
    await inSwedish(tablet.page);
    await answerParents(tablet.page, { 'p-near': 4 });
    expect(await draftCount(tablet.page)).toBe(0);
  });

  test('outlives a battery that dies, and no file of the phone holds a word of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'spegla-draft-'));
    const canary = 'Kanariefågel-7431';
    const needles = [Buffer.from(canary), Buffer.from(canary, 'utf16le')];
    const options = { locale: 'sv-SE', viewport: { width: 360, height: 740 } };
    const phone = await launchProfile(folder, options);
    const page = await phone.context.newPage();
    await page.goto(link);
    await inSwedish(page);
    await answerParents(page, { 'p-near': 4 }, { 'p-good': canary });
    await expectShown(page.getByText(canary));
    await expectRead(() => draftCount(page), 1);
    // The row that lies there is the last one when the draft has come to rest.
    await page.waitForFunction(() => document.visibilityState === 'visible');
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    await expectRead(() => draftCount(page), 1);
    await phone.kill();
    expect(await filesWith(folder, needles)).toEqual([]);

    const again = await launchProfile(folder, options);
    const next = await again.context.newPage();
    await next.goto(link);
    await button(next, answer('draft.continue')).click();
    await expectShown(title(next, answer('review.title')));
    await expectShown(next.getByText(canary));
    await again.close();
    expect(await filesWith(folder, needles)).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  });

  test('says that it is read to somebody, on every screen, over a reload and for the next one too', async () => {
    const page = await openPhone();
    await inSwedish(page);
    await button(page, answer('start.interview')).click();
    await expectShown(page.getByText(answer('start.interviewOn')));
    await button(page, answer('start.interviewOff')).click();
    await button(page, answer('start.interview')).click();
    await expectRead(() => draftCount(page), 1);
    await page.reload();
    await inSwedish(page);
    await expectShown(page.getByText(answer('start.interviewOn')));

    await button(page, answer('start.begin')).click();
    const reading = page.getByText(answer('start.reading'), { exact: true });
    await expectShown(reading);
    await page.goBack();
    await answerParents(page, { 'p-near': 4 });
    await expectShown(reading);
    await handIn(page);
    await button(page, answer('thanks.readNext')).click();
    // Whoever reads for many is not asked whether somebody has answered here.
    await expectShown(page.getByText(answer('start.interviewOn')));
    await button(page, answer('start.interviewOff')).click();
    await expectShown(button(page, answer('start.begin')));
    await expectShown(button(page, answer('start.interview')));
  });
});
