import { batchSize, offerBench, type BenchEnvelope } from './bench-device.ts';

/**
 * The floor: one IndexedDB row an envelope, one bare fetch a batch, nothing else. No outbox, no look whether a row
 * is known, no check of what came. Durability 'strict', as ours.
 */
let db: IDBDatabase;

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}

function put(envelopes: readonly BenchEnvelope[]): Promise<void> {
  const transaction = db.transaction('envelopes', 'readwrite', { durability: 'strict' });
  const table = transaction.objectStore('envelopes');
  for (const envelope of envelopes) table.put(envelope);
  return done(transaction);
}

function all(): Promise<BenchEnvelope[]> {
  return result(db.transaction('envelopes').objectStore('envelopes').getAll());
}

let name = '';
let url = '';

offerBench({
  open: async ({ run }) => {
    name = `floor-${run}`;
    url = `/floor/${run}`;
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore('envelopes', { keyPath: 'id' });
    db = await result(opening);
  },
  write: async (envelopes) => {
    for (let at = 0; at < envelopes.length; at += batchSize) {
      await put(envelopes.slice(at, at + batchSize));
    }
  },
  push: async () => {
    const rows = await all();
    for (let at = 0; at < rows.length; at += batchSize) {
      const reply = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(rows.slice(at, at + batchSize)),
      });
      if (!reply.ok) throw new Error(String(reply.status));
    }
  },
  pull: async () => {
    for (let after = 0; ;) {
      const reply = await fetch(`${url}?after=${after}&limit=${batchSize}`);
      const page = (await reply.json()) as { next: number; envelopes: BenchEnvelope[] };
      if (page.envelopes.length === 0) return;
      await put(page.envelopes);
      after = page.next;
    }
  },
  readBack: all,
  remove: async () => {
    db.close();
    indexedDB.deleteDatabase(name);
  },
});
