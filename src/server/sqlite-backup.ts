import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { openSqliteDatabase } from './sqlite-database.ts';

export type BackupResult =
  | { readonly ok: true; readonly file: string; readonly bytes: number }
  | { readonly ok: false; readonly reason: string };
export type RestoreResult =
  /** `aside` is where the file lies that stood there before; null where there was none. */
  | { readonly ok: true; readonly spaces: number; readonly aside: string | null }
  | { readonly ok: false; readonly reason: string };

/** All pages in one step: within it the backup sees one moment, however much is written meanwhile. */
const allPages = 2 ** 31 - 1;
/** No backup takes so long. */
const oldPartMs = 6 * 3_600_000;

/**
 * Copies the mailbox at one moment, with its server running, into a file of that moment's name. The copy has been
 * checked and is on disk when this resolves.
 */
export async function backUpDatabase(
  file: string,
  folder: string,
  now: Date,
): Promise<BackupResult> {
  let source: DatabaseSync | undefined;
  const target = join(folder, `mailbox-${timeName(now)}.sqlite`);
  const unfinished = `${target}.part`;
  try {
    await mkdir(folder, { recursive: true });
    await removeOldParts(folder, now);
    source = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    await backup(source, unfinished, { rate: allPages });
    await chmod(unfinished, 0o600);
    const reason = await checkCopy(unfinished);
    if (reason !== null) return { ok: false, reason };
    await rename(unfinished, target);
    return { ok: true, file: target, bytes: (await stat(target)).size };
  } catch (error) {
    return { ok: false, reason: `The mailbox ${file} could not be copied: ${messageOf(error)}` };
  } finally {
    source?.close();
    await removeWithLog(unfinished);
  }
}

/** What a backup that was killed has left. A younger one may be another's that is still at work. */
async function removeOldParts(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^mailbox-.*\.sqlite\.part(-wal|-shm|-journal)?$/.test(name)) continue;
    const path = join(folder, name);
    if (now.getTime() - (await stat(path)).mtimeMs > oldPartMs) await rm(path, { force: true });
  }
}

/**
 * Puts a backup in the place of the mailbox, whose server must have been stopped, and begins a new epoch in every
 * space: so each device offers all that it has, and what was written after the backup comes back from them.
 */
export async function restoreDatabase(
  backupFile: string,
  file: string,
  now: Date,
): Promise<RestoreResult> {
  const restored = `${file}.restoring`;
  try {
    const inUse = await isInUse(file);
    if (inUse)
      return { ok: false, reason: `The mailbox ${file} is in use. Stop its server first.` };
    await copyFile(backupFile, restored);
    await chmod(restored, 0o600);
    const opened = openSqliteDatabase(restored);
    if (!opened.ok) return opened;
    const spaces = beginEpochs(opened.database);
    opened.database.close();
    await sync(restored);
    const aside = await moveAside(file, `${file}.before-${timeName(now)}`);
    await rename(restored, file);
    return { ok: true, spaces, aside };
  } catch (error) {
    return { ok: false, reason: `The backup ${backupFile} was not restored: ${messageOf(error)}` };
  } finally {
    await removeWithLog(restored);
  }
}

async function removeWithLog(file: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(file + suffix, { force: true });
}

function beginEpochs(database: DatabaseSync): number {
  database.function('new_epoch', () => randomBytes(16).toString('base64url'));
  return Number(database.prepare('UPDATE space SET epoch = new_epoch()').run().changes);
}

/** A file that is no longer a write-ahead one is whole by itself; only who is alone with it can make it so. */
async function isInUse(file: string): Promise<boolean> {
  if (!(await isThere(file))) return false;
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = DELETE');
    return false;
  } catch (error) {
    // Anything but "locked" is damage, and a reason to restore.
    return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
  } finally {
    database?.close();
  }
}

async function moveAside(file: string, aside: string): Promise<string | null> {
  if (!(await isThere(file))) return null;
  for (const suffix of ['', '-wal', '-shm']) {
    if (await isThere(file + suffix)) await rename(file + suffix, aside + suffix);
  }
  return aside;
}

/** Opens the copy as the mailbox would. Gives the reason if it is not whole. */
async function checkCopy(copy: string): Promise<string | null> {
  const opened = openSqliteDatabase(copy);
  if (!opened.ok) return opened.reason;
  // One file alone, without a log beside it, is what can be carried about.
  opened.database.exec('PRAGMA journal_mode = DELETE');
  opened.database.close();
  await sync(copy);
  return null;
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
const timeName = (time: Date) => time.toISOString().slice(0, 19).replaceAll(':', '-');
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
