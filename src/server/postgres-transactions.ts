import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError, type Pool } from 'pg';
import * as v from 'valibot';
import type { DeviceCapability } from './mailbox.ts';
import { firstRowOf, type PostgresRunner } from './postgres-rows.ts';
import { refuse, type Refusal } from './result.ts';

const spaceRow = v.object({ epoch: v.string(), head: v.number(), bytes: v.number() });
export type SpaceRow = v.InferOutput<typeof spaceRow>;
const standingRow = v.object({ is_deleted: v.boolean(), is_enrolled: v.boolean() });

/** serialization_failure, deadlock_detected: the same work may well succeed the next time. */
const passingCodes = new Set(['40001', '40P01']);
const maxAttempts = 5;
/** Whatever the database's default is: what is asked after a lock was waited for must see what its holder did. */
const begin = 'BEGIN ISOLATION LEVEL READ COMMITTED';
const slowMs = 600_000;

/**
 * Runs `work` as one transaction: all of it is kept and durable when its promise resolves, nothing of it when it
 * rejects. `work` may run more than once.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (runner: PostgresRunner) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryTransaction(pool, work);
    } catch (error) {
      const isPassing = error instanceof DatabaseError && passingCodes.has(error.code ?? '');
      if (!isPassing || attempt === maxAttempts) throw error;
      await pause(attempt * 20);
    }
  }
}

async function tryTransaction<T>(
  pool: Pool,
  work: (runner: PostgresRunner) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query(begin);
    const value = await work(client);
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('a transaction went on after it had failed');
    return value;
  } catch (error) {
    // Only what PostgreSQL itself refused leaves a connection of which we know where it stands.
    isBroken = !(error instanceof DatabaseError) || !(await rolledBack(client));
    throw error;
  } finally {
    client.release(isBroken);
  }
}

async function rolledBack(client: PostgresRunner): Promise<boolean> {
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
}

/**
 * A transaction in which nobody else writes to this space, in this process or another: its row is locked first.
 * So a place in the sequence becomes visible only together with every lower one.
 */
export async function inSpace<T>(
  pool: Pool,
  space: string,
  work: (runner: PostgresRunner, row: SpaceRow | undefined) => Promise<T>,
): Promise<T> {
  return inTransaction(pool, async (runner) => {
    const lock = 'SELECT epoch, head, bytes FROM space WHERE id = $1 FOR UPDATE';
    return work(runner, await firstRowOf(spaceRow, runner, lock, space));
  });
}

/** Runs what grows with a space, purging and deleting, without the haste of everything else. */
export async function runSlowly(
  runner: PostgresRunner,
  text: string,
  ...values: unknown[]
): Promise<void> {
  await runner.query(`SET LOCAL statement_timeout = ${slowMs}`);
  await runner.query({ text, values, query_timeout: slowMs });
}

/** Refuses what comes from a device that was revoked, or for a space that was deleted, since its token was read. */
export async function deviceRefusal(
  runner: PostgresRunner,
  { space, device }: DeviceCapability,
): Promise<Refusal | null> {
  const standing = await firstRowOf(
    standingRow,
    runner,
    `SELECT EXISTS (SELECT FROM deleted_space WHERE id = $1) AS is_deleted,
       EXISTS (SELECT FROM device WHERE space = $1 AND id = $2) AS is_enrolled`,
    space,
    device,
  );
  return standingRefusal(standing?.is_deleted === true, standing?.is_enrolled === true);
}

/** The same for who has asked already. */
export function standingRefusal(isDeleted: boolean, isEnrolled: boolean): Refusal | null {
  if (isDeleted) return refuse('gone', 'This space was deleted.');
  return isEnrolled ? null : refuse('unauthorized', 'This device was revoked.');
}
