import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { schemaSteps } from './sqlite-schema.ts';

/** Earlier versions can corrupt a WAL database when two connections reset the log at once. */
const minimumSqlite = [3, 51, 3] as const;

export type OpenedDatabase =
  | { readonly ok: true; readonly database: DatabaseSync }
  | { readonly ok: false; readonly reason: string };

/** Opens or makes the database file and checks it. What stands in the way comes back as one sentence. */
export function openSqliteDatabase(file: string): OpenedDatabase {
  const version = process.versions.sqlite ?? '0';
  if (!isAtLeast(version, minimumSqlite)) {
    const needed = minimumSqlite.join('.');
    return { ok: false, reason: `This Node brings SQLite ${version}; ${needed} is needed.` };
  }
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 5_000 });
    const reason = prepare(database, file);
    if (reason === null) return { ok: true, database };
    database.close();
    return { ok: false, reason };
  } catch (error) {
    if (database?.isOpen === true) database.close();
    return { ok: false, reason: openingProblem(error, file) };
  }
}

/** Runs `work` as one transaction: all of it is kept when it returns, nothing of it when it throws. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Sets the connection up and the schema too where it is missing. Gives the reason when the file is none of ours. */
function prepare(database: DatabaseSync, file: string): string | null {
  // With secure_delete what a purge takes away is overwritten, not only unlinked.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  // Every 16 MiB of log instead of 4: many answers touch the same pages, which are then written back once.
  database.exec('PRAGMA wal_autocheckpoint = 4000');
  if (file !== ':memory:' && pragma(database, 'journal_mode') !== 'wal') {
    return `The database ${file} cannot use a write-ahead log here; is it on a network drive?`;
  }
  if (pragma(database, 'integrity_check(1)') !== 'ok') return damaged(file);
  const found = Number(pragma(database, 'user_version'));
  if (found > schemaSteps.length) {
    return `The database ${file} was made by a newer version of Spegla (${found}).`;
  }
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get();
  if (found === 0 && tables?.['count'] !== 0) {
    return `The database ${file} belongs to something else.`;
  }
  // What `envelopeCrc` does, for the step that gives an older file its sums.
  database.function('crc32', { deterministic: true }, (text) =>
    typeof text === 'string' ? crc32(text) : null,
  );
  for (const [index, step] of schemaSteps.entries()) {
    if (index < found) continue;
    inTransaction(database, () => database.exec(`${step}; PRAGMA user_version = ${index + 1};`));
  }
  // A head below its rows would give new envelopes places that are taken.
  const wrong = database.prepare(
    `SELECT 1 FROM space
     WHERE head < coalesce((SELECT max(seq) FROM envelope WHERE space = space.id), 0) LIMIT 1`,
  );
  return wrong.get() === undefined ? null : damaged(file);
}

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

function damaged(file: string): string {
  return `The database ${file} is damaged. Restore it from a backup, or move it away to start anew.`;
}

function openingProblem(error: unknown, file: string): string {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  const message = error instanceof Error ? error.message : String(error);
  if (code === 11 || code === 26) return damaged(file); // SQLITE_CORRUPT, SQLITE_NOTADB
  if (code === 8 || code === 14) return `The database ${file} cannot be written: ${message}.`;
  return `The database ${file} cannot be opened: ${message}.`;
}

function isAtLeast(version: string, minimum: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, needed] of minimum.entries()) {
    const part = parts[index] ?? 0;
    if (part !== needed) return part > needed;
  }
  return true;
}
