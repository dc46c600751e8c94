import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { announcedTeamLink, setupShortScenario, type TeamDevice } from '../scenario/scenario.ts';
import { until } from './until.ts';

/** A team of three at one mailbox. The kit's secret is at hand as on paper, and still on the first device. */
async function setupTeam() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  const tablet = story.teamDevice('Surfplattan');
  const leaver = story.teamDevice('Den som slutar');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  for (const device of [tablet, leaver]) {
    await device.joins(await announcedTeamLink(office));
    await device.isInStep();
  }
  await until(office.centre.devices, ({ length }) => length === 3);
  const kit = (await office.centre.kitSecret()) ?? '';
  return { story, office, tablet, leaver, kit };
}

function idOf({ centre }: TeamDevice): string {
  return centre.devices.value.find(({ isThisOne }) => isThisOne)?.device ?? '';
}

function answersIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("SELECT count(*) AS n FROM envelope WHERE kind = 'answer'").get();
  database.close();
  return Number(row?.['n']);
}

const isZero = (count: number): boolean => count === 0;
const isOne = (count: number): boolean => count === 1;

it('revokes and purges again at a mailbox that was restored, once somebody has typed the kit', async () => {
  const { story, office, tablet, leaver, kit } = await setupTeam();
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  const phone = await story.opens(await office.printsPoster(round));
  await phone.handsIn({ marks: { 'p-near': 4 } });
  await phone.isSent();
  phone.close();
  await until(office.centre.rounds, ([one]) => one?.answered === 1);
  await office.centre.closeRound(round, 40);
  await Promise.all([office.isInStep(), tablet.isInStep(), leaver.isInStep()]);
  leaver.world.goOffline();
  await story.mailbox.stop();
  const file = story.mailbox.databaseFile();
  copyFileSync(file, `${file}.backup`);
  await story.mailbox.start();

  await office.centre.revokeDevices([idOf(leaver)]);
  expect(await office.centre.custody.purge('parents', 2026)).toEqual({ ok: true });
  await until(tablet.centre.formerDevices, ({ length }) => length === 1);
  await until(tablet.centre.rounds, ({ length }) => length === 0);
  for (const { centre } of [office, tablet]) await until(centre.revocationsWaiting, isZero);
  expect(await office.centre.forgetKit()).toBe(true);
  await Promise.all([office.isInStep(), tablet.isInStep()]);

  await story.mailbox.stop();
  copyFileSync(`${file}.backup`, file);
  await story.mailbox.start();
  for (const { centre } of [office, tablet]) {
    await until(centre.revocationsWaiting, isOne);
    await until(centre.purgesWaiting, isOne);
  }
  expect(answersIn(file)).toBeGreaterThan(0);
  const stranger = story.teamDevice('Grannen');
  await stranger.createsCentre();
  const strange = (await stranger.centre.kitSecret()) ?? '';
  expect(await tablet.centre.sendWaiting(strange)).toEqual({ ok: false, why: 'wrongKit' });
  expect(await tablet.centre.sendWaiting(kit)).toEqual({ ok: true });
  for (const { centre } of [office, tablet]) {
    await until(centre.revocationsWaiting, isZero);
    await until(centre.purgesWaiting, isZero);
  }
  expect(answersIn(file)).toBe(0);
  leaver.world.goOnline();
  await until(leaver.centre.sync, ({ status }) => status === 'revoked');
});

it('tells the mailbox of what waits whenever the kit is typed to revoke, whoever stands revoked already', async () => {
  const { office, tablet, leaver, kit } = await setupTeam();
  office.world.goOffline();
  await office.centre.revokeDevices([idOf(leaver)]);
  // The tablet meets it by a file; the office, which has the kit, never comes back.
  await tablet.centre.importFile(await office.centre.exportFile());
  await until(tablet.centre.revocationsWaiting, isOne);
  expect(await tablet.centre.revokeDevices([idOf(leaver)], kit)).toEqual({ ok: true });
  await until(leaver.centre.sync, ({ status }) => status === 'revoked');
  await until(tablet.centre.revocationsWaiting, isZero);
});

it('keeps the kit on the device while the mailbox must still hear what it is needed for', async () => {
  const { office, leaver } = await setupTeam();
  office.world.goOffline();
  await office.centre.revokeDevices([idOf(leaver)]);
  expect(await office.centre.forgetKit()).toBe(false);
  expect(office.centre.kitHere.value).toBe(true);
  office.world.goOnline();
  await until(office.centre.revocationsWaiting, isZero);
  expect(await office.centre.forgetKit()).toBe(true);
});

it('revokes those of several devices that the mailbox was told of, and says which it was not', async () => {
  const { tablet, office, leaver, kit } = await setupTeam();
  const [first, second] = [idOf(leaver), idOf(office)];
  tablet.world.loseReplyTo(`/v1/spaces/${tablet.centre.entry.space}/devices/${second}`);
  expect(await tablet.centre.revokeDevices([first, second], kit)).toEqual({
    ok: false,
    why: 'partly',
    left: [second],
  });
  expect(tablet.centre.formerDevices.value.map(({ device }) => device)).toEqual([first]);
  expect(await tablet.centre.revokeDevices([first, second], kit)).toEqual({ ok: true });
  expect(tablet.centre.formerDevices.value).toHaveLength(2);
});
