import type { Client } from 'pg';
import { messageOf } from './postgres-database.ts';
import type { PostgresParts } from './postgres-rows.ts';

const tables = 'envelope, round, device, revoked_device, invite, kiosk_report, link_hour';
const vacuum = `VACUUM (INDEX_CLEANUP ON) ${tables}`;
const longMs = 3_600_000;

async function vacuumTables(client: Client): Promise<void> {
  await client.connect();
  await client.query('SET statement_timeout = 0');
  await client.query('SET lock_timeout = 0'); // Another process may be at it.
  const statement = { text: vacuum, values: [], query_timeout: longMs };
  await client.query(statement);
}

/**
 * After a purge, has PostgreSQL take the deleted rows out of its tables now rather than some day. It works in the
 * background: replies do not wait for it, and when it fails the server's own autovacuum comes later.
 */
export function createPostgresVacuum({
  database,
  report,
}: Pick<PostgresParts, 'database' | 'report'>) {
  const closing = Promise.withResolvers<'closing'>();
  let isClosing = false;
  let isWanted = false;
  let running = Promise.resolve();

  async function run(): Promise<void> {
    isWanted = false;
    if (isClosing) return;
    const client = database.newClient();
    client.on('error', () => undefined);
    try {
      // A connection that is closed while it is made settles nothing, so closing waits for none.
      await Promise.race([vacuumTables(client), closing.promise]);
    } catch (error) {
      report(`Deleted rows are not yet vacuumed: ${messageOf(error)}.`);
    }
    client.end().catch(() => undefined);
  }

  return {
    /** Begins, or once more after the present one, which may have passed the newly deleted rows already. */
    begin(): void {
      if (isWanted) return;
      isWanted = true;
      running = running.then(run);
    },
    /** Breaks it off; the database goes on by itself or leaves it to autovacuum. */
    async close(): Promise<void> {
      isClosing = true;
      closing.resolve('closing');
      await running;
    },
  };
}
