import { IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { marksAnswers } from '#projections/counted-answers.ts';
import type { AnswerApp, Draft } from '#app/answer/answer-app.ts';
import { setupShortScenario, type AnsweringPage } from '../scenario/scenario.ts';
import type { DeviceWorld } from './devices.ts';
import { rowsOf } from './raw-storage.ts';
import { until } from './until.ts';

/** A draft rests a moment before it is kept; a busy machine rests longer. */
const patience = { timeout: 10_000 };
const place = { language: 'ar', step: 'goal2' };

/** A centre with an open round, and a parent who has begun to answer it. */
async function setupBegun(form: 'parents' | 'reflection' | 'children' = 'parents') {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const round = await office.centre.openRound(form, 2026, '2026-11-02', '2026-11-15');
  const poster = await office.printsPoster(round);
  const { tablet } = office.centre.roundLinks(round);
  const phone = await story.opens(poster);
  return { story, office, round, poster, tablet, phone };
}

function begin({ app }: AnsweringPage): void {
  app.mark('p-near', 4);
  app.write('p-good', 'Sången');
  app.notePlace(place);
}

const drafts = (world: DeviceWorld) => rowsOf(world, 'spegla-cards', 'drafts');

async function isKept({ world }: AnsweringPage): Promise<void> {
  await vi.waitFor(async () => expect(await drafts(world)).toHaveLength(1), patience);
}

const said: Draft = { marks: { 'p-near': 4 }, choices: {}, texts: { 'p-good': 'Sången' } };

function unsaid(app: AnswerApp): boolean {
  return Object.keys(app.draft.value.marks).length === 0;
}

describe('a draft on one’s own phone', () => {
  it('is offered at the next visit, in its language and at its place, and goes on where it was', async () => {
    const { story, poster, phone } = await setupBegun();
    begin(phone);
    phone.app.setInterview(true);
    await isKept(phone);
    phone.close();

    const { app } = await story.opens(poster, phone.world);
    expect(app.found.value).toMatchObject(place);
    expect(unsaid(app)).toBe(true);
    app.continueDraft();
    expect(app.found.value).toBeUndefined();
    expect(app.draft.value).toEqual(said);
    expect(app.interview.value).toBe(true);
  });

  it('outlives a page that is closed before the draft has come to rest', async () => {
    const { story, poster, phone } = await setupBegun();
    begin(phone);
    await isKept(phone);
    phone.app.mark('p-near', 2);
    const [before] = await drafts(phone.world);
    phone.close(); // As pagehide does.
    await vi.waitFor(async () => expect(await drafts(phone.world)).not.toEqual([before]), patience);
    const { app } = await story.opens(poster, phone.world);
    app.continueDraft();
    expect(app.draft.value.marks).toEqual({ 'p-near': 2 });
  });

  it('is off the disk as soon as one begins anew, and can be brought back from memory', async () => {
    const { story, poster, phone } = await setupBegun();
    begin(phone);
    await isKept(phone);
    phone.close();

    const again = await story.opens(poster, phone.world);
    const bringBack = again.app.dropDraft();
    await vi.waitFor(async () => expect(await drafts(again.world)).toEqual([]), patience);
    expect(again.app.found.value).toBeUndefined();
    bringBack();
    expect(again.app.draft.value).toEqual(said);
    await isKept(again);
    again.app.startOver();
    await vi.waitFor(async () => expect(await drafts(again.world)).toEqual([]), patience);
  });

  it('gives way to an answer that is begun beside it', async () => {
    const { story, poster, phone } = await setupBegun();
    begin(phone);
    await isKept(phone);
    phone.close();
    const { app } = await story.opens(poster, phone.world);
    app.mark('p-hours', 1);
    expect(app.found.value).toBeUndefined();
    app.continueDraft();
    expect(app.draft.value.marks).toEqual({ 'p-hours': 1 });
  });

  it('is gone before anyone is thanked', async () => {
    const { phone } = await setupBegun();
    begin(phone);
    await isKept(phone);
    expect(await phone.app.handIn()).toEqual({ ok: true });
    expect(await drafts(phone.world)).toEqual([]);
  });

  it('is not offered once more where the battery died between the answer and its draft', async () => {
    const { story, office, poster, phone } = await setupBegun();
    begin(phone);
    await isKept(phone);
    const dying = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('gone', 'UnknownError');
    });
    await phone.app.handIn();
    phone.close();
    dying.mockRestore();
    expect(await drafts(phone.world)).toHaveLength(1);

    const { app, world } = await story.opens(poster, phone.world);
    expect(app.found.value).toBeUndefined();
    expect(app.isHandedIn.value).toBe(true);
    expect(await drafts(world)).toEqual([]);
    await until(office.centre.rounds, ([round]) => round?.answered === 1);
  });

  it('is offered again where the disk refused the answer', async () => {
    const { story, poster, phone } = await setupBegun();
    begin(phone);
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    expect(await phone.app.handIn()).toEqual({ ok: false, why: 'full' });
    full.mockRestore();
    phone.close();
    await isKept(phone);
    const { app } = await story.opens(poster, phone.world);
    app.continueDraft();
    expect(app.draft.value).toEqual(said);
    expect(await app.handIn()).toEqual({ ok: true });
  });

  it('lasts for a day, whichever round the page is opened for', async () => {
    const { story, office, poster, phone } = await setupBegun();
    begin(phone);
    await isKept(phone);
    phone.close();
    story.itIs('2026-11-03T08:59:00');
    const next = await story.opens(poster, phone.world);
    expect(next.app.found.value).toBeDefined();
    next.close();

    const other = await office.centre.openRound('reflection', 2026, '2026-11-02', '2026-11-15');
    const otherLink = await office.printsPoster(other);
    story.itIs('2026-11-03T09:01:00');
    (await story.opens(otherLink, phone.world)).close();
    expect(await drafts(phone.world)).toEqual([]);
  });

  it('is sealed under a key that never leaves the phone, another one each time', async () => {
    const { phone } = await setupBegun();
    begin(phone);
    await isKept(phone);
    const [row] = await drafts(phone.world);
    const { key, sealed, ...rest } = row as { key: CryptoKey; sealed: Uint8Array; round: string };
    expect(key.extractable).toBe(false);
    expect(new TextDecoder().decode(sealed)).not.toContain('Sången');
    expect(Object.keys(rest)).toEqual(['round', 'changedAt']);
    phone.app.startOver();
    begin(phone);
    await vi.waitFor(async () => {
      const [next] = await drafts(phone.world);
      expect(next).toBeDefined();
      expect((next as { key: CryptoKey }).key).not.toBe(key);
    }, patience);
  });

  it('is never written on a shared tablet, and never of a child', async () => {
    const { story, tablet } = await setupBegun();
    const kiosk = await story.opens(tablet);
    begin(kiosk);
    const children = await setupBegun('children');
    children.phone.app.setChild({ band: 'under4' });
    children.phone.app.mark('c-feel', 3);
    // Longer than a draft rests before it is kept.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await drafts(kiosk.world)).toEqual([]);
    expect(await drafts(children.phone.world)).toEqual([]);
  });
});

describe('an answer from a phone that has answered before', () => {
  it('is welcome as another person’s', async () => {
    const { story, poster, phone } = await setupBegun();
    expect(phone.app.isHandedIn.value).toBe(false);
    await phone.handsIn(said);
    phone.close();
    const { app, world } = await story.opens(poster, phone.world);
    expect(app.isHandedIn.value).toBe(true);
    expect(await rowsOf(world, 'spegla-cards', 'handedIn')).toEqual([
      { round: expect.any(String) as string },
    ]);
    app.welcomeAnother();
    expect(app.isHandedIn.value).toBe(false);
  });

  it('is not asked about on a tablet, nor of whoever reads for many', async () => {
    const { story, tablet, poster } = await setupBegun();
    const kiosk = await story.opens(tablet);
    await kiosk.handsIn(said);
    kiosk.close();
    expect((await story.opens(tablet, kiosk.world)).app.isHandedIn.value).toBe(false);
    const reader = await story.opens(poster);
    reader.app.setInterview(true);
    await reader.handsIn(said);
    expect(reader.app.isHandedIn.value).toBe(false);
  });
});

it('keeps that somebody reads over a reload, before anything is said', async () => {
  const { story, poster, phone } = await setupBegun();
  phone.app.setInterview(true);
  await isKept(phone);
  phone.close();
  const again = await story.opens(poster, phone.world);
  expect(again.app.interview.value).toBe(true);
  // There is nothing to go on with.
  expect(again.app.found.value).toBeUndefined();
  expect(unsaid(again.app)).toBe(true);

  again.app.setInterview(false);
  again.close();
  const alone = await story.opens(poster, phone.world);
  expect(alone.app.interview.value).toBe(false);
});

it('keeps with an answer that it was read to somebody, until the reader says otherwise', async () => {
  const { office, round, phone } = await setupBegun();
  phone.app.setInterview(true);
  await phone.handsIn(said);
  expect(phone.app.interview.value).toBe(true);
  phone.app.startOver();
  expect(phone.app.interview.value).toBe(false);
  await phone.handsIn(said);
  await phone.isSent();
  await until(office.centre.rounds, ([only]) => only?.answered === 2);
  const modes = marksAnswers(office.centre.ledger.value, round).map(({ mode }) => mode);
  expect(modes?.toSorted()).toEqual(['interview', 'phone']);
});
