import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answerParents, inSwedish, title } from './answer-steps.ts';
import { expectGone, expectShown } from './expect-shown.ts';
import { startOffice, type Office } from './kiosk-office.ts';
import { setupSpegla, type Spegla } from './setup-spegla.ts';
import { button } from './team-steps.ts';
import { answer, parents } from './texts.ts';

/** The browser's own refusal, as in some private windows and where a person has switched storage off. */
function denyStorage(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
}

/** A disk without room for one more answer. */
function fillDisk(): void {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function refuse(this: IDBObjectStore, ...given) {
    if (this.name !== 'envelopes') return add.apply(this, given);
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
}

/** A page of an older Spegla that holds on to the database and hears nobody who wants to upgrade it. */
function holdOn(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('spegla-cards', 1);
        request.onerror = () => reject(new Error('does not open'));
        request.onsuccess = () => {
          Object.assign(window, { held: request.result });
          resolve();
        };
      }),
  );
}

describe('a phone that cannot keep an answer', () => {
  let spegla: Spegla;
  let office: Office;
  let link: string;
  beforeAll(async () => {
    spegla = await setupSpegla();
    office = await startOffice(spegla);
    ({ phone: link } = await office.opensRound('parents'));
  });
  afterAll(async () => {
    await office.stop();
    await spegla.stop();
  });
  afterEach(() => expect(spegla.faults()).toEqual([]));

  /** Whether the browser would ask before the page is closed: it does when one of its listeners wants it to. */
  function asksBeforeLeaving(page: Page): Promise<boolean> {
    return page.evaluate(() => {
      const leaving = new Event('beforeunload', { cancelable: true });
      dispatchEvent(leaving);
      return leaving.defaultPrevented;
    });
  }

  test('with storage denied says so, holds the answer on the page, and thanks when it has arrived', async () => {
    const phone = await spegla.phone();
    const { page, wire } = phone;
    await page.addInitScript(denyStorage);
    await page.goto(phone.at(link));
    await inSwedish(page);
    await expectShown(page.getByText(answer('start.unsaved')));
    expect(await page.getByText(answer('start.offline')).count()).toBe(0);
    expect(await asksBeforeLeaving(page)).toBe(false);
    await answerParents(page, { 'p-near': 4 });
    expect(await asksBeforeLeaving(page)).toBe(true);
    wire.cut();
    await button(page, answer('review.handIn')).click();
    await expectShown(title(page, answer('unsent.title')));
    await expectShown(page.getByText(answer('unsent.body')));
    expect(await asksBeforeLeaving(page)).toBe(true);
    wire.mend();
    await expectShown(title(page, answer('thanks.title')));
    await expectShown(page.getByText(answer('thanks.sent')));
    expect(await asksBeforeLeaving(page)).toBe(false);
    await office.counts('parents', 1);
  });

  test('because another page blocks its storage goes on without, and with it when that page is gone', async () => {
    const phone = await spegla.phone();
    const { page, wire, context } = phone;
    const older = await context.newPage();
    await older.goto(`${wire.origin}/icon.svg`);
    await holdOn(older);
    await page.goto(phone.at(link));
    await inSwedish(page);
    await expectShown(page.getByText(answer('start.unsaved')));
    await answerParents(page, { 'p-near': 2 });
    await expectShown(
      button(page, answer('review.changeItem', { question: parents.text('p-near') })),
    );
    await expectShown(
      button(page, answer('review.answerItem', { question: parents.text('p-hours') })),
    );
    await button(page, answer('review.handIn')).click();
    await expectShown(title(page, answer('thanks.title')));
    await expectShown(page.getByText(answer('thanks.sent')));
    await office.counts('parents', 2);

    await button(page, answer('thanks.another')).click();
    await expectShown(page.getByText(answer('start.unsaved')));
    await older.close();
    await expectGone(page.getByText(answer('start.unsaved')));
    await answerParents(page, { 'p-near': 1 });
    await button(page, answer('review.handIn')).click();
    await expectShown(page.getByText(answer('thanks.sent')));
    await office.counts('parents', 3);
    await page.reload();
    await inSwedish(page);
    await expectShown(page.getByRole('heading', { name: answer('again.title') }));
  });

  test('with a full disk sends it without saving, when it is told to', async () => {
    const phone = await spegla.phone();
    const { page } = phone;
    await page.addInitScript(fillDisk);
    await page.goto(phone.at(link));
    await inSwedish(page);
    await answerParents(page, { 'p-near': 3 });
    await button(page, answer('review.handIn')).click();
    await expectShown(page.getByText(answer('review.full')));
    await button(page, answer('review.sendNow')).click();
    await expectShown(title(page, answer('thanks.title')));
    await expectShown(page.getByText(answer('thanks.sent')));
    await office.counts('parents', 4);
  });
});
