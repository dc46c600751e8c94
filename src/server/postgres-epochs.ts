import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { messageOf, openPostgresDatabase, type PostgresSettings } from './postgres-database.ts';
import { tellEveryone } from './postgres-listener.ts';
import { allRowsOf } from './postgres-rows.ts';
import { inTransaction } from './postgres-transactions.ts';

export type NewEpochsResult =
  | { readonly ok: true; readonly spaces: number; readonly place: string }
  | { readonly ok: false; readonly reason: string };

const idRow = v.object({ id: v.string() });
const newId = () => randomBytes(16).toString('base64url');

/**
 * Begins a new epoch in every space, for a database that was restored: a device whose cursor lies at or below the
 * restored head could not tell otherwise that this is another life, and would keep what is missing here to itself.
 */
export async function beginPostgresEpochs(settings: PostgresSettings): Promise<NewEpochsResult> {
  const opened = await openPostgresDatabase(settings);
  if (!opened.ok) return opened;
  const { pool, place } = opened.database;
  try {
    const spaces = await inTransaction(pool, async (runner) => {
      const rows = await allRowsOf(idRow, runner, 'SELECT id FROM space ORDER BY id FOR UPDATE');
      await runner.query(
        `UPDATE space SET epoch = fresh.epoch
         FROM unnest($1::text[], $2::text[]) AS fresh (id, epoch) WHERE space.id = fresh.id`,
        [rows.map(({ id }) => id), rows.map(newId)],
      );
      for (const { id } of rows) await tellEveryone(runner, id);
      return rows.length;
    });
    return { ok: true, spaces, place };
  } catch (error) {
    return { ok: false, reason: `The database ${place} was not changed: ${messageOf(error)}.` };
  } finally {
    await pool.end();
  }
}
