import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createGroupCommit } from '#server/group-commit.ts';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import { createSqliteMailbox } from '#server/sqlite-mailbox.ts';
import { answerOf, envelopeOf, newRound, newSpace, temporaryFolder, valueOf } from './fixtures.ts';

/** A database of ours whose commits are counted, and a reader of the same file that sees what is durable. */
function setupDatabase() {
  const file = join(temporaryFolder(), 'mailbox.sqlite');
  const opened = openSqliteDatabase(file);
  if (!opened.ok) throw new Error(opened.reason);
  const { database } = opened;
  const reader = new DatabaseSync(file, { readOnly: true });
  onTestFinished(() => {
    reader.close();
    if (database.isOpen) database.close();
  });
  const commits = { count: 0 };
  const exec = database.exec.bind(database);
  database.exec = (sql) => {
    if (sql === 'COMMIT') commits.count++;
    exec(sql);
  };
  const forget = database.prepare('INSERT INTO deleted_space (id) VALUES (?)');
  const durable = () =>
    reader
      .prepare('SELECT id FROM deleted_space ORDER BY id')
      .all()
      .map(({ id }) => id);
  return { database, reader, commits, insert: (id: string) => void forget.run(id), durable };
}

function setupGroup() {
  const setting = setupDatabase();
  let afterCommits = 0;
  const untold: unknown[] = [];
  const listening = { fails: false };
  const group = createGroupCommit({
    database: setting.database,
    schedule: setImmediate,
    afterCommit() {
      afterCommits++;
      if (listening.fails) throw new Error('nobody could be told');
    },
    onUntold: (error) => void untold.push(error),
  });
  return { ...setting, group, untold, listening, afterCommits: () => afterCommits };
}

describe('a group commit', () => {
  it('takes what came together in one commit, and tells each only when it is durable', async () => {
    const { group, insert, durable, commits, afterCommits } = setupGroup();
    const seen = await Promise.all(
      ['a', 'b', 'c'].map((id) => group.run(() => insert(id)).then(durable)),
    );
    expect(seen).toEqual([1, 2, 3].map(() => ['a', 'b', 'c']));
    expect([commits.count, afterCommits()]).toEqual([1, 1]);
    await group.run(() => insert('d'));
    expect(commits.count).toBe(2);
  });

  it('undoes the one that throws, and that one alone', async () => {
    const { group, insert, durable } = setupGroup();
    const ends = await Promise.allSettled([
      group.run(() => insert('a')),
      group.run(() => {
        insert('b');
        insert('a');
      }),
      group.run(() => insert('c')),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(durable()).toEqual(['a', 'c']);
  });

  it('tells everyone when the transaction as a whole was lost, and goes on with the next', async () => {
    const { group, database, insert, durable, afterCommits } = setupGroup();
    const ends = await Promise.allSettled([
      group.run(() => insert('a')),
      group.run(() => {
        database.exec('ROLLBACK'); // As SQLite does by itself when the disk is full.
        throw new Error('database or disk is full');
      }),
      group.run(() => insert('c')),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect([durable(), afterCommits()]).toEqual([[], 0]);
    await group.run(() => insert('d'));
    expect(durable()).toEqual(['d']);
  });

  it('answers everyone whose work is durable, even when those who listen cannot be told', async () => {
    const { group, insert, durable, untold, listening } = setupGroup();
    listening.fails = true;
    await Promise.all(['a', 'b'].map((id) => group.run(() => insert(id))));
    expect(durable()).toEqual(['a', 'b']);
    expect(untold).toEqual([new Error('nobody could be told')]);
    listening.fails = false;
    await group.run(() => insert('c'));
    expect([durable(), untold.length]).toEqual([['a', 'b', 'c'], 1]);
  });

  it('commits at once when told to', async () => {
    const { group, insert, durable } = setupGroup();
    const running = group.run(() => insert('a'));
    expect(durable()).toEqual([]);
    group.flush();
    expect(durable()).toEqual(['a']);
    await running;
  });
});

describe('pushes that come together', () => {
  it('share a commit, tell each head once, and are judged one after another', async () => {
    const { database, commits } = setupDatabase();
    const now = () => new Date('2026-03-10');
    const mailbox = createSqliteMailbox({ database, now });
    const { space, request, byDevice } = newSpace();
    const round = newRound(space, { answerQuota: 2 });
    valueOf(await mailbox.createSpace(request));
    valueOf(await mailbox.registerRound(byDevice, round.round, round.request));
    const heads: unknown[] = [];
    valueOf(
      await mailbox.watchHead(byDevice, (change) => heads.push('head' in change && change.head)),
    );
    const before = commits.count;
    const edit = envelopeOf();
    const [first, second, third] = [1, 2, 3].map(() => answerOf(round.round));
    const replies = await Promise.all([
      mailbox.pushEnvelopes(byDevice, [edit]),
      mailbox.pushEnvelopes(byDevice, [edit]),
      ...[first, second, third].map((answer) =>
        mailbox.pushEnvelopes(round.byAnswer, answer === undefined ? [] : [answer]),
      ),
    ]);
    const outcomes = replies.map((reply) => valueOf(reply).results[0]?.outcome);
    expect(outcomes).toEqual(['stored', 'known', 'stored', 'stored', 'full']);
    expect(commits.count - before).toBe(1);
    expect(heads).toEqual([0, 3]);
    const page = valueOf(await mailbox.pull(byDevice, { after: 0, limit: 10 }));
    expect(page.envelopes).toEqual([edit, first, second]);
  });

  it('are seen by who asks after them, and kept when the mailbox is closed', async () => {
    const { database, reader } = setupDatabase();
    const mailbox = createSqliteMailbox({ database });
    const { request, byDevice } = newSpace();
    valueOf(await mailbox.createSpace(request));
    const first = mailbox.pushEnvelopes(byDevice, [envelopeOf()]);
    const page = valueOf(await mailbox.pull(byDevice, { after: 0, limit: 10 }));
    expect(page.head).toBe(1);
    const second = mailbox.pushEnvelopes(byDevice, [envelopeOf()]);
    await mailbox.close();
    expect(reader.prepare('SELECT count(*) AS count FROM envelope').get()).toEqual({ count: 2 });
    for (const reply of await Promise.all([first, second])) expect(reply.ok).toBe(true);
  });
});
