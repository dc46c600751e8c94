import { DatabaseSync } from 'node:sqlite';

/** Earlier versions can corrupt a WAL database when two connections reset the log at once. */
const minimumSqlite = [3, 51, 3] as const;
const schemaVersion = 1;

/*
 * A deleted space and a purged round leave only their ids behind. A round outlives its space for that reason,
 * with an empty card, so that a phone with an old link learns that its answer is not wanted any more.
 */
const schema = `
  CREATE TABLE space (
    id TEXT PRIMARY KEY,
    epoch TEXT NOT NULL,
    admin_hash TEXT NOT NULL,
    head INTEGER NOT NULL,
    bytes INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE deleted_space (id TEXT PRIMARY KEY) STRICT;
  CREATE TABLE device (
    space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    enrolled_at TEXT NOT NULL,
    PRIMARY KEY (space, id)
  ) STRICT;
  CREATE TABLE invite (
    space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    expires TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    envelope TEXT,
    used_by TEXT,
    PRIMARY KEY (space, id)
  ) STRICT;
  CREATE TABLE round (
    id TEXT PRIMARY KEY,
    space TEXT NOT NULL,
    answer_hash TEXT NOT NULL,
    kiosk_hash TEXT NOT NULL,
    opens TEXT NOT NULL,
    closes TEXT NOT NULL,
    answer_quota INTEGER NOT NULL,
    kiosk_quota INTEGER NOT NULL,
    answer_count INTEGER NOT NULL,
    kiosk_count INTEGER NOT NULL,
    card TEXT NOT NULL
  ) STRICT;
  CREATE INDEX round_by_space ON round (space);
  CREATE TABLE purged_round (
    space TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (space, id)
  ) STRICT;
  CREATE TABLE envelope (
    space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    round TEXT,
    sealed TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    UNIQUE (space, seq),
    UNIQUE (space, id)
  ) STRICT;
  CREATE INDEX envelope_by_round ON envelope (space, round) WHERE round IS NOT NULL;
  PRAGMA user_version = ${schemaVersion};
`;

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
  if (file !== ':memory:' && pragma(database, 'journal_mode') !== 'wal') {
    return `The database ${file} cannot use a write-ahead log here; is it on a network drive?`;
  }
  if (pragma(database, 'quick_check(1)') !== 'ok') return damaged(file);
  const found = pragma(database, 'user_version');
  if (found === schemaVersion) return null;
  if (found !== 0)
    return `The database ${file} was made by another version of Spegla (${String(found)}).`;
  const tables = database.prepare('SELECT count(*) AS count FROM sqlite_schema').get();
  if (tables?.['count'] !== 0) return `The database ${file} belongs to something else.`;
  inTransaction(database, () => database.exec(schema));
  return null;
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
