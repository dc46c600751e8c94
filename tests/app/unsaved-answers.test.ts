import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AnswerApp } from '#app/answer/answer-app.ts';
import type { AnswerDeps } from '#app/answer/answer-deps.ts';
import { createAnswerApp } from '#app/answer/create-answer-app.ts';
import { setupShortScenario } from '../scenario/scenario.ts';
import type { DeviceWorld } from './devices.ts';
import { until } from './until.ts';

/** A browser that lets nothing be kept, as some do in private windows. */
class DeniedFactory extends IDBFactory {
  override open(): never {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  }
}

async function setupRound() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  return { story, office, round, poster: await office.printsPoster(round) };
}

async function openDenied(
  world: DeviceWorld,
  link: string,
  more: Partial<AnswerDeps> = {},
): Promise<AnswerApp> {
  const storage = { ...world.storage, indexedDB: new DeniedFactory() };
  const app = createAnswerApp({ ...world.answerDeps(link), storage, ...more });
  onTestFinished(() => app.stop());
  await until(app.phase, ({ kind }) => kind !== 'loading');
  return app;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a browser that lets nothing be kept', () => {
  it('takes an answer, and says thanks when the mailbox has it', async () => {
    const { story, office, poster } = await setupRound();
    const app = await openDenied(story.newPhone(), poster);
    expect(app.phase.value.kind).toBe('ready');
    expect(app.isUnsaved.value).toBe(true);
    app.mark('p-near', 4);
    app.write('p-good', 'Sången');
    expect(await app.handIn()).toEqual({ ok: true });
    expect(app.delivery.value).toEqual({ kind: 'sent' });
    expect(app.draft.value.marks).toEqual({});
    await until(office.centre.rounds, ([round]) => round?.answered === 1 && round.textCount === 1);
  });

  it('holds an answer in memory until there is a network, and delivers it once', async () => {
    const { story, office, poster } = await setupRound();
    const world = story.newPhone();
    const app = await openDenied(world, poster);
    app.mark('p-near', 4);
    world.goOffline();
    const handingIn = app.handIn();
    await until(app.delivery, ({ kind }) => kind === 'unsent');
    expect(app.draft.value.marks).toEqual({ 'p-near': 4 });
    world.loseReplyTo('/answers');
    world.goOnline();
    expect(await handingIn).toEqual({ ok: true });
    await until(office.centre.rounds, ([round]) => round?.answered === 1);
  });

  it('says that it is not sent for as long as it is not, and is one answer whatever is changed meanwhile', async () => {
    const { story, office, poster } = await setupRound();
    const world = story.newPhone();
    const looks: (() => void)[] = [];
    const onReturn = (look: () => void) => {
      looks.push(look);
      return () => undefined;
    };
    const app = await openDenied(world, poster, { onReturn });
    app.mark('p-near', 4);
    world.goOffline();
    const first = app.handIn();
    await until(app.delivery, ({ kind }) => kind === 'unsent');
    // Somebody looks at another page and comes back.
    for (const look of looks) look();
    await new Promise((soon) => setImmediate(soon));
    expect(app.delivery.value.kind).toBe('unsent');
    app.mark('p-near', 2);
    const second = app.handIn();
    world.goOnline();
    for (const look of looks) look();
    expect(await first).toEqual({ ok: true });
    expect(await second).toEqual({ ok: true });
    await until(office.centre.rounds, ([round]) => round?.answered === 1);
  });

  it('leaves the next person in peace when the last one’s answer arrives at length', async () => {
    const { story, poster } = await setupRound();
    const world = story.newPhone();
    const app = await openDenied(world, poster);
    app.mark('p-near', 4);
    world.goOffline();
    const handingIn = app.handIn();
    await until(app.delivery, ({ kind }) => kind === 'unsent');
    app.startOver();
    expect(app.delivery.value.kind).toBe('unsent');
    app.mark('p-near', 1);
    world.goOnline();
    expect(await handingIn).toEqual({ ok: true, isLate: true });
    expect(app.draft.value.marks).toEqual({ 'p-near': 1 });
  });

  it('keeps what was said on the screen where the mailbox will not take it', async () => {
    const { story, office, poster } = await setupRound();
    const app = await openDenied(story.newPhone(), poster);
    app.mark('p-near', 3);
    // A mailbox that has never heard of the round: its files were lost.
    await office.app.closeCentre();
    await story.mailbox.stop();
    await story.mailbox.start('fresh');
    expect(await app.handIn()).toEqual({ ok: false, why: 'failed' });
    expect(app.draft.value.marks).toEqual({ 'p-near': 3 });
    expect(app.delivery.value.kind).not.toBe('unsent');
  });

  it('says that it cannot, where there is no mailbox to send to', async () => {
    const { story, office, round } = await setupRound();
    const link = office.centre.roundLinks(round).phone ?? '';
    const app = await openDenied(story.newPhone(), `${link}.n`);
    expect(app.phase.value.kind).toBe('noStorage');
  });
});

it('sends an answer that the full disk has no room for, when asked to', async () => {
  const { story, office, poster } = await setupRound();
  const phone = await story.opens(poster);
  phone.app.mark('p-near', 4);
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  });
  expect(await phone.app.handIn()).toEqual({ ok: false, why: 'full' });
  expect(phone.app.canSendUnsaved).toBe(true);
  expect(await phone.app.handIn('unsaved')).toEqual({ ok: true });
  vi.restoreAllMocks();
  expect(phone.app.delivery.value).toEqual({ kind: 'sent' });
  await until(office.centre.rounds, ([round]) => round?.answered === 1);
});
