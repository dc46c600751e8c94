import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AnswerApp } from '#app/answer/answer-app.ts';
import type { AnswerDeps } from '#app/answer/answer-deps.ts';
import { createAnswerApp } from '#app/answer/create-answer-app.ts';
import { createTeamApp } from '#app/team/create-team-app.ts';
import { setupShortScenario, type Scenario, type TeamDevice } from '../../scenario/scenario.ts';
import type { DeviceWorld } from '../devices.ts';
import { putRow, rowsOf } from '../raw-storage.ts';
import { until } from '../until.ts';
import { holdOn, SilentFactory } from './unanswering-storage.ts';

const patience = { timeout: 10_000 };

async function setupRound() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  return { story, office, round, poster: await office.printsPoster(round) };
}

async function openWith(
  world: DeviceWorld,
  link: string,
  more: Partial<AnswerDeps> = {},
): Promise<AnswerApp> {
  const app = createAnswerApp({ ...world.answerDeps(link), ...more });
  onTestFinished(() => app.stop());
  await until(app.phase, ({ kind }) => kind !== 'loading');
  return app;
}

/** How many answers and free texts there are: what comes after one more person's answer would have come before it. */
async function expectAnswers(
  story: Scenario,
  office: TeamDevice,
  poster: string,
  answers: number,
  texts: number,
): Promise<void> {
  const last = await story.opens(poster);
  await last.handsIn({ marks: { 'p-near': 1 } });
  await until(office.centre.rounds, ([round]) => (round?.answered ?? 0) > answers);
  await office.isInStep();
  const [round] = office.centre.rounds.value;
  expect([round?.answered, round?.textCount]).toEqual([answers + 1, texts]);
}

/** Refuses to open anything while `isDenied`. */
class MoodyFactory extends IDBFactory {
  isDenied = true;
  override open(...given: Parameters<IDBFactory['open']>): ReturnType<IDBFactory['open']> {
    if (this.isDenied) throw new DOMException('The operation is insecure.', 'SecurityError');
    return super.open(...given);
  }
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a storage that does not answer', () => {
  it('keeps nobody from the questions, and the answer goes out from the page', async () => {
    const { story, office, poster } = await setupRound();
    const world = story.newPhone();
    const storage = { ...world.storage, indexedDB: new SilentFactory() };
    const app = await openWith(world, poster, { storage });
    expect(app.phase.value.kind).toBe('ready');
    expect(app.isUnsaved.value).toBe(true);
    app.mark('p-near', 4);
    expect(await app.handIn()).toEqual({ ok: true });
    await until(office.centre.rounds, ([round]) => round?.answered === 1);
  });

  it('is used again as soon as the page that blocked it lets go', async () => {
    const { story, poster } = await setupRound();
    const world = story.newPhone();
    const letGo = await holdOn(world.storage.indexedDB, 'spegla-cards');
    const app = await openWith(world, poster);
    expect(app.isUnsaved.value).toBe(true);
    letGo();
    await until(app.isUnsaved, (isUnsaved) => !isUnsaved);
    app.mark('p-near', 4);
    await vi.waitFor(
      async () => expect(await rowsOf(world, 'spegla-cards', 'drafts')).toHaveLength(1),
      patience,
    );
  });

  it('holds nobody at the hand-in where the draft cannot be wiped, nor the mark be set', async () => {
    const { story, office, poster } = await setupRound();
    const { app } = await story.opens(poster);
    app.mark('p-near', 4);
    // Neither done nor refused.
    for (const [method, table] of [
      ['put', 'handedIn'],
      ['delete', 'drafts'],
    ] as const) {
      const done: (this: IDBObjectStore, ...given: never[]) => IDBRequest =
        IDBObjectStore.prototype[method];
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function hang(
        this: IDBObjectStore,
        ...given: unknown[]
      ) {
        return this.name === table ? ({} as never) : (done.apply(this, given as never[]) as never);
      });
    }
    expect(await app.handIn()).toEqual({ ok: true });
    vi.restoreAllMocks();
    await until(office.centre.rounds, ([round]) => round?.answered === 1);
  });
});

describe('a storage that was denied', () => {
  it('is asked again at the hand-in, and used where it has come back', async () => {
    const { story, round, office, poster } = await setupRound();
    const world = story.newPhone();
    const indexedDB = new MoodyFactory();
    const moody = { ...world, storage: { ...world.storage, indexedDB } };
    const app = await openWith(world, poster, { storage: moody.storage });
    expect(app.isUnsaved.value).toBe(true);
    app.mark('p-near', 4);
    indexedDB.isDenied = false;
    world.goOffline();
    expect(await app.handIn()).toEqual({ ok: true });
    expect(app.isUnsaved.value).toBe(false);
    const space = office.centre.entry.space;
    expect(await rowsOf(moody, `spegla-${space}`, 'outbox')).toHaveLength(1);
    expect(await rowsOf(moody, 'spegla-cards', 'handedIn')).toEqual([{ round }]);
    world.goOnline();
    await until(office.centre.rounds, ([only]) => only?.answered === 1);
  });

  it('offers, when it comes back, the draft that nobody could know of before', async () => {
    const { story, poster } = await setupRound();
    const phone = await story.opens(poster);
    phone.app.mark('p-near', 4);
    await vi.waitFor(
      async () => expect(await rowsOf(phone.world, 'spegla-cards', 'drafts')).toHaveLength(1),
      patience,
    );
    phone.close();
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const { app, world } = await story.opens(poster, phone.world);
    expect(app.isUnsaved.value).toBe(true);
    expect(app.found.value).toBeUndefined();
    open.mockRestore();
    await vi.waitFor(() => {
      world.goOnline(); // Somebody looks at the page again.
      expect(app.found.value).toBeDefined();
    }, patience);
    expect(app.isUnsaved.value).toBe(false);
    app.continueDraft();
    expect(app.draft.value.marks).toEqual({ 'p-near': 4 });
  });
});

describe('an answer that is sent without being saved', () => {
  it.each([
    ['as it was', 4],
    ['changed', 2],
  ])(
    'is one answer, though its reply and its page were lost and its draft is given again, %s',
    async (_how, mark) => {
      const { story, office, poster } = await setupRound();
      const phone = await story.opens(poster);
      phone.app.mark('p-near', 4);
      phone.app.write('p-good', 'Sången');
      await vi.waitFor(
        async () => expect(await rowsOf(phone.world, 'spegla-cards', 'drafts')).toHaveLength(1),
        patience,
      );
      const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
        throw new DOMException('the disk is full', 'QuotaExceededError');
      });
      expect(await phone.app.handIn()).toEqual({ ok: false, why: 'full' });
      full.mockRestore();
      const mend = phone.world.loseRepliesToPosts('/answers');
      void phone.app.handIn('unsaved');
      await until(office.centre.rounds, ([round]) => round?.answered === 1);
      phone.close();
      mend();

      const again = await story.opens(poster, phone.world);
      expect(again.app.found.value).toBeDefined();
      again.app.continueDraft();
      again.app.mark('p-near', mark);
      expect(await again.app.handIn()).toEqual({ ok: true });
      await again.isSent();
      await expectAnswers(story, office, poster, 1, 1);
    },
  );
});

describe('a draft that an earlier visit has left', () => {
  it('does not keep the questions waiting for code that has not come', async () => {
    const { story, poster } = await setupRound();
    const phone = await story.opens(poster);
    phone.app.mark('p-near', 4);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    expect((await phone.app.handIn()).ok).toBe(false);
    phone.close();
    vi.restoreAllMocks();
    const { promise: code, resolve } = Promise.withResolvers<void>();
    const app = await openWith(phone.world, poster, {
      loadDesk: async () => {
        await code;
        return import('#app/answer/open-desk.ts');
      },
    });
    expect(app.phase.value.kind).toBe('ready');
    expect(app.found.value).toBeUndefined();
    resolve();
    await until(app.found, (found) => found !== undefined);
  });

  it('is offered where nobody can find out whether it was handed in: it cannot become two answers', async () => {
    const { story, office, poster } = await setupRound();
    const phone = await story.opens(poster);
    phone.app.mark('p-near', 4);
    const dying = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('gone', 'UnknownError');
    });
    await phone.app.handIn();
    dying.mockRestore();
    phone.world.goOnline();
    await phone.isSent();
    phone.close();
    let isThere = false;
    const app = await openWith(phone.world, poster, {
      loadDesk: async () => {
        if (!isThere) throw new TypeError('Failed to fetch dynamically imported module');
        return import('#app/answer/open-desk.ts');
      },
    });
    await until(app.found, (found) => found !== undefined);
    app.continueDraft();
    isThere = true;
    expect(await app.handIn()).toEqual({ ok: true });
    await until(app.delivery, ({ kind }) => kind === 'sent');
    await expectAnswers(story, office, poster, 1, 0);
  });
});

it('sweeps old drafts at a tablet’s start, and at the team’s', async () => {
  const { story, office, round, poster } = await setupRound();
  const phone = await story.opens(poster, office.world);
  phone.app.mark('p-near', 4);
  const drafts = () => rowsOf(office.world, 'spegla-cards', 'drafts');
  await vi.waitFor(async () => expect(await drafts()).toHaveLength(1), patience);
  phone.close();
  const [draft] = await drafts();
  story.itIs('2026-11-03T09:01:00');
  const kiosk = await office.opensTablet(round);
  kiosk.close();
  await vi.waitFor(async () => expect(await drafts()).toEqual([]), patience);

  // The same row again, as it lay there when nobody opened an answering page any more.
  await putRow(office.world, 'spegla-cards', 'drafts', draft);
  await office.app.stop();
  const next = createTeamApp(office.world.teamDeps());
  onTestFinished(() => next.stop());
  await vi.waitFor(async () => expect(await drafts()).toEqual([]), patience);
});
