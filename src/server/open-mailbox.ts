import { access, constants, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { keptCreationCode } from './creation-code.ts';
import type { Mailbox } from './mailbox.ts';
import { sharedCreationCode } from './postgres-creation-code.ts';
import { messageOf, openPostgresDatabase, type PostgresSettings } from './postgres-database.ts';
import { createPostgresMailbox } from './postgres-mailbox.ts';
import type { Settings } from './settings.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { createSqliteMailbox } from './sqlite-mailbox.ts';

export type OpenedMailbox =
  | {
      readonly ok: true;
      readonly mailbox: Mailbox;
      /** What making a space needs; null where that is open to all. */
      readonly creationCode: string | null;
      /** Where everything is, to be shown. */
      readonly place: string;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Opens the mailbox that the settings name: PostgreSQL where DATABASE_URL is set, else a file in the data folder.
 * What stands in the way comes back as one sentence; `report` hears what goes wrong later, out of any request.
 */
export async function openMailbox(
  { database, dataFolder, isOpen }: Settings,
  report: (line: string) => void,
): Promise<OpenedMailbox> {
  return database === null
    ? openFile(resolve(dataFolder), isOpen, report)
    : openShared(database, isOpen, report);
}

async function openShared(
  settings: PostgresSettings,
  isOpen: boolean,
  report: (line: string) => void,
): Promise<OpenedMailbox> {
  const opened = await openPostgresDatabase(settings);
  if (!opened.ok) return opened;
  const { database } = opened;
  try {
    const creationCode = isOpen ? null : await sharedCreationCode(database.pool);
    const mailbox = createPostgresMailbox({ database, report });
    return { ok: true, mailbox, creationCode, place: `PostgreSQL, ${database.place}` };
  } catch (error) {
    return {
      ok: false,
      reason: `The database ${database.place} cannot be used: ${messageOf(error)}.`,
    };
  }
}

async function openFile(
  folder: string,
  isOpen: boolean,
  report: (line: string) => void,
): Promise<OpenedMailbox> {
  let creationCode: string | null;
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    creationCode = isOpen ? null : await keptCreationCode(folder);
  } catch (error) {
    return {
      ok: false,
      reason: `The data folder ${folder} cannot be written: ${messageOf(error)}`,
    };
  }
  const opened = openSqliteDatabase(join(folder, 'mailbox.sqlite'));
  if (!opened.ok) return opened;
  const mailbox = createSqliteMailbox({ database: opened.database, report });
  return { ok: true, mailbox, creationCode, place: folder };
}
