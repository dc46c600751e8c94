import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { envelopeCrc } from '#server/envelope-crc.ts';
import { plain } from '../projections/centre-records.ts';
import { eventually, until } from '../app/until.ts';
import { startMailbox } from './mailbox.ts';
import { parentSays } from './people.ts';
import {
  announcedTeamLink,
  promisedMs,
  setupShortScenario,
  type Scenario,
  type TeamDevice,
} from './scenario.ts';

interface Team {
  readonly story: Scenario;
  readonly office: TeamDevice;
  readonly tablet: TeamDevice;
  readonly round: string;
  readonly phoneLink: string;
}

/** A centre on two devices whose parents' round has seven answers. */
async function setupTeam(): Promise<Team> {
  const story = await setupShortScenario('2026-11-02T09:00:00');
  const office = story.teamDevice('Kontoret');
  const tablet = story.teamDevice('Surfplattan');
  await office.createsCentre();
  await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code);
  await tablet.joins(await announcedTeamLink(office));
  const round = await office.centre.openRound('parents', 2026, '2026-11-02', '2026-11-15');
  await office.isInStep();
  const phoneLink = await office.printsPoster(round);
  for (const parent of [1, 2, 3, 4, 5, 7, 8]) {
    const phone = await story.opens(phoneLink);
    await phone.handsIn(parentSays(parent));
    await phone.isSent();
  }
  await Promise.all([answered(office, 7), answered(tablet, 7)]);
  return { story, office, tablet, round, phoneLink };
}

const answered = ({ centre }: TeamDevice, count: number, withinMs?: number) =>
  until(centre.rounds, ([round]) => round?.answered === count, withinMs);

/** Puts a row into the mailbox's own file, behind everyone's back: a copy of an answer, changed. */
function slipIn(file: string, change: (sealed: string) => { sealed: string; kind?: string }): void {
  const database = new DatabaseSync(file);
  const row = database.prepare("SELECT * FROM envelope WHERE kind = 'answer' LIMIT 1").get();
  if (row === undefined) throw new Error('there is no answer to copy');
  const { sealed, kind = 'answer' } = change(String(row['sealed']));
  database.exec('UPDATE space SET head = head + 1');
  const space = database.prepare('SELECT id, head FROM space').get();
  const copy = {
    id: `${'A'.repeat(20)}${kind.charAt(0)}w`,
    kind,
    key: String(row['key']),
    round: String(row['round']),
    sealed,
  };
  const [id, seq] = [String(space?.['id']), Number(space?.['head'])];
  database
    .prepare(
      `INSERT INTO envelope (space, seq, id, kind, key, round, sealed, bytes, crc)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    )
    // The sum is right: it guards against disks. What guards against whoever runs the mailbox is the seal.
    .run(id, seq, copy.id, kind, copy.key, copy.round, sealed, envelopeCrc(id, seq, copy));
  database.close();
}

it('shows envelopes that were tampered with or relabelled as unreadable, and reads on behind them', async () => {
  const { story, office, tablet, phoneLink } = await setupTeam();
  slipIn(story.mailbox.databaseFile(), (sealed) => ({
    sealed: `${sealed.slice(0, 200)}${sealed.at(200) === 'A' ? 'B' : 'A'}${sealed.slice(201)}`,
  }));
  slipIn(story.mailbox.databaseFile(), (sealed) => ({ sealed, kind: 'edit' }));
  const phone = await story.opens(phoneLink);
  await phone.handsIn(parentSays(9));
  await phone.isSent();

  for (const device of [office, tablet]) {
    await answered(device, 8, promisedMs);
    const unreadable = await until(device.centre.unreadable, ({ length }) => length === 2);
    expect(unreadable.map(({ kind, reason }) => `${kind} ${reason}`).toSorted()).toEqual([
      'answer sealBroken',
      'edit noKey',
    ]);
  }
});

it('fills a mailbox that lost everything again from the devices, and the phones find it', async () => {
  const { story, office, tablet, phoneLink } = await setupTeam();
  const before = plain(office.centre.results(2026));
  const waiting = await story.opens(phoneLink);
  waiting.world.goOffline();
  await waiting.handsIn(parentSays(11));
  await story.mailbox.stop();
  await tablet.centre.agreePosition(2026, 'r01', 5); // Only on the tablet when the file is lost.
  await story.mailbox.start('fresh');

  await until(office.centre.sync, ({ status }) => status === 'revoked');
  expect(await office.centre.nameMailbox(story.mailbox.origin, story.mailbox.code)).toMatchObject({
    ok: true,
  });
  await office.isInStep();
  waiting.world.goOnline();
  await waiting.isSent();
  await answered(office, 8);

  // The tablet's token went down with the file; a new team link lets it in again, with all it holds.
  await until(tablet.centre.sync, ({ status }) => status === 'revoked');
  expect(await tablet.joins(await announcedTeamLink(office))).toMatchObject({ ok: true });
  await tablet.isInStep();
  await answered(tablet, 8);
  await until(office.centre.ledger, () => office.centre.board(2026).items[0]?.position === 5);

  const newcomer = story.teamDevice('Ny dator');
  await newcomer.joins(await announcedTeamLink(office));
  await answered(newcomer, 8);
  expect(plain(newcomer.centre.results(2026))).toBe(plain(office.centre.results(2026)));
  expect(plain(office.centre.results(2026))).not.toBe(before);
  expect(newcomer.centre.unreadable.value).toEqual([]);
});

it('brings a mailbox that was restored from an old backup up to date, rounds and links included', async () => {
  const { story, office, tablet } = await setupTeam();
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  await story.mailbox.stop();
  const file = story.mailbox.databaseFile();
  copyFileSync(file, `${file}.backup`);
  await story.mailbox.start();
  const children = await office.centre.openRound('children', 2026, '2026-11-02', '2026-11-15');
  await office.isInStep();
  await until(tablet.centre.rounds, ({ length }) => length === 2);
  const kioskLink = office.centre.roundLinks(children).tablet;
  await story.mailbox.stop();
  copyFileSync(`${file}.backup`, file);
  await story.mailbox.start();

  const kiosk = await story.opens(kioskLink);
  await eventually(async () => {
    await kiosk.app.retry();
    return kiosk.app.phase.value.kind === 'ready' ? true : undefined;
  });
  await kiosk.handsIn({ marks: { 'c-feel': 2 }, band: 'from4to6' });
  await kiosk.isSent();
  const rounds = await until(tablet.centre.rounds, ([first]) => first?.answered === 1);
  expect(rounds.map(({ form, answered }) => [form, answered])).toEqual([
    ['children', 1],
    ['parents', 7],
  ]);
});

it('moves to another mailbox with everything, and leaves nothing behind unsent', async () => {
  const { story, office } = await setupTeam();
  const other = await startMailbox(() => new Date('2026-11-03T09:00:00'));
  try {
    await office.centre.agreePosition(2026, 'r02', 4);
    expect(await office.centre.nameMailbox(other.origin, other.code)).toMatchObject({ ok: true });
    await office.isInStep();
    expect(office.centre.sync.value.mailbox).toBe(other.origin);

    const newcomer = story.teamDevice('Ny dator');
    await newcomer.joins(await announcedTeamLink(office));
    await answered(newcomer, 7);
    expect(plain(newcomer.centre.results(2026))).toBe(plain(office.centre.results(2026)));
  } finally {
    await story.end();
    await other.remove();
  }
});

it('notices a backup that newer answers have filled past the old place, and brings it up to date', async () => {
  const { story, office, tablet, phoneLink } = await setupTeam();
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  await story.mailbox.stop();
  const file = story.mailbox.databaseFile();
  copyFileSync(file, `${file}.backup`);
  await story.mailbox.start();
  await office.centre.agreePosition(2026, 'r01', 5); // In the mailbox, but not in its backup.
  await until(tablet.centre.ledger, () => tablet.centre.board(2026).items[0]?.position === 5);
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  for (const { world } of [office, tablet]) world.goOffline();
  await story.mailbox.stop();
  copyFileSync(`${file}.backup`, file);
  await story.mailbox.start();
  for (const parent of [11, 13, 14]) {
    const phone = await story.opens(phoneLink);
    await phone.handsIn(parentSays(parent));
    await phone.isSent();
  }

  for (const { world } of [office, tablet]) world.goOnline();
  await Promise.all([answered(office, 10), answered(tablet, 10)]);
  await Promise.all([office.isInStep(), tablet.isInStep()]);
  const newcomer = story.teamDevice('Ny dator');
  await newcomer.joins(await announcedTeamLink(office));
  await answered(newcomer, 10);
  await until(newcomer.centre.ledger, () => newcomer.centre.board(2026).items[0]?.position === 5);
  expect(plain(newcomer.centre.results(2026))).toBe(plain(office.centre.results(2026)));
});

it('brings answers that waited for the old mailbox to the new one, from every device that moves', async () => {
  const { story, office, tablet, round } = await setupTeam();
  const other = await startMailbox(() => new Date('2026-11-03T09:00:00'));
  try {
    const kiosks = [await office.opensTablet(round), await tablet.opensTablet(round)];
    await story.mailbox.stop(); // It never comes back.
    for (const kiosk of kiosks) await kiosk.handsIn(parentSays(9));
    expect(await office.centre.nameMailbox(other.origin, other.code)).toMatchObject({ ok: true });
    await office.isInStep();
    expect(await tablet.joins(await announcedTeamLink(office))).toMatchObject({ ok: true });
    // Also one that is handed in on a page which stayed open over the move.
    await kiosks[1]?.handsIn(parentSays(11));
    await tablet.isInStep();
    await answered(office, 10);
    const newcomer = story.teamDevice('Ny dator');
    await newcomer.joins(await announcedTeamLink(office));
    await answered(newcomer, 10);
  } finally {
    await story.end();
    await other.remove();
  }
});
