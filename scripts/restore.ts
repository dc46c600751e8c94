/**
 * `npm run restore -- <file>`: puts a backup in the place of the mailbox in SPEGLA_DATA, whose server must have been
 * stopped; what stood there is kept beside it. `npm run restore -- --new-epochs`: the second half of restoring where
 * the mailbox is in PostgreSQL, whose own tools do the first. Ends with 1 and one line when that could not be done.
 */
import { resolve } from 'node:path';
import { beginPostgresEpochs } from '#server/postgres-epochs.ts';
import { readSettings, type Settings } from '#server/settings.ts';
import { restoreDatabase } from '#server/sqlite-backup.ts';

const asksForEpochs = '--new-epochs';

function fail(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}

async function restoreFile(backupFile: string): Promise<void> {
  const file = resolve(process.env['SPEGLA_DATA'] || './data', 'mailbox.sqlite');
  const result = await restoreDatabase(resolve(backupFile), file, new Date());
  if (!result.ok) return fail(result.reason);
  console.log(`${file} is the backup now; each of its spaces (${result.spaces}) has a new epoch.`);
  if (result.aside !== null) console.log(`What stood there before: ${result.aside}`);
}

async function beginEpochs(database: NonNullable<Settings['database']>): Promise<void> {
  const result = await beginPostgresEpochs({ ...database, poolSize: 1 });
  if (!result.ok) return fail(result.reason);
  console.log(`Each of the spaces (${result.spaces}) in ${result.place} has a new epoch.`);
}

const [option] = process.argv.slice(2);
process.umask(0o077);
const settings = readSettings(process.env);
if (!settings.ok) {
  fail(settings.message);
} else if (settings.value.database !== null) {
  const { database } = settings.value;
  if (option === asksForEpochs) await beginEpochs(database);
  else {
    fail(
      `The mailbox is in PostgreSQL: restore it there, then \`npm run restore -- ${asksForEpochs}\` ` +
        '(docs/hosting-postgresql.md).',
    );
  }
} else if (option === undefined) {
  fail('usage: npm run restore -- <file>');
} else if (option === asksForEpochs) {
  fail(`${asksForEpochs} is for PostgreSQL, and DATABASE_URL is not set.`);
} else {
  await restoreFile(option);
}
