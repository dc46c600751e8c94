/**
 * `npm run backup -- <folder>`: copies the mailbox of SPEGLA_DATA into a new file in that folder, while its server
 * runs. Ends with 1 and one line when that could not be done.
 */
import { resolve } from 'node:path';
import { backUpDatabase } from '#server/sqlite-backup.ts';

const [folder] = process.argv.slice(2);
process.umask(0o077); // A backup is nobody else's either.
if (folder === undefined || process.env['DATABASE_URL']) {
  console.error(
    folder === undefined
      ? 'usage: npm run backup -- <folder>'
      : 'The mailbox is in PostgreSQL: see docs/hosting-postgresql.md.',
  );
  process.exitCode = 1;
} else {
  const file = resolve(process.env['SPEGLA_DATA'] || './data', 'mailbox.sqlite');
  const result = await backUpDatabase(file, resolve(folder), new Date());
  if (result.ok) console.log(`${result.file}, ${result.bytes} bytes`);
  else console.error(result.reason);
  process.exitCode = result.ok ? 0 : 1;
}
