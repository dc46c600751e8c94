import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './sqlite-database.ts';

interface Job {
  /** Does its work within the transaction; what comes back is told to the caller after the commit. */
  readonly attempt: () => () => void;
  readonly fail: (error: unknown) => void;
}

export interface GroupCommit {
  /** Resolves with what `work` returned once that is durable; rejects when it is not. */
  readonly run: <T>(work: () => T) => Promise<T>;
  /** Commits now what waits. */
  readonly flush: () => void;
}

export interface GroupCommitDeps {
  readonly database: DatabaseSync;
  /** Runs once after each commit, before any caller learns of it. */
  readonly afterCommit: () => void;
  /** Hears why `afterCommit` threw. What was committed stays so, and the callers learn of it all the same. */
  readonly onUntold: (error: unknown) => void;
  /** Calls back when what came in together has come in. */
  readonly schedule: (flush: () => void) => void;
}

/**
 * One commit for everything that arrived while the last one was on its way to the disk: the flush is what a
 * durable write costs, and it costs the same for one and for fifty. Each work stands in a savepoint of its own,
 * so that one which throws leaves the others alone.
 */
export function createGroupCommit(deps: GroupCommitDeps): GroupCommit {
  const { database, afterCommit, onUntold, schedule } = deps;
  const savepoint = database.prepare('SAVEPOINT work');
  const release = database.prepare('RELEASE work');
  const undo = database.prepare('ROLLBACK TO work');
  let waiting: Job[] = [];

  function inSavepoint<T>(work: () => T): T {
    savepoint.run();
    try {
      const value = work();
      release.run();
      return value;
    } catch (error) {
      // After a full disk, for example, SQLite has rolled back the whole transaction by itself.
      if (database.isTransaction) {
        undo.run();
        release.run();
      }
      throw error;
    }
  }

  function flush(): void {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    let tellings: (() => void)[];
    try {
      tellings = inTransaction(database, () => jobs.map(({ attempt }) => attempt()));
    } catch (error) {
      for (const { fail } of jobs) fail(error);
      return;
    }
    try {
      afterCommit();
    } catch (error) {
      onUntold(error);
    }
    for (const tell of tellings) tell();
  }

  return {
    flush,
    run: (work) =>
      new Promise((resolve, reject) => {
        const attempt = () => {
          try {
            const value = inSavepoint(work);
            return () => resolve(value);
          } catch (error) {
            if (!database.isTransaction) throw error;
            return () => reject(error);
          }
        };
        waiting.push({ attempt, fail: reject });
        if (waiting.length === 1) schedule(flush);
      }),
  };
}
