import { expect, it } from 'vitest';
import type { TeamDevice } from '../scenario/scenario.ts';
import { announcedTeamLink, setupShortScenario } from '../scenario/scenario.ts';
import { rowsOf } from './raw-storage.ts';
import { eventually, until } from './until.ts';
import { bookPaths } from '#records/book-paths.ts';

/** A team of three devices in step with one mailbox; the first made the centre and holds the kit. */
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
  return { story, office, tablet, leaver };
}

function idOf(device: TeamDevice): string {
  const here = device.centre.devices.value.find(({ isThisOne }) => isThisOne);
  if (here === undefined) throw new Error('the device does not know itself');
  return here.device;
}

function positionOf({ centre }: TeamDevice, item: number): unknown {
  return centre.board(2026).items[item]?.position;
}

/** The team-key epochs that a device's stored edits were sealed under. */
async function epochsWrittenUnder({ world, centre }: TeamDevice): Promise<ReadonlySet<unknown>> {
  const rows = await rowsOf(world, `spegla-${centre.entry.space}`, 'envelopes');
  return new Set(
    rows.flatMap((row) =>
      typeof row === 'object' &&
      row !== null &&
      'kind' in row &&
      'key' in row &&
      row.kind === 'edit'
        ? [row.key]
        : [],
    ),
  );
}

it('takes a device from the team: it is refused kindly, and reads nothing that is written after', async () => {
  const { office, tablet, leaver } = await setupTeam();
  const leaverId = idOf(leaver);
  expect(await office.centre.revokeDevices([leaverId])).toEqual({ ok: true });
  await until(leaver.centre.sync, ({ status }) => status === 'revoked');
  await until(tablet.centre.formerDevices, ({ length }) => length === 1);
  expect(tablet.centre.formerDevices.value).toMatchObject([
    { device: leaverId, name: 'Den som slutar', by: 'Kontoret' },
  ]);
  expect(tablet.centre.devices.value.map(({ name }) => name)).toEqual(['Surfplattan', 'Kontoret']);
  await until(office.centre.revocationsWaiting, (count) => count === 0);

  // Both others write on and read one another.
  await office.centre.agreePosition(2026, 'r01', 6);
  await until(tablet.centre.ledger, () => positionOf(tablet, 0) === 6);
  await tablet.centre.agreePosition(2026, 'r02', 3);
  await until(office.centre.ledger, () => positionOf(office, 1) === 3);
  expect(tablet.centre.unreadable.value).toEqual([]);

  // Even a file with everything tells the leaver nothing of it.
  const file = await office.centre.exportFile();
  await leaver.centre.importFile(file);
  expect(positionOf(leaver, 0)).toBeNull();
  expect(leaver.centre.unreadable.value.length).toBeGreaterThan(0);
  expect(leaver.centre.unreadable.value.every(({ reason }) => reason === 'noKey')).toBe(true);
});

it('lets a device that was revoked by mistake in again with a link, as a new one that keeps what it held', async () => {
  const { office, leaver } = await setupTeam();
  await office.centre.revokeDevices([idOf(leaver)]);
  await until(leaver.centre.sync, ({ status }) => status === 'revoked');
  await leaver.centre.agreePosition(2026, 'r05', 2); // Written in vain, so far.
  await office.centre.agreePosition(2026, 'r01', 6);
  expect(await leaver.joins(await announcedTeamLink(office))).toMatchObject({ ok: true });
  await until(leaver.centre.ledger, () => positionOf(leaver, 0) === 6);
  await until(office.centre.ledger, () => positionOf(office, 4) === 2);
  await until(office.centre.devices, ({ length }) => length === 3);
  expect(leaver.centre.unreadable.value).toEqual([]);
});

it('lets a revoked device deliver what it collected', async () => {
  const { office, leaver } = await setupTeam();
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  await office.printsPoster(round);
  const kiosk = await leaver.opensTablet(round);
  leaver.world.goOffline();
  await kiosk.handsIn({ marks: { 'p-near': 4 } });
  await office.centre.revokeDevices([idOf(leaver)]);
  kiosk.close();
  leaver.world.goOnline();
  await until(leaver.centre.sync, ({ status }) => status === 'revoked');
  const rounds = await until(office.centre.rounds, ([only]) => only?.answered === 1);
  expect(rounds).toMatchObject([{ id: round, answered: 1 }]);
});

it('keeps a revocation that was made without a network until the mailbox has heard of it', async () => {
  const { office, tablet, leaver } = await setupTeam();
  office.world.goOffline();
  await office.centre.revokeDevices([idOf(leaver)]);
  expect(office.centre.revocationsWaiting.value).toBe(1);
  await leaver.centre.agreePosition(2026, 'r03', 2);
  await until(tablet.centre.ledger, () => positionOf(tablet, 2) === 2);
  office.world.goOnline();
  await until(leaver.centre.sync, ({ status }) => status === 'revoked');
  await until(office.centre.revocationsWaiting, (count) => count === 0);
  await until(office.centre.ledger, () => positionOf(office, 2) === 2);
});

it('grants the new key to a device that was away, and lets nobody in with a link from before', async () => {
  const { story, office, tablet, leaver } = await setupTeam();
  const oldLink = await announcedTeamLink(tablet);
  tablet.world.goOffline();
  await office.centre.revokeDevices([idOf(leaver)]);
  await office.centre.setField(bookPaths.positionComment(2026, 'r01'), 'Skrivet efteråt');
  await office.centre.agreePosition(2026, 'r01', 5);
  tablet.world.goOnline();
  await until(tablet.centre.ledger, () => positionOf(tablet, 0) === 5);

  const newcomer = story.teamDevice('Den nya');
  expect(await newcomer.joins(oldLink)).toEqual({ ok: false, why: 'used' });
  expect(await tablet.centre.exportFile()).not.toContain('"kind":"invite"');
  // A new link brings all epochs by itself.
  expect(await newcomer.joins(await announcedTeamLink(tablet))).toMatchObject({ ok: true });
  await until(newcomer.centre.ledger, () => positionOf(newcomer, 0) === 5);
});

it('grants the new key to a newcomer that came in before the mailbox had heard of the revocation', async () => {
  const { story, office, tablet, leaver } = await setupTeam();
  office.world.goOffline();
  await office.centre.revokeDevices([idOf(leaver)]);
  await office.centre.agreePosition(2026, 'r01', 5);
  const newcomer = story.teamDevice('Den nya');
  expect(await newcomer.joins(await announcedTeamLink(tablet))).toMatchObject({ ok: true });
  office.world.goOnline();
  await until(newcomer.centre.ledger, () => positionOf(newcomer, 0) === 5);
  expect(newcomer.centre.unreadable.value).toEqual([]);
  await newcomer.centre.agreePosition(2026, 'r04', 4);
  await until(office.centre.ledger, () => positionOf(office, 3) === 4);
});

it('never lets a device in again under the id that its mailbox refused, though it holds every key', async () => {
  const { story, office, tablet } = await setupTeam();
  const before = idOf(tablet);
  await story.mailbox.revoke(office.centre.entry.space, before);
  await until(tablet.centre.sync, ({ status }) => status === 'revoked');
  expect(await tablet.joins(await announcedTeamLink(office))).toMatchObject({ ok: true });
  await tablet.isInStep();
  expect(idOf(tablet)).not.toBe(before);
});

it('comes as a new device to a mailbox that refuses the id it had elsewhere', async () => {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const [office, tablet] = [story.teamDevice('Kontoret'), story.teamDevice('Surfplattan')];
  await office.createsCentre();
  await tablet.joins(await office.centre.makeTeamLink(), await office.centre.exportFile());
  const before = idOf(tablet);
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await story.mailbox.revoke(office.centre.entry.space, before);
  expect(await tablet.joins(await announcedTeamLink(office))).toMatchObject({ ok: true });
  await tablet.isInStep();
  expect(idOf(tablet)).not.toBe(before);
});

it('makes the links useless that a revoked device has made', async () => {
  const { story, office, leaver } = await setupTeam();
  const link = await announcedTeamLink(leaver);
  await office.centre.revokeDevices([idOf(leaver)]);
  await until(office.centre.revocationsWaiting, (count) => count === 0);
  expect(await story.teamDevice('En bekant').joins(link)).toEqual({ ok: false, why: 'used' });
});

it('comes to one key again when two devices were revoked apart from each other at the same time', async () => {
  const { story, office, tablet, leaver } = await setupTeam();
  const other = story.teamDevice('En till som slutar');
  await other.joins(await announcedTeamLink(office));
  await until(tablet.centre.devices, ({ length }) => length === 4);
  const sheet = await office.centre.kitSheet();
  if (sheet === null) throw new Error('no kit');
  const typed = await tablet.centre.readTypedKit(sheet.words.join(' '));
  if (!typed.ok) throw new Error('not read');

  const release = tablet.world.holdRequests('/envelopes');
  office.world.goOffline();
  await office.centre.revokeDevices([idOf(leaver)]);
  expect(await tablet.centre.revokeDevices([idOf(other)], typed.kit)).toEqual({ ok: true });
  release();
  office.world.goOnline();
  for (const { centre } of [office, tablet]) {
    await until(centre.formerDevices, ({ length }) => length === 2);
  }
  // The first epoch, the two that were made at once, and the one that replaces both.
  for (const device of [office, tablet]) {
    await eventually(async () => (await epochsWrittenUnder(device)).size === 4 || undefined);
    await device.isInStep();
  }
  await office.centre.agreePosition(2026, 'r01', 5);
  await tablet.centre.agreePosition(2026, 'r02', 4);
  await until(tablet.centre.ledger, () => positionOf(tablet, 0) === 5);
  await until(office.centre.ledger, () => positionOf(office, 1) === 4);
  expect((await epochsWrittenUnder(office)).size).toBe(4);
  for (const { centre } of [office, tablet]) {
    expect(centre.unreadable.value).toEqual([]);
    expect(centre.contested.value).toEqual([]);
  }
});

it('leaves nothing under a key that a revoked device made, where two revoked at once and one the other', async () => {
  const { story, office, tablet, leaver } = await setupTeam();
  const third = story.teamDevice('Den tredje');
  await third.joins(await announcedTeamLink(office));
  await until(tablet.centre.devices, ({ length }) => length === 4);
  await Promise.all([tablet.isInStep(), third.isInStep()]);
  const kit = await office.centre.kitSecret();
  if (kit === null) throw new Error('no kit');

  const release = tablet.world.holdRequests('/envelopes');
  await office.centre.revokeDevices([idOf(leaver)]);
  await office.isInStep();
  await until(office.centre.revocationsWaiting, (count) => count === 0);
  expect(await tablet.centre.revokeDevices([idOf(office)], kit)).toEqual({ ok: true });
  release();
  for (const device of [tablet, third]) {
    await until(device.centre.formerDevices, ({ length }) => length === 2);
    await eventually(async () => (await epochsWrittenUnder(device)).size === 4 || undefined);
    await device.isInStep();
  }
  await third.centre.agreePosition(2026, 'r01', 5);
  await tablet.centre.agreePosition(2026, 'r02', 4);
  await until(tablet.centre.ledger, () => positionOf(tablet, 0) === 5);
  await until(third.centre.ledger, () => positionOf(third, 1) === 4);
  const file = await tablet.centre.exportFile();
  for (const revoked of [office, leaver]) {
    await revoked.centre.importFile(file);
    expect([positionOf(revoked, 0), positionOf(revoked, 1)]).toEqual([null, null]);
  }
});

it('asks for the kit where it is not on the device, and takes no other centre’s', async () => {
  const { story, office, tablet, leaver } = await setupTeam();
  const sheet = await office.centre.kitSheet();
  if (sheet === null) throw new Error('no kit');
  expect(await tablet.centre.kitSheet()).toBeNull();
  expect(await tablet.centre.revokeDevices([idOf(leaver)])).toEqual({ ok: false, why: 'needsKit' });
  const stranger = story.teamDevice('Grannen');
  await stranger.createsCentre();
  const strange = (await stranger.centre.kitSheet())?.words.join(' ') ?? '';
  expect(await tablet.centre.readTypedKit(strange)).toEqual({ ok: false, why: 'wrongKit' });
  expect(await tablet.centre.readTypedKit('')).toEqual({ ok: false, why: 'empty' });
  expect(await tablet.centre.readTypedKit('https://example.se')).toEqual({
    ok: false,
    why: 'otherCode',
  });
  for (const text of [sheet.link, sheet.words.join('\n')]) {
    expect(await tablet.centre.readTypedKit(text)).toMatchObject({ ok: true });
  }

  // Taken off the device that made the centre, it is on paper only: no disk of a device holds it.
  await office.centre.confirmKit();
  await office.centre.forgetKit();
  expect(office.centre.kitHere.value).toBe(false);
  expect(await office.centre.kitSheet()).toBeNull();
  expect(await office.centre.kitSecret()).toBeNull();
  expect(office.centre.kitCheck.value).toMatchObject({ by: 'Kontoret' });
  expect(await office.centre.revokeDevices([idOf(leaver)])).toEqual({ ok: false, why: 'needsKit' });
  const typed = await office.centre.readTypedKit(sheet.words.join(' '));
  if (!typed.ok) throw new Error('not read');
  office.world.goOffline();
  expect(await office.centre.revokeDevices([idOf(leaver)], typed.kit)).toEqual({
    ok: false,
    why: 'unreachable',
  });
  expect(office.centre.formerDevices.value).toEqual([]);
  office.world.goOnline();
  expect(await office.centre.revokeDevices([idOf(leaver)], typed.kit)).toEqual({ ok: true });
  await until(leaver.centre.sync, ({ status }) => status === 'revoked');
});

it('names a mailbox with the words from the paper, where the kit is not on the device', async () => {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  await office.createsCentre();
  const words = (await office.centre.kitSheet())?.words.join(' ') ?? '';
  await office.centre.forgetKit();
  const { origin, code } = story.mailbox;
  expect(await office.centre.nameMailbox(origin, code)).toEqual({ ok: false, why: 'needsKit' });
  const typed = await office.centre.readTypedKit(words);
  if (!typed.ok) throw new Error('not read');
  expect(await office.centre.nameMailbox(origin, code, typed.kit)).toMatchObject({ ok: true });
  await office.isInStep();
});
