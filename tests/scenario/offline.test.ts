import { expect, it } from 'vitest';
import { bookPaths } from '#records/book-paths.ts';
import { plain } from '../projections/centre-records.ts';
import { until } from '../app/until.ts';
import { parentSays } from './people.ts';
import {
  announcedTeamLink,
  promisedMs,
  setupShortScenario,
  type Scenario,
  type TeamDevice,
} from './scenario.ts';

/** A centre on two devices with an open parents' round. */
async function setupTeam(): Promise<{
  story: Scenario;
  office: TeamDevice;
  tablet: TeamDevice;
  round: string;
  phoneLink: string;
}> {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  const tablet = story.teamDevice('Surfplattan');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await tablet.joins(await announcedTeamLink(office));
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  await until(tablet.centre.rounds, ({ length }) => length === 1);
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  return { story, office, tablet, round, phoneLink: await office.printsPoster(round) };
}

const answeredOn = ({ centre }: TeamDevice, count: number, withinMs?: number) =>
  until(centre.rounds, ([round]) => round?.answered === count, withinMs);

it('lets two devices work apart and holds all of both when they meet, whoever comes online first', async () => {
  const { story, office, tablet } = await setupTeam();
  office.world.goOffline();
  tablet.world.goOffline();

  await office.centre.agreePosition(2026, 'r01', 6);
  await office.centre.setField(bookPaths.centreName, 'Solrosen i Byn');
  const children = await tablet.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
  await tablet.centre.agreePosition(2026, 'r02', 2);
  const kiosk = await tablet.opensTablet(children);
  await kiosk.handsIn({ marks: { 'c-feel': 3 }, band: 'from4to6' });
  expect(tablet.centre.roundLinks(children).registration).toBe('pending');
  story.itIs('2026-11-09T09:00:00');
  tablet.world.goOnline();
  await tablet.isInStep();
  await kiosk.isSent();
  expect(office.centre.rounds.value).toHaveLength(1);
  office.world.goOnline();

  await until(office.centre.rounds, (rounds) => rounds.some(({ answered }) => answered === 1));
  await until(tablet.centre.centre, ({ name }) => name === 'Solrosen i Byn');
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  expect(tablet.centre.roundLinks(children).registration).toBe('done');
  expect(plain(office.centre.board(2026))).toBe(plain(tablet.centre.board(2026)));
  expect(office.centre.contested.value).toEqual([]);
  expect(
    office.centre
      .board(2026)
      .items.slice(0, 2)
      .map(({ position }) => position),
  ).toEqual([6, 2]);
});

it('keeps an answer in the phone while the mailbox itself is away, and sends it when it is back, unasked', async () => {
  const { story, office, phoneLink } = await setupTeam();
  const phone = await story.opens(phoneLink);
  await story.mailbox.stop();

  await phone.handsIn(parentSays(0));
  expect(phone.app.delivery.value).toEqual({ kind: 'waiting', count: 1 }); // Its marks and two texts are one person's.
  await until(office.centre.sync, ({ status }) => status === 'offline');
  await story.mailbox.start();

  await phone.isSent();
  await answeredOn(office, 1);
});

it('opens a page that was loaded once without a network, as often as need be', async () => {
  const { story, phoneLink, office } = await setupTeam();
  const first = await story.opens(phoneLink);
  first.close();
  first.world.goOffline();
  for (const parent of [1, 2]) {
    const again = await story.opens(phoneLink, first.world);
    expect(again.app.phase.value.kind).toBe('ready');
    await again.handsIn(parentSays(parent));
    again.close();
  }
  const never = story.newPhone();
  never.goOffline();
  const blank = await story.opens(phoneLink, never);
  expect(blank.app.phase.value.kind).toBe('unreachable');

  never.goOnline();
  await blank.app.retry();
  await until(blank.app.phase, ({ kind }) => kind === 'ready');
  first.world.goOnline();
  await story.opens(phoneLink, first.world);
  await answeredOn(office, 2);
});

it('takes a phone that comes 60 days late, and keeps the answer of one that comes later still', async () => {
  const { story, office, phoneLink } = await setupTeam();
  const late = await story.opens(phoneLink);
  const tooLate = await story.opens(phoneLink);
  for (const [parent, phone] of [late, tooLate].entries()) {
    phone.world.goOffline();
    await phone.handsIn(parentSays(parent + 1));
    phone.close();
  }

  story.itIs('2027-01-14T12:00:00');
  late.world.goOnline();
  await (await story.opens(phoneLink, late.world)).isSent();
  await answeredOn(office, 1);

  story.itIs('2027-01-16T12:00:00');
  tooLate.world.goOnline();
  const page = await story.opens(phoneLink, tooLate.world);
  await until(page.app.delivery, ({ kind }) => kind === 'refused');
  expect(page.app.delivery.value).toEqual({ kind: 'refused', count: 1 });
  expect(office.centre.rounds.value[0]?.answered).toBe(1);
});

it('brings what a tablet collected before there was any mailbox to the devices that join later', async () => {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  const kiosk = await office.opensTablet(round);
  for (const parent of [1, 2, 3]) await kiosk.handsIn(parentSays(parent));
  expect(kiosk.app.delivery.value).toEqual({ kind: 'onDevice', count: 3 });
  kiosk.close();

  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await office.isInStep();
  const tablet = story.teamDevice('Surfplattan');
  await tablet.joins(await announcedTeamLink(office));

  await answeredOn(tablet, 3, promisedMs);
  expect(tablet.centre.unreadable.value).toEqual([]);
});
