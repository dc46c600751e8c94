import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerParents, expectKept, title } from './answer-steps.ts';
import { launchProfile, type ProfileBrowser } from './chromium.ts';
import { startCutProxy, type CutProxy } from './cut-proxy.ts';
import { expectRead, expectShown } from './expect-shown.ts';
import { startOffice, type Office } from './kiosk-office.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button, goTo, sectionOf, setupCentre } from './team-steps.ts';
import { answer, team } from './texts.ts';

const deaths = 10;

/** What lies in the phone's databases: how many envelopes, and how many of them wait to be sent. */
async function kept(page: Page): Promise<{ envelopes: number; waiting: number }> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name = '' }) => name);
    const centre = names.find((name) => /^spegla-[\w-]{22}$/u.test(name)) ?? '';
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(centre);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('the database does not open'));
    });
    const transaction = database.transaction(['envelopes', 'outbox']);
    const count = (table: string): Promise<number> =>
      new Promise((resolve) => {
        const request = transaction.objectStore(table).count();
        request.onsuccess = () => resolve(request.result);
      });
    const [envelopes, waiting] = await Promise.all([count('envelopes'), count('outbox')]);
    database.close();
    return { envelopes, waiting };
  });
}

describe('a tab that is killed in the middle of a save', { timeout: 300_000 }, () => {
  let spegla: Spegla;
  beforeAll(async () => {
    spegla = await setupSpegla();
  });
  afterAll(() => spegla.stop());

  test('has kept whatever it called saved, and opens again', async () => {
    const device = await setupCentre(spegla);
    const { context } = device;
    let { page } = device;
    let kept = '010-123 45 67';
    for (let death = 0; death < 8; death += 1) {
      await goTo(page, '#/settings');
      const section = sectionOf(page, team('settings.centre'));
      const field = section.getByLabel(team('create.responsibleContact'), { exact: true });
      await expectRead(() => field.inputValue(), kept);
      const name = `Ansvarig ${death}`;
      await field.fill(name);
      await field.blur();
      const said = expectShown(section.getByText(team('parts.saved'))).then(
        () => true,
        () => false,
      );
      const isLast = death === 7;
      const wasSaved = await (isLast ? said : Promise.race([said, setTimeout(death * 10, false)]));
      const next = await context.newPage();
      const crashed = new Promise((resolve) => page.once('crash', resolve));
      page.goto('chrome://crash').catch(() => undefined);
      await crashed;
      await page.close();
      await said;

      page = next;
      await page.goto(`${device.wire.origin}/#/settings`);
      const now = sectionOf(page, team('settings.centre')).getByLabel(
        team('create.responsibleContact'),
        { exact: true },
      );
      await expectShown(now);
      const value = await now.inputValue();
      expect([name, kept]).toContain(value);
      if (wasSaved) expect(value).toBe(name);
      kept = value;
    }
    expect(kept).toBe('Ansvarig 7');
  });
});

/** Past the first screen, and past the offer to go on with what was begun before the battery died. */
async function beginAnew(page: Page): Promise<void> {
  const survey = page.locator('#answer h1');
  // A draft is met in its own language; without one, the language is asked for first.
  await page.locator('[data-language=sv]').dispatchEvent('click');
  await expectShown(survey);
  const restart = button(page, answer('draft.restart'));
  await expectShown(restart.or(page.locator('.start-link').first()));
  if (await restart.isVisible()) await restart.click();
}

describe('a phone whose battery dies in the middle of a hand-in', { timeout: 600_000 }, () => {
  let spegla: Spegla;
  let office: Office;
  let wire: CutProxy;
  let folder: string;
  let link: string;
  let phone: ProfileBrowser | undefined;

  beforeAll(async () => {
    spegla = await setupSpegla();
    office = await startOffice(spegla);
    wire = await startCutProxy(Number(new URL(spegla.origin).port));
    folder = await mkdtemp(join(tmpdir(), 'spegla-phone-'));
    const { phone: given } = await office.opensRound('parents');
    link = given.replace(new URL(given).origin, wire.origin);
  });
  afterAll(async () => {
    await phone?.close();
    await wire.close();
    await office.stop();
    await spegla.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => expect(spegla.faults()).toEqual([]));

  async function startPhone(): Promise<Page> {
    phone = await launchProfile(folder, {
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      viewport: { width: 360, height: 740 },
      reducedMotion: 'reduce',
    });
    const page = await phone.context.newPage();
    await page.goto(link);
    await beginAnew(page);
    return page;
  }

  test('keeps every answer that was thanked for, and each one whole or not at all', async () => {
    let page = await startPhone();
    await answerParents(page, { 'p-near': 4 }, { 'p-good': 'Allt' });
    await expectKept(page);
    wire.cut();
    let thanked = 0;
    let before = await kept(page);
    expect(before).toEqual({ envelopes: 0, waiting: 0 });
    for (let death = 0; death < deaths; death += 1) {
      await button(page, answer('review.handIn')).click({ noWaitAfter: true });
      const thanks = expectShown(title(page, answer('thanks.title'))).then(
        () => true,
        () => false,
      );
      // From at once to after the thanks, so that every moment of the saving is met by some death.
      const isLast = death === deaths - 1;
      const wasThanked = await (isLast
        ? thanks
        : Promise.race([thanks, setTimeout(death * 20, false)]));
      await phone?.kill();
      await thanks;

      page = await startPhone();
      const now = await kept(page);
      const added = now.envelopes - before.envelopes;
      // One for the marks and one for the text: never one without the other.
      expect([0, 2]).toContain(added);
      if (wasThanked) expect(added).toBe(2);
      expect(now.waiting).toBe(now.envelopes);
      thanked += added / 2;
      before = now;
      await answerParents(page, { 'p-near': 3 }, { 'p-good': `Gång ${death}` });
    }
    expect(thanked).toBeGreaterThan(0);
    wire.mend();
    await page.reload();
    await office.counts('parents', thanked);
  });
});
