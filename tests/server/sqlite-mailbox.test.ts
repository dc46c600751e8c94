import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, vi } from 'vitest';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import {
  answerOf,
  envelopeOf,
  newRound,
  newSpace,
  purgeOf,
  setupSqliteMailbox,
  temporaryFolder,
  valueOf,
} from './fixtures.ts';
import { describeMailbox } from './mailbox.contract.ts';

describeMailbox('SQLite mailbox', (options) => setupSqliteMailbox(options));

describe('the SQLite file', () => {
  it('keeps everything over a restart, the epoch too', async () => {
    const file = join(temporaryFolder(), 'mailbox.sqlite');
    const first = setupSqliteMailbox({}, file);
    const { request, byDevice } = newSpace();
    const { state } = valueOf(await first.createSpace(request));
    const envelope = envelopeOf();
    await first.pushEnvelopes(byDevice, [envelope]);
    await first.close();
    const second = setupSqliteMailbox({}, file);
    const page = valueOf(await second.pull(byDevice, { after: 0, limit: 10 }));
    expect(page).toEqual({
      epoch: state.epoch,
      head: 1,
      next: 1,
      continues: true,
      envelopes: [envelope],
    });
  });

  it('holds no byte of a purged answer, nor of its card, while the mailbox runs on', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'mailbox.sqlite');
    const mailbox = setupSqliteMailbox({ now: () => new Date('2026-03-10') }, file);
    const { space, request, byDevice, byAdmin } = newSpace();
    valueOf(await mailbox.createSpace(request));
    const round = newRound(space);
    valueOf(await mailbox.registerRound(byDevice, round.round, round.request));
    const answers = [answerOf(round.round), answerOf(round.round, { sealed: 'Q'.repeat(20_000) })];
    await mailbox.pushEnvelopes(round.byAnswer, answers);
    const traces = [...answers.map(({ sealed }) => sealed), round.request.card];
    const found = () => {
      const bytes = ['', '-wal'].map((suffix) => readFileSync(file + suffix, 'latin1')).join('\n');
      return traces.map((trace) => bytes.includes(trace.slice(0, 40)));
    };
    expect(found()).toEqual([true, true, true]);
    valueOf(await mailbox.purgeRound(byAdmin, purgeOf(round.round)));
    expect(found()).toEqual([false, false, false]);
  });

  it('is rid of purged bytes as soon as a backup that was reading meanwhile has ended', async () => {
    const file = join(temporaryFolder(), 'mailbox.sqlite');
    const lines: string[] = [];
    const now = () => new Date('2026-03-10');
    const mailbox = setupSqliteMailbox({ now, report: (line) => lines.push(line) }, file);
    const { space, request, byDevice, byAdmin } = newSpace();
    valueOf(await mailbox.createSpace(request));
    const round = newRound(space);
    valueOf(await mailbox.registerRound(byDevice, round.round, round.request));
    const answer = answerOf(round.round, { sealed: 'Q'.repeat(20_000) });
    await mailbox.pushEnvelopes(round.byAnswer, [answer]);
    const holdsBytes = () => {
      const bytes = ['', '-wal'].map((suffix) => readFileSync(file + suffix, 'latin1')).join('\n');
      return bytes.includes('Q'.repeat(500));
    };
    const backup = new DatabaseSync(file, { readOnly: true });
    backup.exec('BEGIN; SELECT count(*) FROM envelope;');
    const before = performance.now();
    valueOf(await mailbox.purgeRound(byAdmin, purgeOf(round.round)));
    // Nobody else was served meanwhile: far less than a connection's usual patience.
    expect(performance.now() - before).toBeLessThan(2_500);
    expect(holdsBytes()).toBe(true);
    expect(lines).toEqual([expect.stringMatching(/cannot be emptied yet/)]);
    backup.exec('COMMIT');
    backup.close();
    await vi.waitFor(() => expect(holdsBytes()).toBe(false), { timeout: 10_000 });
    expect(lines).toEqual([expect.any(String), 'The write-ahead log is empty now.']);
    valueOf(await mailbox.pushEnvelopes(byDevice, [envelopeOf()]));
  });

  it('never holds a token', async () => {
    const file = join(temporaryFolder(), 'mailbox.sqlite');
    const mailbox = setupSqliteMailbox({}, file);
    const { request, adminToken, deviceToken } = newSpace();
    valueOf(await mailbox.createSpace(request));
    await mailbox.close();
    const text = readFileSync(file, 'latin1');
    expect(text).toContain(request.tokenHash);
    expect([adminToken, deviceToken].some((token) => text.includes(token))).toBe(false);
  });

  it('hands out no row that the disk has changed, says so once, and takes it in again', async () => {
    const file = join(temporaryFolder(), 'mailbox.sqlite');
    const first = setupSqliteMailbox({}, file);
    const { request, byDevice } = newSpace();
    const { state } = valueOf(await first.createSpace(request));
    const [one, two, three] = [envelopeOf(), envelopeOf(), envelopeOf()];
    for (const envelope of [one, two, three]) await first.pushEnvelopes(byDevice, [envelope]);
    await first.close();
    const disk = new DatabaseSync(file);
    disk.prepare("UPDATE envelope SET sealed = 'AAAA' WHERE id = ?").run(two.id);
    disk.close();

    const lines: string[] = [];
    const mailbox = setupSqliteMailbox({ report: (line) => lines.push(line) }, file);
    const pull = async () => valueOf(await mailbox.pull(byDevice, { after: 0, limit: 2 }));
    const rest = async () => valueOf(await mailbox.pull(byDevice, { after: 2, limit: 2 }));
    const page = await pull();
    expect(page.envelopes).toEqual([one]);
    expect([page.next, (await rest()).envelopes]).toEqual([2, [three]]);
    // In another epoch, devices offer all that they have, and so the lost one too.
    expect(page.epoch).not.toBe(state.epoch);
    expect((await pull()).epoch).toBe(page.epoch);
    expect(lines).toEqual([expect.stringMatching(/^1 stored envelopes .* damaged/)]);
    expect(lines[0]).not.toContain(two.id);

    const offered = valueOf(await mailbox.pushEnvelopes(byDevice, [one, two, three]));
    expect(offered.results.map(({ outcome }) => outcome)).toEqual(['known', 'stored', 'known']);
    const all = valueOf(await mailbox.pull(byDevice, { after: 0, limit: 10 }));
    expect(all).toMatchObject({ epoch: page.epoch, head: 4, envelopes: [one, three, two] });
    // What took the place of the damaged row is counted once.
    const reader = new DatabaseSync(file, { readOnly: true });
    const counted = reader.prepare('SELECT bytes FROM space').get();
    expect(counted).toEqual(reader.prepare('SELECT sum(bytes) AS bytes FROM envelope').get());
    reader.close();
  });

  it('is refused with one sentence when it is damaged, foreign, newer or out of reach', async () => {
    const folder = temporaryFolder();
    const good = join(folder, 'good.sqlite');
    const mailbox = setupSqliteMailbox({}, good);
    const { request, byDevice } = newSpace();
    valueOf(await mailbox.createSpace(request));
    for (let batch = 0; batch < 20; batch++) {
      await mailbox.pushEnvelopes(byDevice, [envelopeOf({}, 9_000)]);
    }
    await mailbox.close();

    const path = (name: string) => join(folder, name);
    writeFileSync(path('text'), 'this is no database at all, however long it may be. '.repeat(40));
    copyFileSync(good, path('cut'));
    truncateSync(path('cut'), 40_960);
    const scratched = readFileSync(good);
    scratched.fill(0x5a, 8_192, 60_000);
    writeFileSync(path('scratched'), scratched);
    copyFileSync(good, path('headless'));
    const headless = new DatabaseSync(path('headless'));
    headless.exec('UPDATE space SET head = 3');
    headless.close();
    const foreign = new DatabaseSync(path('foreign'));
    foreign.exec('CREATE TABLE recipe (name TEXT)');
    foreign.close();
    const newer = new DatabaseSync(path('newer'));
    newer.exec('PRAGMA user_version = 99');
    newer.close();

    const reasons = {
      text: /is damaged/,
      cut: /is damaged/,
      scratched: /is damaged/,
      headless: /is damaged/,
      foreign: /belongs to something else/,
      newer: /a newer version of Spegla/,
      'nowhere/file': /cannot be written/,
    };
    for (const [name, reason] of Object.entries(reasons)) {
      const opened = openSqliteDatabase(path(name));
      expect(opened).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
      expect(opened.ok ? '' : opened.reason).not.toContain('\n');
    }
    expect(openSqliteDatabase(good).ok).toBe(true);
  });
});
