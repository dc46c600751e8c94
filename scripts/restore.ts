/**
 * `npm run restore -- <file>`: puts a backup in the place of the mailbox in SPEGLA_DATA, whose server must have been
 * stopped; what stood there is kept beside it. Ends with 1 and one line when that could not be done.
 */
import { resolve } from 'node:path';
import { restoreDatabase } from '#server/sqlite-backup.ts';

const [backupFile] = process.argv.slice(2);
process.umask(0o077);
if (backupFile === undefined || process.env['DATABASE_URL']) {
  console.error(
    backupFile === undefined
      ? 'usage: npm run restore -- <file>'
      : 'The mailbox is in PostgreSQL: see docs/hosting-postgresql.md.',
  );
  process.exitCode = 1;
} else {
  const file = resolve(process.env['SPEGLA_DATA'] || './data', 'mailbox.sqlite');
  const result = await restoreDatabase(resolve(backupFile), file, new Date());
  if (result.ok) {
    console.log(
      `${file} is the backup now; each of its spaces (${result.spaces}) has a new epoch.`,
    );
    if (result.aside !== null) console.log(`What stood there before: ${result.aside}`);
  } else {
    console.error(result.reason);
  }
  process.exitCode = result.ok ? 0 : 1;
}
