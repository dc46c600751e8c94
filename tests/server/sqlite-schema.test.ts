import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import { hashToken } from '#server/tokens.ts';
import {
  answerOf,
  envelopeOf,
  newId,
  newRound,
  newSpace,
  setupSqliteMailbox,
  temporaryFolder,
  valueOf,
} from './fixtures.ts';

/** The tables as the first release made them. */
const versionOne = readFileSync(new URL('version-1.sql', import.meta.url), 'utf8');

/** A file of version 1 with a centre, a round and two envelopes in it. */
function setupVersionOne() {
  const file = join(temporaryFolder(), 'mailbox.sqlite');
  const space = newSpace();
  const round = newRound(space.space);
  const envelopes = [envelopeOf(), answerOf(round.round)];
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; ${versionOne}`);
  const epoch = newId();
  const run = (sql: string, ...values: (string | number | null)[]) =>
    database.prepare(sql).run(...values);
  const { adminTokenHash, tokenHash } = space.request;
  run('INSERT INTO space VALUES (?, ?, ?, 2, 500)', space.space, epoch, adminTokenHash);
  run("INSERT INTO device VALUES (?, ?, ?, '')", space.space, space.device, tokenHash);
  const { answerTokenHash, kioskTokenHash, opens, closes, card } = round.request;
  run(
    'INSERT INTO round VALUES (?, ?, ?, ?, ?, ?, 5000, 20000, 1, 0, ?)',
    round.round,
    space.space,
    answerTokenHash,
    kioskTokenHash,
    opens,
    closes,
    card,
  );
  for (const [index, { id, kind, key, round, sealed }] of envelopes.entries()) {
    run(
      'INSERT INTO envelope VALUES (?, ?, ?, ?, ?, ?, ?, 250)',
      space.space,
      index + 1,
      id,
      kind,
      key,
      round,
      sealed,
    );
  }
  database.close();
  return { file, space, round, envelopes, epoch };
}

describe('a file of an earlier version', () => {
  it('is brought up to date with all that it holds', async () => {
    const { file, space, round, envelopes, epoch } = setupVersionOne();
    const mailbox = setupSqliteMailbox({ now: () => new Date('2026-03-10') }, file);
    const page = valueOf(await mailbox.pull(space.byDevice, { after: 0, limit: 10 }));
    expect(page).toEqual({ epoch, head: 2, next: 2, continues: true, envelopes });
    const link = await mailbox.linkCapability(round.round, hashToken(round.kioskToken));
    expect(valueOf(link).kind).toBe('kiosk');
    const report = { kiosk: newId(), collected: 1, waiting: 0 };
    valueOf(await mailbox.reportKiosk(round.byKiosk, report));
    const pushed = await mailbox.pushEnvelopes(round.byAnswer, [answerOf(round.round)]);
    expect(valueOf(pushed).results[0]?.outcome).toBe('stored');
  });

  it('ends with the same tables as a new file', () => {
    const tables = (file: string) => {
      const opened = openSqliteDatabase(file);
      if (!opened.ok) throw new Error(opened.reason);
      const rows = opened.database
        .prepare('SELECT name, sql FROM sqlite_schema ORDER BY name')
        .all()
        .map(({ name, sql }) => [name, String(sql).replaceAll(/\s+/g, ' ')]);
      const version = opened.database.prepare('PRAGMA user_version').get();
      opened.database.close();
      return { rows, version };
    };
    const fresh = join(temporaryFolder(), 'mailbox.sqlite');
    expect(tables(setupVersionOne().file)).toEqual(tables(fresh));
  });
});

describe('the hours of a link', () => {
  it('are forgotten when they are over', async () => {
    const file = join(temporaryFolder(), 'mailbox.sqlite');
    let now = '2026-03-10T12:59:59Z';
    const mailbox = setupSqliteMailbox({ now: () => new Date(now) }, file);
    const { space, request, byDevice } = newSpace();
    valueOf(await mailbox.createSpace(request));
    const rounds = [newRound(space), newRound(space)] as const;
    for (const { round, request } of rounds) {
      valueOf(await mailbox.registerRound(byDevice, round, request));
    }
    const hours = () => {
      const reader = new DatabaseSync(file, { readOnly: true });
      const rows = reader.prepare('SELECT hour, stored FROM link_hour').all();
      reader.close();
      return rows.map(({ hour, stored }) => [hour, stored]);
    };
    const push = ({ round, byAnswer }: (typeof rounds)[number]) =>
      mailbox.pushEnvelopes(byAnswer, [answerOf(round)]);
    await push(rounds[0]);
    await push(rounds[0]);
    expect(hours()).toEqual([['2026-03-10T12', 2]]);
    now = '2026-03-10T13:00:00Z';
    await push(rounds[1]);
    expect(hours()).toEqual([['2026-03-10T13', 1]]);
  });
});
