/**
 * One peer's server in a process of its own: `node bench/sync/serve.ts <peer> <folder>`. Says its origin in one line
 * and ends with its standard input, so that no server outlives the runner.
 */
import { join } from 'node:path';
import { buildApp } from '#server/app.ts';
import { openSqliteDatabase } from '#server/sqlite-database.ts';
import { createSqliteMailbox } from '#server/sqlite-mailbox.ts';
import { startFloorServer } from './floor-server.ts';

async function startSpeglaServer(file: string, pages: string): Promise<string> {
  const opened = openSqliteDatabase(file);
  if (!opened.ok) throw new Error(opened.reason);
  const mailbox = createSqliteMailbox({ database: opened.database });
  // Anyone may make a space; all else is as `npm start` has it.
  const app = await buildApp({ mailbox, distFolder: pages, creationCode: null });
  return app.listen({ host: '127.0.0.1', port: 0 });
}

const [peer = '', folder = ''] = process.argv.slice(2);
const file = join(folder, `${peer}.sqlite`);
const pages = join(folder, 'pages');

async function start(): Promise<string> {
  if (peer === 'floor') return startFloorServer(file, pages);
  if (peer === 'pouchdb') return (await import('../peers/pouch-server.ts')).startPouchServer(pages);
  return startSpeglaServer(file, pages);
}

console.log(`listening ${await start()}`);
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));
