import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerParents, handIn, inSwedish, title } from './answer-steps.ts';
import { expectRead, expectShown } from './expect-shown.ts';
import { answersOf, openRound, phoneLink } from './round-steps.ts';
import { setupSpegla, type Device, type Spegla } from './setup-spegla.ts';
import { button, goTo, sectionOf, setupCentre } from './team-steps.ts';
import { answer, team } from './texts.ts';

/** The name and version of the centre's database on a device. */
function centreDatabase(page: Page): Promise<{ name: string; version: number }> {
  return page.evaluate(async () => {
    const all = await indexedDB.databases();
    const found = all.find(({ name = '' }) => /^spegla-[\w-]{22}$/u.test(name));
    return { name: found?.name ?? '', version: found?.version ?? 0 };
  });
}

/** What the next version of Spegla would do to the database when it opens it; says how many envelopes it found. */
function openAsNewer(page: Page, name: string, version: number): Promise<number> {
  return page.evaluate(
    ([database, next]) =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open(database, next);
        request.onblocked = () => reject(new Error('an old page holds on to the database'));
        request.onerror = () => reject(new Error('does not open'));
        request.onsuccess = () => {
          const count = request.result.transaction('envelopes').objectStore('envelopes').count();
          count.onsuccess = () => {
            request.result.close();
            resolve(count.result);
          };
        };
      }),
    [name, version] as const,
  );
}

/**
 * Puts the page's connections in the test's hand: `loseConnections()` does what the browser does to them when its
 * storage goes away, in the middle of the next write.
 */
function holdConnections(): void {
  let losing = false;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function begin(stores, mode, options) {
    const begun = transaction.call(this, stores, mode, options);
    if (!losing || mode !== 'readwrite' || !begun.objectStoreNames.contains('envelopes')) {
      return begun;
    }
    losing = false;
    const { put, add } = IDBObjectStore.prototype;
    const lose = (): never => {
      IDBObjectStore.prototype.put = put;
      IDBObjectStore.prototype.add = add;
      begun.abort();
      this.close();
      this.dispatchEvent(new Event('close'));
      throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError');
    };
    IDBObjectStore.prototype.put = lose;
    IDBObjectStore.prototype.add = lose;
    Object.assign(window, { lost: true });
    return begun;
  };
  Object.assign(window, {
    loseConnections: () => {
      losing = true;
    },
  });
}

const loseConnections = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as { loseConnections: () => void }).loseConnections();
  });

describe('storage that is pulled away', () => {
  let spegla: Spegla;
  let coordinator: Device;
  beforeAll(async () => {
    spegla = await setupSpegla();
    coordinator = await setupCentre(spegla);
    await openRound(coordinator.page, 'parents');
  });
  afterAll(() => spegla.stop());

  test('a connection lost in the middle of a hand-in is opened anew, and the answer is saved once', async () => {
    const phone = await spegla.phone();
    await phone.page.addInitScript(holdConnections);
    await phone.page.goto(phone.at(await phoneLink(coordinator.page, 'parents')));
    await inSwedish(phone.page);
    await answerParents(phone.page, { 'p-near': 4 });
    await loseConnections(phone.page);
    await handIn(phone.page);
    expect(await phone.page.evaluate(() => 'lost' in window)).toBe(true);
    await expectShown(phone.page.getByText(answer('thanks.sent')));
    await expectShown(answersOf(coordinator.page, 'parents', 1));
    await expectShown(title(phone.page, answer('thanks.title')));
  });

  test('an old page lets a newer one have the database, and says so where somebody writes', async () => {
    const { page, context, wire } = coordinator;
    await goTo(page, '#/settings');
    const section = sectionOf(page, team('settings.centre'));
    const contact = section.getByLabel(team('create.responsibleContact'), { exact: true });
    await contact.fill('08-111 11 11');
    await contact.blur();
    await expectShown(section.getByText(team('parts.saved')));
    const { name, version } = await centreDatabase(page);
    const newer = await context.newPage();
    await newer.goto(`${wire.origin}/icon.svg`);
    const found = await openAsNewer(newer, name, version + 10);
    expect(found).toBeGreaterThan(0);

    await contact.fill('08-222 22 22');
    await contact.blur();
    await expectShown(page.getByText(team('banner.troubleTitle')));
    await expectShown(page.getByText(team('banner.trouble.closed')));
    await expectShown(section.getByText(team('parts.notSaved')));
    expect(await contact.inputValue()).toBe('08-222 22 22');

    // An app that is too old for what it finds says so instead of trying for ever.
    await button(page, team('parts.reload')).click();
    await expectShown(page.getByText(team('banner.notOpenedTitle')));
    await expectRead(() => openAsNewer(newer, name, version + 10), found);
  });
});
