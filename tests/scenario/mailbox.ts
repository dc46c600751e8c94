import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '#server/app.ts';
import { keptCreationCode } from '#server/creation-code.ts';
import type { Mailbox } from '#server/mailbox.ts';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import { createSqliteMailbox } from '#server/sqlite-mailbox.ts';

/** The real server on loopback with its real SQLite file, for a story that is told against it. */
export interface RunningMailbox {
  readonly origin: string;
  readonly code: string;
  /** The SQLite file of its present life. */
  databaseFile(): string;
  /** Goes away, as at a power cut that nobody mends; `start` brings it back at the same address. */
  stop(): Promise<void>;
  /** `fresh`: the old file is lost. */
  start(how?: 'fresh'): Promise<void>;
  /** Takes a device's access away, as an admin does. */
  revoke(space: string, device: string): Promise<void>;
  /** For good, with its files. */
  remove(): Promise<void>;
}

/** Everyone in a story has one address, so the rates per address are lifted; per space and link they stand. */
const rates = { answersPerAddress: 100_000, answersPerLink: 100_000, teamPerAddress: 100_000 };

export async function startMailbox(now: () => Date): Promise<RunningMailbox> {
  const folder = mkdtempSync(join(tmpdir(), 'spegla-scenario-'));
  const code = await keptCreationCode(folder);
  let life = 1;
  let port = 0;
  let running: { readonly mailbox: Mailbox; readonly stop: () => Promise<void> } | undefined;
  const databaseFile = (): string => join(folder, `mailbox-${life}.sqlite`);

  async function start(how?: 'fresh'): Promise<void> {
    if (how === 'fresh') life += 1;
    const opened = openSqliteDatabase(databaseFile());
    if (!opened.ok) throw new Error(opened.reason);
    const mailbox = createSqliteMailbox({ database: opened.database, now });
    const app = await buildApp({ mailbox, creationCode: code, rates });
    await app.listen({ host: '127.0.0.1', port });
    // An HTTP server that listens on a port has an address of this kind.
    ({ port } = app.server.address() as AddressInfo);
    running = {
      mailbox,
      stop: async () => {
        app.server.closeAllConnections();
        await app.close();
        await mailbox.close();
      },
    };
  }

  async function stop(): Promise<void> {
    await running?.stop();
    running = undefined;
  }

  await start();
  return {
    get origin() {
      return `http://127.0.0.1:${port}`;
    },
    code,
    databaseFile,
    start,
    stop,
    revoke: async (space, device) => {
      const result = await running?.mailbox.revokeDevice({ kind: 'admin', space }, device);
      if (result?.ok !== true) throw new Error('not revoked');
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
