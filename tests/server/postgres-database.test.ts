import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { idSchema } from '#protocol/ids.ts';
import { openPostgresDatabase } from '#server/postgres-database.ts';
import { beginPostgresEpochs } from '#server/postgres-epochs.ts';
import { inTransaction } from '#server/postgres-transactions.ts';
import { freePort } from './embedded-server.ts';
import {
  answerOf,
  codeOf,
  envelopeOf,
  newId,
  newRound,
  newSpace,
  purgeOf,
  valueOf,
} from './fixtures.ts';
import { newDatabase, runSql, setupPostgresMailbox } from './postgres-fixtures.ts';
import { complaintOf, runServer } from './server-process.ts';

const password = 'password-of-the-database';

/** Why the database behind this URL is none to use. */
async function reasonOf(url: string): Promise<string> {
  const opened = await openPostgresDatabase({ url, poolSize: 1 });
  if (opened.ok) await opened.database.pool.end();
  return opened.ok ? 'was opened' : opened.reason;
}

function changed(url: string, change: (url: URL) => void): string {
  const parts = new URL(url);
  parts.password = password;
  change(parts);
  return parts.href;
}

describe('the PostgreSQL database', () => {
  it('is made ready once by however many processes begin at the same time', async () => {
    const url = await newDatabase();
    const mailboxes = await Promise.all(
      Array.from({ length: 6 }, () => setupPostgresMailbox({}, url)),
    );
    const { request } = newSpace();
    const made = await Promise.all(mailboxes.map((mailbox) => mailbox.createSpace(request)));
    expect(made.filter((result) => valueOf(result).isNew)).toHaveLength(1);
  });

  it('never holds a token', async () => {
    const url = await newDatabase();
    const mailbox = await setupPostgresMailbox({}, url);
    const { request, adminToken, deviceToken } = newSpace();
    valueOf(await mailbox.createSpace(request));
    const text = JSON.stringify(await runSql(url, 'SELECT * FROM space, device'));
    expect(text).toContain(request.tokenHash);
    expect([adminToken, deviceToken].some((token) => text.includes(token))).toBe(false);
  });

  it('is vacuumed after a purge, so that no dead row stays', async () => {
    const url = await newDatabase();
    const mailbox = await setupPostgresMailbox({ now: () => new Date('2026-03-10') }, url);
    const { space, request, byDevice, byAdmin } = newSpace();
    valueOf(await mailbox.createSpace(request));
    const round = newRound(space);
    valueOf(await mailbox.registerRound(byDevice, round.round, round.request));
    const answers = Array.from({ length: 200 }, () => answerOf(round.round));
    valueOf(await mailbox.pushEnvelopes(round.byAnswer, answers));
    valueOf(await mailbox.purgeRound(byAdmin, purgeOf(round.round)));
    const statistics = `SELECT n_dead_tup::int AS dead, last_vacuum IS NOT NULL AS vacuumed
      FROM pg_stat_user_tables WHERE relname = 'envelope'`;
    await vi.waitFor(
      async () => expect(await runSql(url, statistics)).toEqual([{ dead: 0, vacuumed: true }]),
      { timeout: 10_000 },
    );
  });

  it('takes in what came together with something that it cannot store', async () => {
    const url = await newDatabase();
    const mailbox = await setupPostgresMailbox({}, url);
    const { request, byDevice } = newSpace();
    valueOf(await mailbox.createSpace(request));
    const [first, good, bad, late] = [envelopeOf(), envelopeOf(), envelopeOf(), envelopeOf()];
    await runSql(url, `ALTER TABLE envelope ADD CHECK (id <> '${bad.id}')`);
    // The first is on its way at once; the others wait for it, and go together.
    const ends = await Promise.allSettled(
      [first, good, bad, late].map((one) => mailbox.pushEnvelopes(byDevice, [one])),
    );
    expect(ends.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    const page = valueOf(await mailbox.pull(byDevice, { after: 0, limit: 10 }));
    expect(page).toMatchObject({ head: 3, envelopes: [first, good, late] });
  });

  it('begins a new epoch in every space after it was restored, and keeps all that they hold', async () => {
    const url = await newDatabase();
    const mailbox = await setupPostgresMailbox({}, url);
    const spaces = [newSpace(), newSpace()];
    const before: string[] = [];
    const envelope = envelopeOf();
    for (const { request, byDevice } of spaces) {
      before.push(valueOf(await mailbox.createSpace(request)).state.epoch);
      valueOf(await mailbox.pushEnvelopes(byDevice, [envelope]));
    }
    const begun = await beginPostgresEpochs({ url, poolSize: 1 });
    expect(begun).toMatchObject({ ok: true, spaces: 2 });
    const epochs = new Set(before);
    for (const { byDevice } of spaces) {
      const page = valueOf(await mailbox.pull(byDevice, { after: 0, limit: 10 }));
      expect(page).toMatchObject({ head: 1, envelopes: [envelope] });
      expect(v.is(idSchema, page.epoch)).toBe(true);
      epochs.add(page.epoch);
    }
    expect(epochs.size).toBe(4);
  });

  it('is given new epochs by `npm run restore`, which otherwise says what to do', async () => {
    const url = await newDatabase();
    const mailbox = await setupPostgresMailbox({}, url);
    const { request } = newSpace();
    const { state } = valueOf(await mailbox.createSpace(request));
    const script = fileURLToPath(new URL('../../scripts/restore.ts', import.meta.url));
    const env = { PATH: process.env['PATH'] ?? '', DATABASE_URL: url };
    const run = (...options: string[]) =>
      promisify(execFile)(process.execPath, [script, ...options], { env });
    await expect(run('/backups/mailbox.sqlite')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The mailbox is in PostgreSQL: .*--new-epochs.*\n$/),
    });
    expect(valueOf(await mailbox.createSpace(request)).state).toEqual(state);
    const { stdout, stderr } = await run('--new-epochs');
    expect([stdout, stderr]).toEqual([expect.stringContaining('spaces (1)'), '']);
    expect(valueOf(await mailbox.createSpace(request)).state.epoch).not.toBe(state.epoch);
  });

  it('is brought up to date where an earlier version made it, with all that it holds', async () => {
    const url = await newDatabase();
    const first = await setupPostgresMailbox({}, url);
    const { request, byAdmin, device } = newSpace();
    const { state } = valueOf(await first.createSpace(request));
    await first.close();
    await runSql(
      url,
      'DROP TABLE revoked_device',
      "UPDATE spegla SET value = '1' WHERE name = 'schema'",
    );
    const second = await setupPostgresMailbox({}, url);
    expect(valueOf(await second.createSpace(request)).state).toEqual(state);
    valueOf(await second.revokeDevice(byAdmin, device));
    const again = { device, tokenHash: request.tokenHash };
    expect(codeOf(await second.enrolDevice(byAdmin, again))).toBe('forbidden');
  });

  it('runs work again that collided with other work', async () => {
    const opened = await openPostgresDatabase({ url: await newDatabase(), poolSize: 2 });
    if (!opened.ok) throw new Error(opened.reason);
    const { pool } = opened.database;
    let runs = 0;
    const count = await inTransaction(pool, async (runner) => {
      runs++;
      await runner.query("INSERT INTO deleted_space VALUES ('one')");
      const collision = "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40P01'; END $$";
      if (runs < 3) await runner.query(collision);
      return (await runner.query('SELECT id FROM deleted_space')).rows.length;
    });
    expect({ runs, count }).toEqual({ runs: 3, count: 1 });
    await pool.end();
  });
});

describe('what stands in the way of PostgreSQL is said in one line, without the password', () => {
  it('when the server is not there, refuses the login, or has no such database', async () => {
    const url = await newDatabase();
    const port = String(await freePort());
    const reasons: [string, RegExp][] = [
      [
        changed(url, (parts) => (parts.port = port)),
        /127\.0\.0\.1:\d+\/test_\w+ cannot be reached/,
      ],
      [changed(url, (parts) => (parts.username = 'nobody')), /refuses the login: .*nobody/],
      [changed(url, (parts) => (parts.pathname = '/missing')), /missing does not exist/],
      [changed(url, (parts) => (parts.hostname = 'no.such.host.invalid')), /cannot be reached/],
      [
        changed(url, (parts) => (parts.search = 'sslrootcert=/missing')),
        /URL cannot be read: .*missing/,
      ],
    ];
    for (const [url, pattern] of reasons) {
      const reason = await reasonOf(url);
      expect(reason).toMatch(pattern);
      expect(reason).not.toMatch(/\n/);
      expect(reason).not.toContain(password);
    }
  });

  it('when the database belongs to something else, to a newer Spegla, or may lose what it has', async () => {
    const changes: [string, RegExp][] = [
      ['CREATE TABLE recipe (name TEXT)', /belongs to something else/],
      ['CREATE TABLE spegla (recipe TEXT)', /belongs to something else/],
      [
        "CREATE TABLE spegla (name TEXT, value TEXT); INSERT INTO spegla VALUES ('schema', '99')",
        /was made by a newer version of Spegla \(99\)/,
      ],
      [
        "DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database() || ' SET synchronous_commit = off'; END $$",
        /could lose what it has/,
      ],
      ['DROP SCHEMA public', /has no schema to use/],
    ];
    for (const [statement, pattern] of changes) {
      const url = await newDatabase();
      await runSql(url, statement);
      expect(await reasonOf(url)).toMatch(pattern);
    }
  });

  it('when its user may make no tables', async () => {
    const url = await newDatabase();
    const user = `user_${Buffer.from(newId(), 'base64url').toString('hex')}`;
    await runSql(url, `CREATE ROLE ${user} LOGIN`);
    const limited = changed(url, (parts) => (parts.username = user));
    expect(await reasonOf(limited)).toMatch(/may not be used by this user: permission denied/);
  });

  it('and the process exits with 1', async () => {
    const url = changed(await newDatabase(), (parts) => (parts.pathname = '/missing'));
    const complaints = await Promise.all([
      complaintOf(runServer({ DATABASE_URL: url })),
      complaintOf(runServer({ DATABASE_URL: `mysql://spegla:${password}@localhost/spegla` })),
      complaintOf(runServer({ DATABASE_URL: url, SPEGLA_DATABASE_POOL: '0' })),
    ]);
    const patterns = [
      /does not exist/,
      /DATABASE_URL must be like/,
      /SPEGLA_DATABASE_POOL must be/,
    ];
    for (const [index, line] of complaints.entries()) {
      expect(line).toMatch(patterns[index] ?? '');
      expect(line).not.toContain(password);
    }
  });
});
