import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAnswerApp } from '#app/answer/create-answer-app.ts';
import type { AnswerApp } from '#app/answer/answer-app.ts';
import { until } from '../app/until.ts';
import { setupShortScenario } from '../scenario/scenario.ts';
import type { DeviceWorld } from './devices.ts';

const said = { marks: { 'p-near': 4 } };

/** A centre with an open parents' round at a mailbox. */
async function setupRound(opens = '2026-11-02', closes = '2026-11-15') {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  const round = await office.centre.openRound('parents', 2026, opens, closes);
  return { story, office, round, poster: await office.printsPoster(round) };
}

function openPage(
  world: DeviceWorld,
  link: string,
  more: Partial<ReturnType<DeviceWorld['answerDeps']>> = {},
): AnswerApp {
  const app = createAnswerApp({ ...world.answerDeps(link), ...more });
  onTestFinished(() => app.stop());
  return app;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the answering page', () => {
  it.each<[string, (link: string) => string, string]>([
    ['has no fragment', (link) => link.replace(/#.*/, '#'), 'badLink'],
    ['lost its end', (link) => link.slice(0, -3), 'badLink'],
    [
      'names another round',
      (link) => link.replace(/#1\.[\w-]{4}/, (start) => `${start.slice(0, 3)}AAAA`),
      'unknownRound',
    ],
    [
      'was made for another card',
      (link) => link.replace(/.{22}$/, `${'A'.repeat(21)}A`),
      'cardRefused',
    ],
  ])('takes no answer where the link %s', async (_what, spoil, kind) => {
    const { story, poster } = await setupRound();
    const app = openPage(story.newPhone(), spoil(poster));
    await until(app.phase, (phase) => phase.kind === kind);
    expect(await app.handIn()).toEqual({ ok: false, why: 'failed' });
  });

  it('says why it cannot work without a secure context', async () => {
    const { story, poster } = await setupRound();
    const app = openPage(story.newPhone(), poster, { secureContext: false });
    expect(app.phase.value.kind).toBe('insecure');
  });

  it('follows dates that move, though the poster hangs where it hung', async () => {
    const { story, office, round, poster } = await setupRound('2026-11-09');
    const phone = await story.opens(poster);
    expect(phone.app.phase.value).toMatchObject({ kind: 'notYetOpen', opens: '2026-11-09' });
    const opensOn = async (opens: string, closes: string, kind: string): Promise<void> => {
      await office.centre.setRoundDates(round, opens, closes);
      await office.isInStep();
      await vi.waitFor(async () => {
        await phone.app.retry();
        expect(phone.app.phase.value.kind).toBe(kind);
      });
    };
    await opensOn('2026-11-01', '2026-11-15', 'ready');
    await opensOn('2026-10-01', '2026-11-01', 'closed');
  });

  it('opens and closes on its day, also on a page that was left open', async () => {
    const { story, office, round } = await setupRound('2026-11-03', '2026-11-04');
    const { app, world } = await story.opens(office.centre.roundLinks(round).tablet);
    expect(app.phase.value.kind).toBe('notYetOpen');
    story.itIs('2026-11-03T08:00:00');
    world.goOnline(); // Somebody comes back to the page.
    expect(app.phase.value.kind).toBe('ready');
    app.mark('p-near', 4);
    story.itIs('2026-11-05T08:00:00');
    world.goOnline();
    expect(app.phase.value.kind).toBe('ready'); // Not under the hands of who has begun.
    app.startOver();
    expect(app.phase.value).toMatchObject({ kind: 'closed', closes: '2026-11-04' });
    expect(await app.handIn()).toEqual({ ok: false, why: 'failed' });
  });

  it('counts what waits of its own round, and not another’s', async () => {
    const { story, office, poster } = await setupRound();
    const children = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
    await office.printsPoster(children);
    const world = story.newPhone();
    (await story.opens(office.centre.roundLinks(children).tablet, world)).close();
    const parents = await story.opens(poster, world);
    world.goOffline();
    await parents.handsIn(said);
    const kiosk = await story.opens(office.centre.roundLinks(children).tablet, world);
    await kiosk.handsIn({ marks: { 'c-feel': 3 }, band: 'from4to6' });
    expect(kiosk.app.delivery.value).toEqual({ kind: 'waiting', count: 1 });
  });

  it('lets who has begun finish, though the day ends meanwhile', async () => {
    const { story, poster } = await setupRound('2026-11-01', '2026-11-02');
    const phone = await story.opens(poster);
    phone.app.mark('p-near', 3);
    story.itIs('2026-11-03T00:10:00');
    phone.app.mark('p-hours', 3);
    expect(await phone.app.handIn()).toEqual({ ok: true });
    await phone.isSent();
  });

  it('shows the next person nothing of the last one', async () => {
    const { story, office, round } = await setupRound();
    const { tablet } = office.centre.roundLinks(round);
    const kiosk = await story.opens(tablet);
    kiosk.app.mark('p-near', 4);
    kiosk.app.write('p-good', 'Sången');
    kiosk.app.choose('p-gender', ['woman']);
    kiosk.app.startOver();
    expect(kiosk.app.draft.value).toEqual({ marks: {}, choices: {}, texts: {} });
    expect(await kiosk.app.handIn()).toEqual({ ok: false, why: 'empty' });
    await kiosk.handsIn(said);
    expect(kiosk.app.draft.value).toEqual({ marks: {}, choices: {}, texts: {} });
  });

  it('takes a double tap for one hand-in', async () => {
    const { story, office, poster } = await setupRound();
    const phone = await story.opens(poster);
    phone.app.mark('p-near', 4);
    const taps = await Promise.all([phone.app.handIn(), phone.app.handIn()]);
    expect(taps).toEqual([{ ok: true }, { ok: true }]);
    await phone.isSent();
    await until(office.centre.rounds, ([round]) => round?.answered === 1);
    expect(await phone.app.handIn()).toEqual({ ok: false, why: 'empty' });
  });

  it('sends all of a quick row of answers, also one that comes as the last one leaves', async () => {
    const { story, office, round } = await setupRound();
    const kiosk = await story.opens(office.centre.roundLinks(round).tablet);
    for (let person = 0; person < 25; person += 1) {
      await kiosk.handsIn(said);
      // Every other one waits until the one before it has left, so that the two meet at the door.
      if (person % 2 === 0) await kiosk.isSent();
    }
    await kiosk.isSent();
    expect(kiosk.app.delivery.value).toEqual({ kind: 'sent' });
    await until(office.centre.rounds, ([only]) => only?.answered === 25);
  });

  it('sends an answer that is handed in while those of another round are on their way', async () => {
    const { story, office, poster } = await setupRound();
    const children = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
    await office.printsPoster(children);
    const world = story.newPhone();
    const kioskLink = office.centre.roundLinks(children).tablet;
    (await story.opens(kioskLink, world)).close(); // Both pages were loaded once on this tablet.
    const parents = await story.opens(poster, world);
    world.goOffline();
    await parents.handsIn(said);
    parents.close();

    world.goOnline();
    const release = world.holdRequests();
    const kiosk = await story.opens(kioskLink, world);
    await kiosk.handsIn({ marks: { 'c-feel': 3 }, band: 'from4to6' });
    release();
    await kiosk.isSent();
    const rounds = await until(office.centre.rounds, ([first]) => first?.answered === 1);
    expect(rounds.map(({ form }) => form)).toEqual(['children', 'parents']);
    await until(office.centre.rounds, (all) => all[1]?.answered === 1);
  });

  it('keeps the draft on the screen where the disk is full or refuses', async () => {
    const { story, poster } = await setupRound();
    const phone = await story.opens(poster);
    phone.app.mark('p-near', 4);
    for (const [name, why] of [
      ['QuotaExceededError', 'full'],
      ['UnknownError', 'failed'],
    ]) {
      // More than once: a connection that was lost is opened anew and asked again.
      const disk = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
        throw new DOMException('the disk says no', name);
      });
      expect(await phone.app.handIn()).toEqual({ ok: false, why });
      disk.mockRestore();
      expect(phone.app.draft.value.marks).toEqual({ 'p-near': 4 });
      expect(phone.app.delivery.value.kind).toBe('none');
    }
    expect(await phone.app.handIn()).toEqual({ ok: true });
    await phone.isSent();
  });
});

it('delivers what was answered on a tablet whose team access was revoked', async () => {
  const { story, office, round } = await setupRound();
  const tablet = story.teamDevice('Surfplattan');
  const link = await office.centre.makeTeamLink();
  await vi.waitFor(async () => expect(await tablet.joins(link)).toMatchObject({ ok: true }));
  await tablet.isInStep();
  const kiosk = await tablet.opensTablet(round);
  tablet.world.goOffline();
  await kiosk.handsIn(said);
  await tablet.centre.agreePosition(2026, 'r01', 6);
  await story.mailbox.revoke(
    tablet.centre.entry.space,
    tablet.centre.devices.value.find(({ isThisOne }) => isThisOne)?.device ?? '',
  );
  tablet.world.goOnline();

  await until(tablet.centre.sync, ({ status }) => status === 'revoked');
  await kiosk.isSent();
  await until(office.centre.rounds, ([only]) => only?.answered === 1);
  expect(tablet.centre.sync.value.waiting).toBeGreaterThan(0);
  expect(office.centre.board(2026).items[0]?.position).toBeNull();
});
