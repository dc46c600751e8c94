/*
 * The mailbox as it is, in one of the ways that the table compares: `node serve.ts <variant> <folder>`. Only the
 * rates are lifted, since one client stands for a thousand phones.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { buildApp } from '#server/app.ts';
import type { Mailbox } from '#server/mailbox.ts';
import { done } from '#server/result.ts';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import { createSqliteMailbox } from '#server/sqlite-mailbox.ts';
import { hashToken } from '#server/tokens.ts';
import { slowFlushMs, type ServerReady, type ServerStopped, type Variant } from './orders.ts';

// The runner names one of the five.
const variant = (process.argv[2] ?? 'grouped') as Variant;
const folder = process.argv[3] ?? '.';

const opened = openSqliteDatabase(join(folder, 'mailbox.sqlite'));
if (!opened.ok) throw new Error(opened.reason);
if (variant.endsWith('Slow')) slowDown(opened.database);
const many = 1e9;
const isEach = variant.startsWith('each');
const mailbox = createSqliteMailbox({
  database: opened.database,
  limits: { maxSpaceBytes: many * 1e3, answerEnvelopesPerLinkPerHour: many },
  ...(isEach ? { schedule: (flush: () => void) => flush() } : {}),
});
const storesNothing: Mailbox = {
  ...mailbox,
  async pushEnvelopes(_by, envelopes) {
    return done({ epoch: null, results: envelopes.map(({ id }) => ({ id, outcome: 'stored' })) });
  },
};

const newId = () => randomBytes(16).toString('base64url');
const newToken = () => randomBytes(32).toString('base64url');
const [space, device, round, token] = [newId(), newId(), newId(), newToken()] as const;
await mailbox.createSpace({
  space,
  adminTokenHash: hashToken(newToken()),
  device,
  tokenHash: hashToken(newToken()),
});
const registered = await mailbox.registerRound({ kind: 'device', space, device }, round, {
  answerTokenHash: hashToken(token),
  kioskTokenHash: hashToken(newToken()),
  opens: '2020-01-01',
  closes: '2999-01-01',
  answerQuota: many,
  kioskQuota: many,
  card: randomBytes(1_500).toString('base64url'),
});
if (!registered.ok) throw new Error(registered.message);

const app = await buildApp({
  mailbox: variant === 'nothing' ? storesNothing : mailbox,
  rates: { answersPerLink: many, answersPerAddress: many, teamPerAddress: many },
});
await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
process.stdout.write(`${JSON.stringify({ port, round, token } satisfies ServerReady)}\n`);
const cpuAtStart = process.cpuUsage();
process.once('SIGTERM', () => {
  const { user, system } = process.cpuUsage(cpuAtStart);
  const stopped: ServerStopped = { cpuMs: (user + system) / 1_000 };
  process.stdout.write(`${JSON.stringify(stopped)}\n`);
  void app
    .close()
    .then(() => mailbox.close())
    .then(() => process.exit(0));
});

/** Makes each commit take as long as on a disk that needs `slowFlushMs` for a flush: the thread sleeps, as in fsync. */
function slowDown(database: DatabaseSync): void {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  const exec = database.exec.bind(database);
  database.exec = (sql: string) => {
    exec(sql);
    if (sql === 'COMMIT') Atomics.wait(cell, 0, 0, slowFlushMs);
  };
}
