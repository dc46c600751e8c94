import { expect, it } from 'vitest';
import type { ArrivalView } from '#projections/arrivals.ts';
import { plain } from '../../projections/centre-records.ts';
import { parentSays } from '../../scenario/people.ts';
import { announcedTeamLink, setupShortScenario } from '../../scenario/scenario.ts';
import { allRows } from '../raw-storage.ts';
import { until } from '../until.ts';

/** An open round of the parents', an hour with a few answers, and then an evening with a flood of the same one. */
async function setupFlood(flood = 12) {
  const story = await setupShortScenario('2026-11-03T10:05:00');
  const office = story.teamDevice('Kontoret');
  const tablet = story.teamDevice('Surfplattan');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await tablet.joins(await announcedTeamLink(office));
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  await office.isInStep();
  const link = await office.printsPoster(round);
  const phone = await story.opens(link);
  async function answers(count: number, from: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      await phone.handsIn(parentSays(from + n));
      await phone.isSent();
    }
  }
  /** Time passes while the office is at work: it looks at its mailbox now and then. */
  async function itIs(time: string): Promise<void> {
    office.world.goOffline();
    await until(office.centre.sync, ({ status }) => status !== 'online');
    story.itIs(time);
    office.world.goOnline();
    await until(office.centre.sync, ({ status }) => status === 'online');
    await office.isInStep();
  }
  await answers(3, 1);
  await until(office.centre.rounds, ([one]) => one?.answered === 3);
  await itIs('2026-11-03T21:10:00');
  await answers(flood, 20);
  await until(office.centre.rounds, ([one]) => one?.answered === 3 + flood);
  const arrivals = await until(office.centre.custody.arrivals, (all) => {
    const counted = (all.get(round) ?? []).reduce((sum, { respondents }) => sum + respondents, 0);
    return counted === 3 + flood;
  });
  return { story, office, tablet, round, link, answers, itIs, hours: arrivals.get(round) ?? [] };
}

function only(hours: readonly ArrivalView[], to: string): ArrivalView {
  const found = hours.find((hour) => hour.to === to);
  if (found === undefined) throw new Error(`nothing came at ${to}`);
  return found;
}

it('finds the hour of a flood, sets its answers aside everywhere, and has them back', async () => {
  const { office, tablet, round, hours } = await setupFlood();
  expect(hours.map(({ to, respondents, unusual }) => [to, respondents, unusual])).toEqual([
    ['2026-11-03T10', 3, false],
    ['2026-11-03T21', 12, true],
  ]);
  const quotes = office.centre.results(2026).quotes.length;
  const before = plain(office.centre.results(2026));

  const evening = only(hours, '2026-11-03T21');
  expect(await office.centre.custody.setAnswersAside(round, [evening], 'Samma svar')).toBeNull();
  for (const device of [office, tablet]) {
    const [view] = await until(device.centre.rounds, ([one]) => one?.answered === 3);
    expect(view?.textCount).toBeLessThan(quotes);
    const results = device.centre.results(2026);
    expect(results.setAside.parents).toBe(12);
    expect(results.quotes.length).toBeLessThan(quotes);
    expect(device.centre.custody.setAside.value).toMatchObject([
      { round, respondents: 12, why: 'Samma svar', removed: false },
    ]);
  }

  const [group] = tablet.centre.custody.setAside.value;
  if (group === undefined) throw new Error('nothing is set aside');
  expect(await tablet.centre.custody.countSetAside(group, true)).toBeNull();
  await until(office.centre.rounds, ([one]) => one?.answered === 15);
  expect(plain(office.centre.results(2026))).toBe(before);
  expect(office.centre.custody.setAside.value).toMatchObject([{ removed: true }]);
});

it('does not take for a burst what a device that was away meets at once', async () => {
  const { story, office, round, answers } = await setupFlood();
  office.world.goOffline();
  await until(office.centre.sync, ({ status }) => status !== 'online');
  story.itIs('2026-11-04T09:00:00');
  await answers(20, 40);
  story.itIs('2026-11-05T08:30:00');
  office.world.goOnline();
  await until(office.centre.rounds, ([one]) => one?.answered === 35);
  const weekend = await until(office.centre.custody.arrivals, (all) =>
    (all.get(round) ?? []).some(({ to }) => to === '2026-11-05T08'),
  );
  const last = (weekend.get(round) ?? []).find(({ to }) => to === '2026-11-05T08');
  expect(last).toMatchObject({ from: '2026-11-03T21', unusual: false });
});

it('says that what a new device met on joining came before it watched', async () => {
  const { story, office, round } = await setupFlood(2);
  const newcomer = story.teamDevice('Ny dator');
  await newcomer.joins(await announcedTeamLink(office));
  const all = await until(newcomer.centre.custody.arrivals, (now) => {
    const counted = (now.get(round) ?? []).reduce((sum, { respondents }) => sum + respondents, 0);
    return counted === 5;
  });
  expect(all.get(round)?.map(({ from }) => from)).toEqual([null]);
});

it('keeps the hours over a restart, sealed, and nothing of them once the round is purged', async () => {
  const { office, round, hours } = await setupFlood();
  const { space } = office.centre.entry;
  await office.app.closeCentre();
  await office.app.openCentre(space);
  await until(office.centre.loaded, Boolean);
  const again = await until(
    office.centre.custody.arrivals,
    (all) => (all.get(round) ?? []).length === hours.length,
  );
  expect(again.get(round)?.map(({ to }) => to)).toEqual(hours.map(({ to }) => to));
  const rows = await allRows(office.world);
  const metas = rows.filter(({ table }) => table === 'meta').map(({ row }) => JSON.stringify(row));
  expect(metas.some((row) => row.includes(`arrivals ${round}`))).toBe(true);
  expect(metas.every((row) => !row.includes(hours[0]?.ids[0] ?? '?'))).toBe(true);

  await office.centre.closeRound(round, null);
  expect(await office.centre.custody.purge('parents', 2026)).toEqual({ ok: true });
  expect(office.centre.custody.arrivals.value.get(round)).toBeUndefined();
  const after = await allRows(office.world);
  const left = after.find(({ row }) => JSON.stringify(row).includes(`arrivals ${round}`));
  expect(left === undefined || JSON.stringify(left.row).includes('"value":null')).toBe(true);
});

it('remembers how many had been set aside when a round is purged, and not which', async () => {
  const { office, round, hours } = await setupFlood();
  const evening = only(hours, '2026-11-03T21');
  await office.centre.custody.setAnswersAside(round, [evening], 'Samma svar');
  await office.centre.closeRound(round, null);
  const before = plain({ ...office.centre.results(2026), quotes: [] });
  expect(await office.centre.custody.purge('parents', 2026)).toEqual({ ok: true });
  await until(office.centre.rounds, ({ length }) => length === 0);
  expect(plain(office.centre.results(2026))).toBe(before);
  expect(office.centre.results(2026).setAside.parents).toBe(12);
  expect(office.centre.custody.setAside.value).toEqual([]);
  expect(office.centre.custody.purgeLog.value).toMatchObject([{ answered: 3, setAside: 12 }]);
});

it('notes the team’s own answers by days, and leaves them alone once the spread is shown', async () => {
  const { office } = await setupFlood(1);
  const round = await office.centre.openRound('reflection', 2026, '2026-11-02', '2026-11-15');
  const page = await office.opensTablet(round);
  for (const mark of [1, 2, 3, 4]) await page.handsIn({ marks: { r01: mark } });
  const all = await until(office.centre.custody.arrivals, (now) =>
    (now.get(round) ?? []).some(({ respondents }) => respondents === 4),
  );
  const days = all.get(round) ?? [];
  expect(days.map(({ to }) => to)).toEqual(['2026-11-03']);
  expect(await office.centre.revealRound(round)).toBe(true);
  expect(await office.centre.custody.setAnswersAside(round, days, 'För sent')).toBe('revealed');
  expect(office.centre.board(2026).answered).toBe(4);
});
