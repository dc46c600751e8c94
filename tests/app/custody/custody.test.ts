import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kioskState } from '#projections/kiosk-state.ts';
import { parentSays } from '../../scenario/people.ts';
import {
  announcedTeamLink,
  setupShortScenario,
  type Scenario,
  type TeamDevice,
} from '../../scenario/scenario.ts';
import { eventually, until } from '../until.ts';

/** A centre whose parents' round is open in November, and the link that a kiosk of its own follows. */
async function setupRound() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  const tablet = story.teamDevice('Surfplattan');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await tablet.joins(await announcedTeamLink(office));
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  await office.isInStep();
  await office.printsPoster(round);
  await until(tablet.centre.rounds, ({ length }) => length === 1);
  const kioskLink = office.centre.roundLinks(round).tablet;
  return { story, office, tablet, round, kioskLink };
}

async function stateOf({ centre }: TeamDevice, round: string) {
  expect(await centre.custody.refreshKiosks()).toBe(true);
  const view = centre.rounds.value.find(({ id }) => id === round);
  if (view === undefined) throw new Error('there is no round');
  return kioskState(centre.custody.kiosks.value.reports, view);
}

function collectedOn(device: TeamDevice) {
  const stop = device.centre.custody.watchCollected();
  return {
    shows: (fits: (waiting: number, refused: number, collected: number) => boolean) =>
      until(device.centre.custody.collected, (now) => {
        const [one] = now?.rounds ?? [];
        const refused = (one?.refused ?? []).reduce((sum, { count }) => sum + count, 0);
        return one !== undefined && fits(one.waiting, refused, one.collected);
      }),
    stop,
  };
}

it('tells the coordinator what each kiosk has collected and what waits there', async () => {
  const { story, office, round, kioskLink } = await setupRound();
  const kiosk = await story.opens(kioskLink);
  await kiosk.handsIn(parentSays(1));
  await kiosk.handsIn(parentSays(2));
  await kiosk.isSent();
  const seen = await eventually(async () => {
    const { kiosks } = await stateOf(office, round);
    return kiosks[0]?.collected === 2 && kiosks[0].waiting === 0 ? kiosks : undefined;
  });
  expect(seen).toHaveLength(1);
  kiosk.world.goOffline();
  await kiosk.handsIn(parentSays(3));
  kiosk.close();

  // Opened again by the same device it is the same kiosk, and it counts on.
  kiosk.world.goOnline();
  const again = await story.opens(kioskLink, kiosk.world);
  await eventually(async () => {
    const { kiosks } = await stateOf(office, round);
    return kiosks.length === 1 && kiosks[0]?.collected === 3 ? true : undefined;
  });
  again.close();
});

it('claims that all has come in only when every kiosk has said so after the closing day', async () => {
  const { story, office, round, kioskLink } = await setupRound();
  const first = await story.opens(kioskLink);
  const second = await story.opens(kioskLink);
  for (const kiosk of [first, second]) {
    await kiosk.handsIn(parentSays(1));
    await kiosk.isSent();
  }
  await eventually(async () =>
    (await stateOf(office, round)).kiosks.length === 2 ? true : undefined,
  );
  // Both stand in a cupboard when the round is closed: neither can say anything any more.
  for (const kiosk of [first, second]) kiosk.world.goOffline();
  story.itIs('2026-11-10T15:00:00');
  await office.centre.closeRound(round, null);
  expect(await stateOf(office, round)).toMatchObject({ silent: 2, allIn: false });

  story.itIs('2026-11-11T08:00:00');
  first.world.goOnline(); // Somebody wakes the tablet.
  await eventually(async () => ((await stateOf(office, round)).silent === 1 ? true : undefined));
  expect((await stateOf(office, round)).allIn).toBe(false);
  second.world.goOnline();
  await eventually(async () => ((await stateOf(office, round)).allIn ? true : undefined));
});

it('reports for a tablet of the team too, when its couriers deliver', async () => {
  const { office, tablet, round } = await setupRound();
  const page = await tablet.opensTablet(round);
  tablet.world.goOffline();
  await page.handsIn(parentSays(1));
  page.close();
  const seen = collectedOn(tablet);
  await seen.shows((waiting, _, collected) => waiting > 0 && collected === 1);
  tablet.world.goOnline();
  await seen.shows((waiting) => waiting === 0);
  const { kiosks } = await eventually(async () => {
    const state = await stateOf(office, round);
    return state.kiosks[0]?.waiting === 0 ? state : undefined;
  });
  expect(kiosks).toMatchObject([{ collected: 1, waiting: 0 }]);
  expect(tablet.centre.custody.collected.value?.rounds[0]).toMatchObject({ trouble: null });
  seen.stop();
});

/** A kiosk that was off from before the closing until the mailbox takes nothing more through the link. */
async function setupLateKiosk(story: Scenario, office: TeamDevice, round: string, link: string) {
  const kiosk = await story.opens(link);
  kiosk.world.goOffline();
  await kiosk.handsIn(parentSays(1));
  kiosk.close();
  await office.centre.closeRound(round, null);
  await office.isInStep();
  story.itIs('2027-02-10T09:00:00');
  kiosk.world.goOnline();
  const late = await story.opens(link, kiosk.world);
  await until(late.app.delivery, ({ kind }) => kind === 'refused');
  return late;
}

it('keeps what came too late on its device, and delivers it when the intake is reopened', async () => {
  const { story, office, round, kioskLink } = await setupRound();
  const late = await setupLateKiosk(story, office, round, kioskLink);
  expect(await stateOf(office, round)).toMatchObject({ silent: 0, allIn: false });
  expect(office.centre.rounds.value[0]?.answered).toBe(0);

  expect(await office.centre.custody.reopenIntake(round, 14)).toBeNull();
  expect(office.centre.custody.takesLateUntil(round)).toBe('2027-02-24');
  await until(office.centre.sync, () => office.centre.roundLinks(round).registration === 'done');
  await eventually(async () => {
    late.world.goOnline();
    return late.app.delivery.value.kind === 'sent' ? true : undefined;
  });
  await until(office.centre.rounds, ([one]) => one?.answered === 1);
  // Nobody answers anew: the page stays closed, and the round keeps its days.
  expect(late.app.phase.value.kind).toBe('closed');
  expect(office.centre.rounds.value[0]?.closes).toBe('2026-11-02');
  await eventually(async () => ((await stateOf(office, round)).allIn ? true : undefined));
});

it('does not reopen a reflection whose spread the team has seen', async () => {
  const { office } = await setupRound();
  const round = await office.centre.openRound('reflection', 2026, '2026-11-02', '2026-11-15');
  expect(await office.centre.custody.reopenIntake(round, 14)).toBe('notClosed');
  const page = await office.opensTablet(round);
  for (const mark of [1, 2, 3]) await page.handsIn({ marks: { r01: mark } });
  await until(office.centre.rounds, (rounds) => rounds.some(({ answered }) => answered === 3));
  expect(await office.centre.revealRound(round)).toBe(true);
  expect(await office.centre.custody.reopenIntake(round, 14)).toBe('revealed');
});

it('shows a revoked device what a closed round refuses, and sends it when the round takes it again', async () => {
  const { story, office, tablet, round } = await setupRound();
  const page = await tablet.opensTablet(round);
  tablet.world.goOffline();
  await page.handsIn(parentSays(1));
  page.close();
  await office.centre.closeRound(round, null);
  await office.isInStep();
  story.itIs('2027-02-10T09:00:00');
  const device = tablet.centre.devices.value.find(({ isThisOne }) => isThisOne)?.device ?? '';
  await story.mailbox.revoke(tablet.centre.entry.space, device);

  tablet.world.goOnline();
  const seen = collectedOn(tablet);
  await until(tablet.centre.sync, ({ status }) => status === 'revoked');
  await seen.shows((waiting, refused) => waiting === 0 && refused > 0);
  expect(tablet.centre.custody.collected.value?.rounds[0]?.refused[0]?.reason).toBe('closed');

  await office.centre.custody.reopenIntake(round, 7);
  await until(office.centre.sync, () => office.centre.roundLinks(round).registration === 'done');
  await eventually(async () => {
    await tablet.centre.custody.sendNow();
    return office.centre.rounds.value[0]?.answered === 1 ? true : undefined;
  });
  await seen.shows((waiting, refused) => waiting === 0 && refused === 0);
  seen.stop();
});

it('saves what waits to a file that another device takes in', async () => {
  const { office, tablet, round } = await setupRound();
  const page = await tablet.opensTablet(round);
  tablet.world.goOffline();
  await page.handsIn(parentSays(1));
  const file = await tablet.centre.custody.exportUnsent();
  expect(await office.centre.importFile(file)).toMatchObject({ unreadable: 0 });
  await until(office.centre.rounds, ([one]) => one?.answered === 1);
});

it('tells every device of a centre that was deleted, which is not the same as a device that was revoked', async () => {
  const { story, office, tablet } = await setupRound();
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  expect(await tablet.centre.custody.deleteEverywhere()).toBe('notAdmin');
  office.world.goOffline();
  expect(await office.centre.custody.deleteEverywhere()).toBe('unreachable');
  office.world.goOnline();
  const sealed = JSON.parse((await office.centre.exportFile()).split('\n')[1] ?? '').sealed;
  const inMailbox = (): boolean =>
    [story.mailbox.databaseFile(), `${story.mailbox.databaseFile()}-wal`]
      .filter((path) => existsSync(path))
      .some((path) => readFileSync(path).includes(String(sealed).slice(0, 80)));
  expect(inMailbox()).toBe(true);
  expect(await office.centre.custody.deleteEverywhere()).toBe('deleted');
  expect(inMailbox()).toBe(false);
  for (const { centre } of [office, tablet]) {
    await until(centre.sync, ({ status }) => status === 'gone');
  }
  // What lies on a device is its own to keep or to remove.
  expect(tablet.centre.centre.value.name).toBe('Solrosen');
  expect((await tablet.centre.exportFile()).length).toBeGreaterThan(1_000);
  expect(await office.centre.custody.deleteEverywhere()).toBe('deleted');
});
