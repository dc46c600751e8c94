import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';

/** Nobody is served meanwhile, so a reader in the way is not waited for. */
const patienceMs = 20;
const usualPatienceMs = 5_000;
const retryMs = 1_000;

const checkpointRow = v.object({ busy: v.number() });

export interface LogDeps {
  readonly database: DatabaseSync;
  readonly report: (line: string) => void;
}

/**
 * Empties the write-ahead log: what a purge has overwritten in the file still stands there until then. While somebody
 * else reads (a backup does) it cannot be emptied; then it is tried again until it is.
 */
export function createLogEmptier({ database, report }: LogDeps) {
  let timer: NodeJS.Timeout | undefined;
  let hasReported = false;

  function isEmptied(): boolean {
    database.exec(`PRAGMA busy_timeout = ${patienceMs}`);
    try {
      // A log that is in use is no error: it is said in the row that comes back.
      const row = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
      return v.parse(checkpointRow, row).busy === 0;
    } catch {
      return false; // What was purged is purged, whatever the disk says now.
    } finally {
      database.exec(`PRAGMA busy_timeout = ${usualPatienceMs}`);
    }
  }

  function empty(): void {
    clearTimeout(timer);
    if (!database.isOpen) return;
    if (isEmptied()) {
      if (hasReported) report('The write-ahead log is empty now.');
      hasReported = false;
      return;
    }
    if (!hasReported) {
      report(
        'The write-ahead log cannot be emptied yet: something else reads the file, perhaps a backup. What was purged ' +
          'may stand in the log until then. This is tried again.',
      );
    }
    hasReported = true;
    timer = setTimeout(empty, retryMs).unref();
  }

  return { empty, stop: () => clearTimeout(timer) };
}
