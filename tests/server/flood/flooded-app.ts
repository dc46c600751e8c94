/*
 * The real app with its rates lifted, in a process of its own, so that its memory can be told from its tormentor's:
 * `node --expose-gc flooded-app.ts <folder>`. Says `Ready` when it listens, and its memory whenever it is asked.
 */
import { join } from 'node:path';
import { paths } from '#protocol/routes.ts';
import { buildApp } from '#server/app.ts';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import { createSqliteMailbox } from '#server/sqlite-mailbox.ts';
import { hashToken } from '#server/tokens.ts';
import { createDice } from '../../simulation/engine/dice.ts';
import type { FloodMemory, FloodReady } from './flood.ts';

const opened = openSqliteDatabase(join(process.argv[2] ?? '.', 'mailbox.sqlite'));
if (!opened.ok) throw new Error(opened.reason);
const mailbox = createSqliteMailbox({ database: opened.database });
const many = 1e9;
const faults: string[] = [];
const app = await buildApp({
  mailbox,
  rates: { answersPerLink: many, answersPerAddress: many, teamPerAddress: many },
  log: { level: 'error', stream: { write: (line) => void faults.push(line) } },
});
await app.listen({ host: '127.0.0.1', port: 0 });

const dice = createDice(1);
const ids = { space: dice.bytes(16), device: dice.bytes(16), round: dice.bytes(16) };
const tokens = { device: dice.bytes(32), answer: dice.bytes(32), kiosk: dice.bytes(32) };
const made = await app.inject({
  method: 'POST',
  url: paths.spaces(),
  payload: {
    space: ids.space,
    adminTokenHash: hashToken(dice.bytes(32)),
    device: ids.device,
    tokenHash: hashToken(tokens.device),
  },
});
const registered = await app.inject({
  method: 'PUT',
  url: paths.round(ids.space, ids.round),
  headers: { authorization: `Bearer ${tokens.device}` },
  payload: {
    answerTokenHash: hashToken(tokens.answer),
    kioskTokenHash: hashToken(tokens.kiosk),
    opens: '2020-01-01',
    closes: '2999-01-01',
    answerQuota: 5_000,
    kioskQuota: 20_000,
    card: dice.bytes(300),
  },
});
if (made.statusCode !== 201 || registered.statusCode !== 204) throw new Error('no centre');

process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heapUsed, rss, faults } satisfies FloodMemory);
});
const address = app.server.address();
const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
process.send?.({ port, ids, tokens } satisfies FloodReady);
