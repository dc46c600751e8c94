import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteDatabase } from '#server/sqlite-database.ts';

/** A mailbox's data folder, on a real disk, with last week's copy beside it. Its server must be stopped, but for a crash. */
export interface DataFolder {
  readonly file: () => string;
  /** What a power cut leaves: the file and its log as they are, without what the process would still have done. */
  readonly goOnWithCopy: () => void;
  readonly backup: () => void;
  /** Goes back to that copy. With an epoch, as src/server/sqlite-backup.ts restores; null just copies files. */
  readonly restore: (epoch: string | null) => boolean;
  readonly replace: () => void;
  readonly remove: () => void;
}

export function createDataFolder(): DataFolder {
  const folder = mkdtempSync(join(tmpdir(), 'spegla-simulation-'));
  const backupFile = join(folder, 'backup.sqlite');
  let files = 0;
  const fileOf = (): string => join(folder, `mailbox-${files}.sqlite`);
  const next = (): string => {
    files += 1;
    return fileOf();
  };
  return {
    file: fileOf,
    goOnWithCopy: () => {
      const old = fileOf();
      const file = next();
      copyFileSync(old, file);
      if (existsSync(`${old}-wal`)) copyFileSync(`${old}-wal`, `${file}-wal`);
      for (const end of ['', '-wal', '-shm']) rmSync(old + end, { force: true });
    },
    backup: () => copyFileSync(fileOf(), backupFile),
    restore: (epoch) => {
      if (!existsSync(backupFile)) return false;
      copyFileSync(backupFile, next());
      if (epoch === null) return true;
      const opened = openSqliteDatabase(fileOf());
      if (!opened.ok) throw new Error(opened.reason);
      opened.database.prepare('UPDATE space SET epoch = ?').run(epoch);
      opened.database.close();
      return true;
    },
    replace: () => void next(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
