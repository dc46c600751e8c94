import type { StorageFactory } from './centre-store.ts';
import { timeoutError } from './in-time.ts';
import type { Layout, RowDatabase, Rows } from './row-database.ts';

/** Lends a table for as long as `use` takes. */
type Lend = <R>(mode: IDBTransactionMode, use: (table: IDBObjectStore) => Promise<R>) => Promise<R>;

/** How long a browser may take to open a database; and another page to let go of it, where that one is in the way. */
const openingMs = 4_000;
const blockedMs = 1_000;

/** A request to open, and the end of everyone's patience with it: it may still succeed later. */
interface Opening {
  readonly connection: Promise<IDBDatabase>;
  readonly patience: Promise<never>;
}

/** A database on the browser's own storage. */
export interface BareDatabase<Tables> extends RowDatabase<Tables> {
  /** Resolves when a database that nobody waited for any more is there after all; rejects where nothing is coming. */
  whenOpen(): Promise<void>;
}

/**
 * A database on IndexedDB as it is, made and read as Dexie would with the same layouts: one version each, all of whose
 * tables are new (Dexie counts versions in tenths). A connection that the browser takes away is opened anew. Where it
 * does not open in time (TimeoutError) nobody waits for it; it is used as soon as it comes.
 */
export function openBareDatabase<Tables>(
  name: string,
  layouts: readonly Layout[],
  factory: StorageFactory,
): BareDatabase<Tables> {
  const layout: Layout = Object.assign({}, ...layouts);
  let opening: Opening | undefined;
  let isClosed = false;

  function open(onBlocked: () => void, version?: number): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      // Asked for only now: a browser without it is one that denies it.
      const request = (factory.indexedDB ?? indexedDB).open(name, version);
      request.onupgradeneeded = () => addTables(request.result, layout);
      request.onblocked = onBlocked;
      request.onerror = () => reject(request.error ?? new Error('the database does not open'));
      request.onsuccess = () => {
        const connection = request.result;
        connection.onclose = () => {
          opening = undefined;
        };
        connection.onversionchange = ({ newVersion }) => {
          // Removed by another page: this one lets go for good, and does not make it anew by writing once more.
          if (newVersion === null) close();
          // Upgraded: out of its way now, and back for the next answer.
          else {
            opening = undefined;
            connection.close();
          }
        };
        resolve(connection);
      };
    });
  }

  function connect(): Promise<IDBDatabase> {
    if (isClosed) return Promise.reject(new DOMException('let go of', 'DatabaseClosedError'));
    opening ??= startOpening();
    return Promise.race([opening.connection, opening.patience]);
  }

  function startOpening(): Opening {
    let giveUp: () => void = () => undefined;
    const patience = new Promise<never>((_resolve, reject) => {
      giveUp = () => reject(timeoutError());
    });
    patience.catch(() => undefined); // Whoever waits hears of it.
    let timer = setTimeout(giveUp, openingMs);
    const onBlocked = (): void => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, blockedMs);
    };
    const connection = open(onBlocked, layouts.length * 10)
      .catch((error: unknown) => {
        // A newer Spegla was here. Its tables hold what they always held: an answer is not lost to an older page.
        if (error instanceof DOMException && error.name === 'VersionError') return open(onBlocked);
        throw error;
      })
      .catch((error: unknown) => {
        opening = undefined;
        throw error;
      })
      .finally(() => clearTimeout(timer));
    return { connection, patience };
  }

  async function begin(
    tables: readonly string[],
    mode: IDBTransactionMode,
  ): Promise<IDBTransaction> {
    const transact = async (): Promise<IDBTransaction> =>
      // An answer that is thanked for has reached the disk, not a buffer of the operating system.
      (await connect()).transaction(tables, mode, { durability: 'strict' });
    return transact().catch((error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      opening = undefined; // The connection went without a word.
      return transact();
    });
  }

  async function transact<T>(
    mode: IDBTransactionMode,
    tables: readonly string[],
    work: (transaction: IDBTransaction) => Promise<T>,
  ): Promise<T> {
    const transaction = await begin(tables, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () =>
        reject(transaction.error ?? new DOMException('taken back', 'AbortError'));
    });
    ended.catch(() => undefined); // Whoever waits below hears of it.
    try {
      const result = await work(transaction);
      await ended;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // It was taken back already.
      }
      throw error;
    }
  }

  function tablesWith(lend: (table: string) => Lend): Tables {
    const names = Object.keys(layout);
    // The caller's Tables names the rows of each table, which only its layout could tell the compiler.
    return Object.fromEntries(names.map((table) => [table, rowsOf(lend(table))])) as Tables;
  }

  function close(): void {
    isClosed = true;
    opening?.connection.then(
      (connection) => connection.close(),
      () => undefined,
    );
  }

  return {
    rows: tablesWith(
      (table) => (mode, use) =>
        transact(mode, [table], (transaction) => use(transaction.objectStore(table))),
    ),
    transaction: (mode, tables, work) =>
      transact(mode === 'r' ? 'readonly' : 'readwrite', tables, (transaction) =>
        work(tablesWith((table) => async (_mode, use) => use(transaction.objectStore(table)))),
      ),
    whenOpen: async () => {
      if (opening === undefined) throw new DOMException('not asked for', 'InvalidStateError');
      await opening.connection;
    },
    close,
  };
}

function addTables(database: IDBDatabase, layout: Layout): void {
  for (const [table, words] of Object.entries(layout)) {
    if (database.objectStoreNames.contains(table)) continue;
    const [key = '', ...indexes] = words.split(', ');
    const keyPath = key.replace('++', '');
    const store = database.createObjectStore(table, { keyPath, autoIncrement: key !== keyPath });
    for (const index of indexes) store.createIndex(index, index);
  }
}

function answered<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('refused', 'UnknownError'));
  });
}

function rowsOf<T>(lend: Lend): Rows<T> {
  const read = <R>(ask: (table: IDBObjectStore) => IDBRequest<R>): Promise<R> =>
    lend('readonly', (table) => answered(ask(table)));
  // All are asked for at once, in one stroke of the disk.
  const write = <V>(
    values: readonly V[],
    ask: (table: IDBObjectStore, value: V) => Promise<unknown>,
  ): Promise<void> =>
    lend('readwrite', async (table) => {
      await Promise.all(values.map((value) => ask(table, value)));
    });
  // Every table that is met through this seam has text keys.
  const asTexts = (request: IDBRequest<IDBValidKey[]>) => request as IDBRequest<string[]>;
  return {
    get: (key) => read((table): IDBRequest<T | undefined> => table.get(key)),
    getMany: (keys) =>
      lend('readonly', (table) =>
        Promise.all(keys.map((key) => answered<T | undefined>(table.get(key)))),
      ),
    all: () => read((table): IDBRequest<T[]> => table.getAll()),
    keys: () => read((table) => asTexts(table.getAllKeys())),
    count: () => read((table) => table.count()),
    allWhere: (index, value) => read((table): IDBRequest<T[]> => table.index(index).getAll(value)),
    keysWhere: (index, value) => read((table) => asTexts(table.index(index).getAllKeys(value))),
    countWhere: (index, value) => read((table) => table.index(index).count(value)),
    valuesOf: (index) => lend('readonly', (table) => distinct(table.index(index))),
    put: (row) => write([row], (table, value) => answered(table.put(value))),
    putMany: (rows) => write(rows, (table, row) => answered(table.put(row))),
    addMany: (rows) => write(rows, (table, row) => answered(table.add(row))),
    deleteMany: (keys) => write(keys, (table, key) => answered(table.delete(key))),
  };
}

function distinct(index: IDBIndex): Promise<readonly string[]> {
  const request = index.openKeyCursor(null, 'nextunique');
  const values: string[] = [];
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(request.error ?? new DOMException('refused', 'UnknownError'));
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null) {
        resolve(values);
        return;
      }
      values.push(cursor.key as string); // As all keys that this seam meets.
      cursor.continue();
    };
  });
}
