import type { DatabaseSync } from 'node:sqlite';
import { buildApp } from '#server/app.ts';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import { createSqliteMailbox } from '#server/sqlite-mailbox.ts';
import type { Dice } from '../engine/dice.ts';
import type { Life, Loop } from '../engine/loop.ts';
import type { App } from '#server/valibot-provider.ts';
import { createDataFolder } from './data-folder.ts';
import { createFaultyDatabase } from './faulty-database.ts';
import { openWireStream, type WireStream } from './wire-stream.ts';

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  readonly address: string;
}
export interface WireReply {
  readonly status: number;
  readonly body: string;
  readonly stream?: WireStream;
}
export interface Receiver {
  /** Nobody listens. */
  readonly refused: () => void;
  /** The server went away before it had answered. */
  readonly broken: () => void;
  readonly answered: (reply: WireReply) => void;
}

/** The machine on which the mailbox runs, with its data folder and its operator. */
export interface MailboxHost {
  readonly life: () => Life;
  readonly isUp: () => boolean;
  readonly database: () => DatabaseSync | undefined;
  clockOffsetMs: number;
  /** While true, the disk refuses single writes now and then. */
  isDiskFull: boolean;
  readonly handle: (request: WireRequest, receiver: Receiver) => void;
  readonly start: () => void;
  /** As an operator stops it: event streams end, all is `quiet`, then the file is closed and all is `stopped`. */
  readonly stop: (quiet: () => void, stopped: () => void) => void;
  /** As a power cut stops it: what was not committed is gone. */
  readonly crash: () => void;
  /** The data folder's copy, made while the server is stopped. */
  readonly backup: () => void;
  /** Goes back to that copy. With an epoch, as src/server/sqlite-backup.ts restores; null just copies files. */
  readonly restore: (epoch: string | null) => boolean;
  /** An empty data folder. */
  readonly replace: () => void;
  readonly remove: () => void;
}

export interface HostDeps {
  readonly loop: Loop;
  readonly dice: Dice;
  readonly say: (line: string) => void;
  readonly onRefusedWrite: () => void;
  readonly onAnswered: (request: WireRequest, reply: WireReply, arrivedAfter: number) => void;
  readonly revision: () => number;
}

/** The few kilobytes of a page, so that a space of some hundred envelopes is many pages long. */
const maxPullBytes = 6_000;

/**
 * The real routes and the real SQLite mailbox, asked through Fastify's `inject`: between the request and the reply there is
 * nothing but promises, ticks and immediates, so that a seed decides it all. Its file lies in a folder of the
 * system's; a crash copies the file as it is, with its log, and goes on with the copy.
 */
export function createMailboxHost(deps: HostDeps): MailboxHost {
  const { loop, dice, say } = deps;
  const folder = createDataFolder();
  let life = loop.begin('host', () => host.clockOffsetMs);
  let running: { app: App; close: (quiet: () => void) => Promise<void> } | undefined;
  let database: DatabaseSync | undefined;
  let pending = new Set<() => void>();

  async function open(): Promise<void> {
    const opened = openSqliteDatabase(folder.file());
    if (!opened.ok) throw new Error(opened.reason);
    // What a process has written outlives it; that the platform's own power cuts are survived, SQLite's tests say.
    opened.database.exec('PRAGMA synchronous = OFF');
    database = opened.database;
    const ids = dice.fork();
    const mailbox = createSqliteMailbox({
      database: createFaultyDatabase(opened.database, () => {
        if (!host.isDiskFull || !dice.chance(0.1)) return false;
        deps.onRefusedWrite();
        return true;
      }),
      now: () => new Date(),
      newId: () => ids.bytes(16),
      below: ids.below,
      limits: { maxPullBytes },
    });
    const app = await buildApp({ mailbox });
    await app.ready();
    running = {
      app,
      close: async (quiet) => {
        await app.close();
        quiet();
        await mailbox.close();
      },
    };
  }

  function lose(): void {
    for (const breakOff of pending) breakOff();
    pending = new Set();
    running = undefined;
    database = undefined;
  }

  const host: MailboxHost = {
    life: () => life,
    isUp: () => running !== undefined,
    database: () => database,
    clockOffsetMs: 0,
    isDiskFull: false,
    handle: (request, receiver) => {
      if (running === undefined) {
        receiver.refused();
        return;
      }
      const { app } = running;
      const arrivedAt = deps.revision();
      const born = life;
      const breakOff = (): void => receiver.broken();
      pending.add(breakOff);
      const answered = (reply: WireReply): void => {
        pending.delete(breakOff);
        deps.onAnswered(request, reply, arrivedAt);
        receiver.answered(reply);
      };
      const { method, path, headers, body, address } = request;
      const injected = {
        method: method as 'GET',
        url: path,
        headers: { ...headers, host: 'mailbox' },
        remoteAddress: address,
        ...(body === undefined ? {} : { payload: body }),
      };
      loop.post(born, () => {
        if (path.endsWith('/events')) {
          void openWireStream(app, injected, (close) => loop.post(born, close)).then(answered);
        } else {
          void app
            .inject(injected)
            .then((reply) => answered({ status: reply.statusCode, body: reply.body }));
        }
      });
    },
    start: () => {
      if (running !== undefined) return;
      say('host starts');
      loop.end(life);
      life = loop.begin('host', () => host.clockOffsetMs);
      const born = life;
      loop.post(life, () => {
        open().catch((error: unknown) => {
          if (born.isAlive) throw error;
        });
      });
    },
    stop: (quiet, stopped) => {
      const closing = running;
      if (closing === undefined) return;
      say('host stops');
      running = undefined;
      loop.post(life, () => {
        void closing.close(quiet).then(() => {
          lose();
          stopped();
        });
      });
    },
    crash: () => {
      say('host crashes');
      const open = database;
      loop.end(life);
      life = loop.begin('host', () => host.clockOffsetMs);
      if (open?.isOpen === true) {
        folder.goOnWithCopy();
        open.close();
      }
      lose();
    },
    backup: folder.backup,
    restore: folder.restore,
    replace: folder.replace,
    remove: () => {
      if (database?.isOpen === true) database.close();
      folder.remove();
    },
  };
  return host;
}
