import { readFileSync, existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openSession } from '#app/team/centre-session.ts';
import { keepAggregates } from '#commands/purge-rounds.ts';
import type { PurgeStep } from '#app/team/purge-form-year.ts';
import { createKeyStore } from '#store/key-store.ts';
import { plain } from '../../projections/centre-records.ts';
import { parentSays } from '../../scenario/people.ts';
import { announcedTeamLink, setupShortScenario, type TeamDevice } from '../../scenario/scenario.ts';
import { allRows, rowsOf } from '../raw-storage.ts';
import { eventually, until } from '../until.ts';

/** A closed parents' round on two devices, with twelve answers, some free texts and one that was set aside. */
async function setupClosedRound() {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  const tablet = story.teamDevice('Surfplattan');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await tablet.joins(await announcedTeamLink(office));
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  await office.isInStep();
  const link = await office.printsPoster(round);
  for (let parent = 1; parent <= 12; parent += 1) {
    const phone = await story.opens(link);
    await phone.handsIn(parentSays(parent));
    await phone.isSent();
    phone.close();
  }
  await until(office.centre.rounds, ([one]) => one?.answered === 12);
  // A thirteenth has opened the page, and is somewhere without a network when the round closes.
  const late = await story.opens(link);
  late.world.goOffline();
  await office.centre.closeRound(round, 40);
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  await until(tablet.centre.rounds, ([one]) => one?.answered === 12 && one.closed);
  return { story, office, tablet, round, late };
}

/** What a purge must leave nowhere: the round's envelopes, its private key and its links' secrets. */
async function needlesOf(device: TeamDevice, round: string): Promise<readonly Buffer[]> {
  const key = device.centre.ledger.value.roundKeys.get(round);
  if (key === undefined) throw new Error('there is no round');
  const rows = await rowsOf(device.world, `spegla-${device.centre.entry.space}`, 'envelopes');
  const sealed = (await envelopesOf(device))
    .filter((envelope) => envelope.round === round)
    .map((envelope) => envelope.sealed);
  expect(sealed.length).toBeGreaterThan(12);
  expect(rows.length).toBeGreaterThan(0);
  const secrets = [key.privateKey, key.linkSecret, key.kioskSecret, key.sealedCard];
  return [...secrets, ...sealed.map((text) => text.slice(0, 80))].flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'base64url'),
  ]);
}

/** Every envelope of a device, read from the file with everything, which is how a person would keep them. */
async function envelopesOf({
  centre,
}: TeamDevice): Promise<readonly { round: string | null; kind: string; sealed: string }[]> {
  const [, ...lines] = (await centre.exportFile()).trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

function holds(value: unknown, needles: readonly Buffer[]): boolean {
  if (typeof value === 'string') return holds(Buffer.from(value), needles);
  if (ArrayBuffer.isView(value)) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return needles.some((needle) => bytes.includes(needle));
  }
  if (value instanceof ArrayBuffer) return holds(new Uint8Array(value), needles);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, one]) => holds(key, needles) || holds(one, needles));
}

async function tracesOn({ world }: TeamDevice, needles: readonly Buffer[]): Promise<string[]> {
  const rows = await allRows(world);
  return rows
    .filter(({ row }) => holds(row, needles))
    .map(({ database, table }) => `${database.slice(0, 12)} ${table}`);
}

function tracesInFiles(file: string, needles: readonly Buffer[]): string[] {
  return [file, `${file}-wal`, `${file}-shm`].filter(
    (path) => existsSync(path) && holds(readFileSync(path), needles),
  );
}

it('shows the same results after a purge, with nothing of the round left on any device or in the mailbox', async () => {
  const { story, office, tablet, round } = await setupClosedRound();
  const needles = await needlesOf(office, round);
  const databaseFile = story.mailbox.databaseFile();
  // The needles are sharp: before the purge they are found everywhere.
  expect(await tracesOn(office, needles)).not.toEqual([]);
  expect(tracesInFiles(databaseFile, needles)).not.toEqual([]);
  const before = { ...office.centre.results(2026), quotes: [] };
  const steps: PurgeStep[] = [];

  const end = await office.centre.custody.purge('parents', 2026, {
    onStep: (step) => steps.push(step),
  });

  expect(end).toEqual({ ok: true });
  expect(steps).toEqual(['pull', 'keep', 'send', 'purge', 'clear']);
  for (const device of [office, tablet]) {
    await until(device.centre.rounds, ({ length }) => length === 0);
    expect(plain(device.centre.results(2026))).toBe(plain(before));
    expect(device.centre.custody.purgeLog.value).toMatchObject([
      { form: 'parents', year: 2026, answered: 12, by: officeId(office) },
    ]);
    expect(device.centre.years.value).toContain(2026);
    await eventually(async () =>
      (await tracesOn(device, needles)).length === 0 ? true : undefined,
    );
    expect(device.centre.unreadable.value).toEqual([]);
  }
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  expect(tracesInFiles(databaseFile, needles)).toEqual([]);
});

function officeId({ centre }: TeamDevice): string {
  return centre.devices.value.find(({ isThisOne }) => isThisOne)?.device ?? '';
}

it('purges on a device that was off and comes back, and refuses a phone that delivers late', async () => {
  const { office, tablet, round, late } = await setupClosedRound();
  const needles = await needlesOf(tablet, round);
  await late.handsIn(parentSays(13));
  tablet.world.goOffline();
  await tablet.app.closeCentre();
  expect(await office.centre.custody.purge('parents', 2026)).toEqual({ ok: true });

  tablet.world.goOnline();
  const [entry] = tablet.app.centres.value ?? [];
  await tablet.app.openCentre(entry?.space ?? '');
  await until(tablet.centre.loaded, Boolean);
  await until(tablet.centre.rounds, ({ length }) => length === 0);
  await eventually(async () => ((await tracesOn(tablet, needles)).length === 0 ? true : undefined));
  late.world.goOnline();
  await until(late.app.delivery, ({ kind }) => kind === 'refused');
  expect(plain(tablet.centre.results(2026))).toBe(plain(office.centre.results(2026)));
});

it('can be taken up again wherever it was cut off', async () => {
  const { office, tablet } = await setupClosedRound();
  const before = plain({ ...office.centre.results(2026), quotes: [] });
  for (const [path, at] of [
    ['/envelopes', 'send'],
    ['/purges', 'purge'],
  ] as const) {
    const heal = office.world.loseRepliesToPosts(path);
    const cut = await office.centre.custody.purge('parents', 2026);
    expect(cut).toEqual({ ok: false, why: 'unreachable', at });
    expect(plain({ ...office.centre.results(2026), quotes: [] })).toBe(before);
    if (at === 'send') expect(office.centre.rounds.value).toHaveLength(1);
    heal();
  }
  // The mailbox has purged, though this device never heard it: it meets the purge like every other.
  await until(tablet.centre.rounds, ({ length }) => length === 0);
  const again = await office.centre.custody.purge('parents', 2026);
  expect(again.ok || again.why === 'nothing').toBe(true);
  await until(office.centre.rounds, ({ length }) => length === 0);
  expect(plain(office.centre.results(2026))).toBe(before);
  expect(plain(tablet.centre.results(2026))).toBe(before);
  expect(office.centre.custody.purgeLog.value).toHaveLength(1);
});

it('waits for a network, for the closing and for the kit', async () => {
  const { office, tablet } = await setupClosedRound();
  const open = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-30');
  expect(await office.centre.custody.purge('children', 2026)).toMatchObject({ why: 'open' });
  expect(await tablet.centre.custody.purge('parents', 2026)).toMatchObject({ why: 'notAdmin' });
  const kit = 'A'.repeat(43);
  expect(await tablet.centre.custody.purge('parents', 2026, { kit })).toMatchObject({
    why: 'notAdmin',
    at: 'purge',
  });
  office.world.goOffline();
  expect(await office.centre.custody.purge('parents', 2026)).toMatchObject({
    why: 'unreachable',
    at: 'pull',
  });
  expect(office.centre.rounds.value.map(({ id }) => id)).toContain(open);
  expect(office.centre.rounds.value).toHaveLength(2);
});

it('purges from a device that has the kit typed in', async () => {
  const { office, tablet } = await setupClosedRound();
  const kit = (await office.centre.kitSecret()) ?? '';
  expect(await tablet.centre.custody.purge('parents', 2026, { kit })).toEqual({ ok: true });
  await until(office.centre.rounds, ({ length }) => length === 0);
  expect(plain(office.centre.results(2026))).toBe(plain(tablet.centre.results(2026)));
});

it('comes out as one purge where two devices do it at once', async () => {
  const { office, tablet } = await setupClosedRound();
  const kit = (await office.centre.kitSecret()) ?? '';
  const before = plain({ ...office.centre.results(2026), quotes: [] });
  await Promise.all([
    office.centre.custody.purge('parents', 2026),
    tablet.centre.custody.purge('parents', 2026, { kit }),
  ]);
  for (const device of [office, tablet]) {
    await until(device.centre.rounds, ({ length }) => length === 0);
    await device.isInStep();
    await until(device.centre.ledger, () => plain(device.centre.results(2026)) === before);
    expect(device.centre.contested.value).toEqual([]);
    expect(device.centre.custody.purgeLog.value).toHaveLength(1);
  }
});

it('clears a block that another page wrote while this device was purging', async () => {
  const { office, round } = await setupClosedRound();
  const needles = await needlesOf(office, round);
  const { space } = office.centre.entry;
  const blocks = await rowsOf(office.world, `spegla-${space}`, 'blocks');
  const ofRound = blocks.filter((row) => JSON.stringify(row).includes(round));
  expect(ofRound.length).toBeGreaterThan(0);
  await office.centre.custody.purge('parents', 2026);
  await office.app.closeCentre();

  const [keys] = await createKeyStore(office.world.storage).centres();
  if (keys === undefined) throw new Error('there is no centre');
  const session = openSession(office.world.teamDeps(), keys);
  const old = ofRound as { round: string; sealed: Uint8Array<ArrayBuffer> }[];
  for (const { sealed } of old) await session.store.replaceBlocks([], { round, sealed });
  await session.stop();

  const again = openSession(office.world.teamDeps(), keys);
  await again.refresh();
  expect([...again.reading.value.records.values()].some((one) => one.kind === 'answer')).toBe(
    false,
  );
  expect(keepAggregates(again.ledger.value, 'parents', 2026, again.commandDeps)).toEqual([]);
  const left = (await again.store.blocks()).filter((block) =>
    old.some(({ sealed }) => Buffer.from(sealed).equals(Buffer.from(block.sealed))),
  );
  expect(left).toEqual([]);
  await again.stop();
  expect(await tracesOn(office, needles)).toEqual([]);
});
