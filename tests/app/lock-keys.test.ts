import { expect, it } from 'vitest';
import { createTeamApp } from '#app/team/create-team-app.ts';
import type { OpenCentre } from '#app/team/team-app.ts';
import { announcedTeamLink, setupShortScenario, type TeamDevice } from '../scenario/scenario.ts';
import { allRows } from './raw-storage.ts';
import { until } from './until.ts';

const code = '270915';

/** A centre at a mailbox on one device, locked with a code from now on. */
async function setupLocked() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const tablet = story.teamDevice('Surfplattan');
  await tablet.createsCentre();
  await tablet.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await tablet.centre.agreePosition(2026, 'r01', 5);
  await tablet.isInStep();
  expect(await tablet.app.setPin(code, 5, null)).toEqual({ ok: true });
  return { story, tablet, space: tablet.centre.entry.space };
}

function keysIn(value: unknown): readonly CryptoKey[] {
  if (value instanceof CryptoKey) return [value];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  return Object.values(value).flatMap(keysIn);
}

/** The same device, its page opened anew. */
async function reopened({ world }: TeamDevice) {
  const app = createTeamApp(world.teamDeps());
  await until(app.centres, (centres) => centres !== undefined);
  return app;
}

it('keeps no key on the disk that opens anything, and opens all with the code', async () => {
  const { tablet } = await setupLocked();
  await tablet.app.stop();
  const keys = (await allRows(tablet.world)).flatMap(({ row }) => keysIn(row));
  expect(keys).toEqual([]);

  const app = await reopened(tablet);
  await until(app.locked, (locked) => locked !== null);
  expect(app.locked.value).toMatchObject({ name: 'Solrosen' });
  expect(app.current.value).toBeNull();
  expect(await app.unlock('000001')).toMatchObject({ ok: false, why: 'wrong', waitMs: 0 });
  expect(await app.unlock(code)).toEqual({ ok: true });
  expect(app.locked.value).toBeNull();
  expect(app.lockAfterMinutes.value).toBe(5);
  const centre = await until(app.current, (value) => value !== null);
  if (centre === null) throw new Error('not open');
  await until(centre.loaded, Boolean);
  expect(centre.board(2026).items[0]?.position).toBe(5);
  expect(centre.unreadable.value).toEqual([]);
  await app.stop();
});

it('closes the centre in every tab when one is locked, and the answering page goes on', async () => {
  const { tablet } = await setupLocked();
  const round = await tablet.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
  await tablet.printsPoster(round);
  const kiosk = await tablet.opensTablet(round);
  const other = await reopened(tablet);
  await until(other.locked, (locked) => locked !== null);
  await other.unlock(code);
  await until(other.current, (value) => value !== null);

  await tablet.app.lockNow();
  expect(tablet.app.current.value).toBeNull();
  expect(tablet.app.locked.value).not.toBeNull();
  await until(other.current, (value) => value === null);
  await until(other.locked, (locked) => locked !== null);
  await other.stop();
  await kiosk.handsIn({ marks: { 'c-feel': 3 }, band: 'from4to6', help: 'alone', practice: 'met' });
  await kiosk.isSent();
  kiosk.close();
  expect(await tablet.app.unlock(code)).toEqual({ ok: true });
  await until(tablet.centre.rounds, ([only]) => only?.answered === 1);
});

it('makes whoever guesses wait longer and longer, whatever the clock is set to, and deletes nothing', async () => {
  const { story, tablet } = await setupLocked();
  await tablet.app.lockNow();
  const waits: number[] = [];
  let now = new Date('2026-11-02T10:00:00');
  const at = (moment: Date): void => story.itIs(moment.toISOString().slice(0, 19));
  at(now);
  for (let guess = 0; guess < 5; guess += 1) {
    const tried = await tablet.app.unlock(`10000${guess}`);
    if (tried.ok) throw new Error('let in');
    waits.push(tried.waitMs);
    now = new Date(now.getTime() + tried.waitMs);
    at(now);
  }
  expect(waits).toEqual([0, 0, 0, 10_000, 30_000]);
  expect(await tablet.app.unlock('999999')).toMatchObject({ why: 'wrong', waitMs: 60_000 });
  // While it waits not even the right code is tried; a new page knows of it too.
  expect(await tablet.app.unlock(code)).toEqual({ ok: false, why: 'wait', waitMs: 60_000 });
  const page = await reopened(tablet);
  await until(page.locked, (locked) => locked !== null);
  expect(await page.unlockWait()).toBe(60_000);
  at(new Date(now.getTime() - 3_600_000));
  expect(await page.unlock(code)).toEqual({ ok: false, why: 'wait', waitMs: 60_000 });
  at(new Date(now.getTime() - 3_600_000 + 60_000));
  expect(await page.unlock(code)).toEqual({ ok: true });
  await page.stop();
});

it('refuses codes that anyone would try first, and asks for the present one before it is changed or taken away', async () => {
  const { tablet } = await setupLocked();
  for (const weak of ['12345', '111111', '123456', '987654']) {
    expect(await tablet.app.setPin(weak, 5, code), weak).toEqual({ ok: false, why: 'weak' });
  }
  expect(await tablet.app.setPin('830412', 10, '000000')).toMatchObject({ why: 'wrong' });
  expect(await tablet.app.setPin('830412', 10, code)).toEqual({ ok: true });
  expect(await tablet.app.removePin(code)).toMatchObject({ ok: false, why: 'wrong' });
  expect(await tablet.app.removePin('830412')).toEqual({ ok: true });
  expect(tablet.app.lockAfterMinutes.value).toBeNull();
  await tablet.app.lockNow();
  expect(tablet.app.current.value).not.toBeNull();
  await tablet.app.stop();
  const app = await reopened(tablet);
  await until(app.current, (value) => value !== null);
  await app.stop();
});

it('opens anew with a colleague’s link, or with the kit, when nobody knows the code any more', async () => {
  const { story, tablet, space } = await setupLocked();
  const sheet = await tablet.centre.kitSheet();
  const colleague = story.teamDevice('Kontoret');
  await colleague.joins(await announcedTeamLink(tablet));
  await colleague.isInStep();
  await tablet.app.lockNow();
  const link = await announcedTeamLink(colleague);
  expect(await tablet.app.join(link, 'Surfplattan', undefined, true)).toEqual({ ok: true, space });
  await until(tablet.centre.loaded, Boolean);
  expect(tablet.app.locked.value).toBeNull();
  await tablet.isInStep();
  expect(holdersOf(tablet.centre)).toEqual([]);
  expect(tablet.centre.board(2026).items[0]?.position).toBe(5);

  await tablet.app.setPin(code, 5, null);
  await tablet.app.lockNow();
  const input = { kit: sheet?.link ?? '', mailbox: '', file: undefined, deviceName: 'Igen' };
  expect(await tablet.app.restore(input)).toMatchObject({ ok: true, wasHere: false });
  await until(tablet.centre.loaded, Boolean);
  expect(tablet.centre.board(2026).items[0]?.position).toBe(5);
  expect(tablet.centre.unreadable.value).toEqual([]);
});

it('keeps the kit behind its code when a team link is opened, unless that is asked for', async () => {
  const { story, tablet } = await setupLocked();
  const kit = await tablet.centre.kitSecret();
  const colleague = story.teamDevice('Kontoret');
  await colleague.joins(await announcedTeamLink(tablet));
  await colleague.isInStep();
  await tablet.app.lockNow();
  const before = await allRows(tablet.world);
  const link = await announcedTeamLink(colleague);
  expect(await tablet.app.join(link, 'Igen')).toEqual({ ok: false, why: 'lockedKit' });
  expect(await allRows(tablet.world)).toEqual(before);
  expect(await tablet.app.unlock(code)).toEqual({ ok: true });
  await until(tablet.centre.loaded, Boolean);
  expect(await tablet.centre.kitSecret()).toBe(kit);
  // Unlocked it is simply here: the link makes no new device of it, and the kit stays.
  expect(await tablet.app.join(link, 'Igen')).toEqual({ ok: false, why: 'alreadyHere' });
  expect(await tablet.centre.kitSecret()).toBe(kit);
});

it('takes the kit along when a disconnected device joins again as a new one', async () => {
  const { story, tablet } = await setupLocked();
  const kit = await tablet.centre.kitSecret();
  const colleague = story.teamDevice('Kontoret');
  await colleague.joins(await announcedTeamLink(tablet));
  await colleague.isInStep();
  const [, lost] = colleague.centre.devices.value;
  if (lost === undefined || kit === null) throw new Error('no tablet');
  expect(await colleague.centre.revokeDevices([lost.device], kit)).toEqual({ ok: true });
  await colleague.isInStep();
  await until(tablet.centre.sync, ({ status }) => status === 'revoked');
  expect(await tablet.joins(await announcedTeamLink(colleague))).toMatchObject({ ok: true });
  expect(tablet.centre.kitHere.value).toBe(true);
  await tablet.isInStep();
  expect(await tablet.centre.kitSecret()).toBe(kit);
  await until(colleague.centre.devices, ({ length }) => length === 2);
  await until(colleague.centre.devices, () => holdersOf(colleague.centre).length === 1);
});

/** The names of the devices that the kit lies on. */
function holdersOf({ devices }: OpenCentre): readonly string[] {
  return devices.value.filter(({ holdsKit }) => holdsKit).map(({ name }) => name);
}
