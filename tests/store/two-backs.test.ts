import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAnswerStore } from '#store/answer-store.ts';
import { openBareDatabase } from '#store/bare-database.ts';
import { cardLayouts, createCardStore } from '#store/card-store.ts';
import { databaseOptions } from '#store/centre-database.ts';
import { centreDatabaseName, centreLayouts, type CentreTables } from '#store/centre-store.ts';
import type { Layout } from '#store/row-database.ts';
import { createStore } from '#store/store.ts';
import { setupStorage } from '../app/devices.ts';
import { elsewhere, envelope, here, space } from './envelopes.ts';

type Storage = ReturnType<typeof setupStorage>;
const name = centreDatabaseName(space);

/** How a database lies there: its version, and each table with its key and its indexes. */
async function shapeOf({ indexedDB }: Storage, database: string): Promise<unknown> {
  const connection = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onerror = () => reject(new Error('does not open'));
    request.onsuccess = () => resolve(request.result);
  });
  onTestFinished(() => connection.close());
  const transaction = connection.transaction([...connection.objectStoreNames]);
  const tables = [...connection.objectStoreNames].map((table) => {
    const { keyPath, autoIncrement, indexNames } = transaction.objectStore(table);
    const indexes = [...indexNames].map((index) => {
      const { keyPath, unique, multiEntry } = transaction.objectStore(table).index(index);
      return { index, keyPath, unique, multiEntry };
    });
    return { table, keyPath, autoIncrement, indexes };
  });
  connection.close();
  return { version: connection.version, tables };
}

/** A database as Dexie makes it from the first versions of its layouts. */
async function makeWithDexie(
  storage: Storage,
  database: string,
  layouts: readonly Layout[],
): Promise<void> {
  const dexie = new Dexie(database, databaseOptions(storage));
  for (const [at, layout] of layouts.entries()) dexie.version(at + 1).stores(layout);
  await dexie.open();
  dexie.close();
}

function answerStore(storage: Storage) {
  const store = createAnswerStore(space, storage);
  onTestFinished(() => store.close());
  return store;
}

function teamStore(storage: Storage) {
  const store = createStore(space, storage);
  onTestFinished(() => store.close());
  return store;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a database with Dexie or without', () => {
  it.each([
    ['a centre’s', name, centreLayouts],
    ['the cards’', 'spegla-cards', cardLayouts],
  ])('is the same: %s', async (_what, database, layouts) => {
    const [bare, dexie] = [setupStorage(), setupStorage()];
    const made = openBareDatabase<CentreTables>(database, layouts, bare);
    await made.transaction('r', Object.keys(layouts[0] ?? {}), async () => undefined);
    made.close();
    await makeWithDexie(dexie, database, layouts);
    expect(await shapeOf(bare, database)).toEqual(await shapeOf(dexie, database));
  });

  it('made by the answering page, is the team’s to read', async () => {
    const storage = setupStorage();
    const [one, other] = [envelope({ kind: 'answer' }), envelope({ kind: 'answer' })];
    await answerStore(storage).append([one, other], { from: 'here', lane: 'r' });
    const team = teamStore(storage);
    expect(await team.allIds()).toEqual([one.id, other.id]);
    expect(await team.outbox('r', 10)).toEqual([one, other]);
    await team.append([envelope()], here);
    expect(await team.outboxLanes()).toEqual(['r', 'space']);
  });

  it('made by the team, takes the answering page’s answers', async () => {
    const storage = setupStorage();
    const team = teamStore(storage);
    const edit = envelope();
    await team.append([edit], here);
    const store = answerStore(storage);
    const given = envelope({ kind: 'answer' });
    expect(await store.append([given, edit], { from: 'here', lane: 'r' })).toMatchObject({
      added: [given.id],
      known: [edit.id],
    });
    expect(await store.outboxCount('all')).toBe(2);
    expect(await team.outbox('r', 10)).toEqual([given]);
  });

  it('of the first version is brought to the present one by either page, and keeps what it held', async () => {
    for (const open of [answerStore, teamStore]) {
      const storage = setupStorage();
      await makeWithDexie(storage, name, centreLayouts.slice(0, 1));
      const early = new Dexie(name, databaseOptions(storage));
      early.version(1).stores(centreLayouts[0] ?? {});
      const old = envelope({ kind: 'answer' });
      await early.table('envelopes').add(old);
      early.close();
      const store = open(storage);
      expect(await store.get([old.id])).toEqual([old]);
      const { version } = (await shapeOf(storage, name)) as { version: number };
      expect(version).toBe(20);
    }
  });

  it('of cards keeps them over the second version', async () => {
    const storage = setupStorage();
    const early = new Dexie('spegla-cards', databaseOptions(storage));
    early.version(1).stores(cardLayouts[0] ?? {});
    const card = { round: 'r', sealedCard: 's', opens: '2026-11-02', closes: '2026-11-15' };
    await early.table('cards').add(card);
    early.close();
    const cards = createCardStore(storage);
    onTestFinished(() => cards.close());
    expect(await cards.card('r')).toEqual(card);
    await cards.keepVoices([
      { id: 'v1', round: 'r', sealed: 'a' },
      { id: 'v2', round: 'q', sealed: 'b' },
    ]);
    await cards.markHandedIn('r');
    await cards.forget(['r']);
    expect(await cards.card('r')).toBeUndefined();
    expect(await cards.voice('v1')).toBeUndefined();
    expect(await cards.voice('v2')).toMatchObject({ sealed: 'b' });
    expect(await cards.isHandedIn('r')).toBe(false);
  });

  it('that a newer Spegla has made still takes an answer', async () => {
    const storage = setupStorage();
    await makeWithDexie(storage, name, [...centreLayouts, { tomorrow: 'id' }]);
    const given = envelope({ kind: 'answer' });
    const store = answerStore(storage);
    expect(await store.append([given], { from: 'here', lane: 'r' })).toMatchObject({
      added: [given.id],
    });
  });
});

describe('a database without Dexie', () => {
  it('takes back all of a transaction that fails in its middle', async () => {
    const db = openBareDatabase<CentreTables>(name, centreLayouts, setupStorage());
    const writing = db.transaction('rw', ['outbox', 'lanes'], async (rows) => {
      await rows.outbox.put({ id: 'a', lane: 'r' });
      await rows.lanes.put({ round: 'r', origin: null, token: 't' });
      throw new Error('the work itself fails');
    });
    await expect(writing).rejects.toThrow('the work itself fails');
    expect(await db.rows.outbox.count()).toBe(0);
    expect(await db.rows.lanes.all()).toEqual([]);
    const twice = db.rows.outbox.addMany([
      { id: 'b', lane: 'r' },
      { id: 'b', lane: 'q' },
    ]);
    await expect(twice).rejects.toThrow('constraint');
    expect(await db.rows.outbox.count()).toBe(0);
    db.close();
  });

  it('lets go where another page removes the database, and does not make it anew', async () => {
    const storage = setupStorage();
    const store = answerStore(storage);
    await store.append([envelope()], elsewhere);
    await new Promise<void>((resolve, reject) => {
      const request = storage.indexedDB.deleteDatabase(name);
      request.onsuccess = () => resolve();
      request.onblocked = () => reject(new Error('held on to'));
    });
    await expect(store.append([envelope()], elsewhere)).rejects.toThrow('let go of');
    expect(await storage.indexedDB.databases()).toEqual([]);
  });

  it('opens a lost connection anew, and asks once more where the loss came in the middle', async () => {
    const storage = setupStorage();
    const { indexedDB } = storage;
    const connections: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
      const request = open(...given);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    });
    const store = answerStore(storage);
    await store.append([envelope()], elsewhere);
    connections.at(-1)?.close(); // Without a word, as browsers do.
    const given = envelope({ kind: 'answer' });
    await store.append([given], { from: 'here', lane: 'r' });
    expect(await store.outboxIds('r')).toEqual([given.id]);
    expect(connections).toHaveLength(2);
  });
});
