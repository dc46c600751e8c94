import express from 'express';
import expressPouchdb from 'express-pouchdb';
import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import type { AddressInfo } from 'node:net';

/** express-pouchdb over its in-memory backend, which never waits for a disk: the kinder of the two it has. */
export async function startPouchServer(pages: string): Promise<string> {
  const Database = PouchDB.plugin(memoryAdapter).defaults({ adapter: 'memory' });
  const app = express();
  app.use('/pages', express.static(pages));
  app.use(
    '/db',
    expressPouchdb(Database, {
      mode: 'minimumForPouchDB',
      inMemoryConfig: true,
      logPath: '/dev/null',
    }),
  );
  const server = await new Promise<ReturnType<typeof app.listen>>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  // It listens: its address is no path.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
