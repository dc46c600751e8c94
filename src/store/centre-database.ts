import { Dexie, type DexieOptions, type Table } from 'dexie';
import {
  centreDatabaseName,
  centreLayouts,
  type AsideRow,
  type Block,
  type CentreTables,
  type Lane,
  type OutboxRow,
  type Pack,
  type PackIds,
  type StorageFactory,
  type StoredEnvelope,
  type UnreadLine,
} from './centre-store.ts';
import { deleteRows } from './many-rows.ts';
import type { RowDatabase, Rows } from './row-database.ts';

interface MetaRow {
  readonly name: string;
  readonly value: unknown;
}

/** One centre's database as the team's page opens it. */
export class CentreDatabase extends Dexie {
  declare readonly envelopes: Table<StoredEnvelope, string>;
  declare readonly packs: Table<Pack, number>;
  declare readonly packIds: Table<PackIds, number>;
  declare readonly outbox: Table<OutboxRow, string>;
  declare readonly lanes: Table<Lane, string>;
  declare readonly aside: Table<AsideRow, string>;
  declare readonly unreadLines: Table<UnreadLine, number>;
  declare readonly blocks: Table<Block, number>;
  declare readonly purged: Table<{ round: string }, string>;
  declare readonly meta: Table<MetaRow, string>;

  constructor(space: string, factory: StorageFactory) {
    super(centreDatabaseName(space), databaseOptions(factory));
    for (const [at, layout] of centreLayouts.entries()) this.version(at + 1).stores(layout);
    // Removed or upgraded by another page: this one lets go, and does not make it anew by writing once more.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: true });
      return false;
    });
  }
}

/** What Dexie is told of a device's storage. */
export function databaseOptions({ indexedDB, IDBKeyRange }: StorageFactory): DexieOptions {
  return {
    ...(indexedDB === undefined ? {} : { indexedDB }),
    ...(IDBKeyRange === undefined ? {} : { IDBKeyRange }),
    // An answer that is thanked for has reached the disk, not a buffer of the operating system.
    chromeTransactionDurability: 'strict',
  };
}

/** The database as what both pages share sees it. Dexie itself knows which transaction a call belongs to. */
export function sharedTables(db: CentreDatabase): RowDatabase<CentreTables> {
  const rows: CentreTables = {
    envelopes: rowsOf(db.envelopes),
    outbox: rowsOf(db.outbox),
    lanes: rowsOf(db.lanes),
    aside: rowsOf(db.aside),
    purged: rowsOf(db.purged),
  };
  return {
    rows,
    // An async function of its own: by that Dexie knows that the transaction goes on over native awaits.
    transaction: (mode, tables, work) => db.transaction(mode, tables, async () => work(rows)),
    close: () => db.close(),
  };
}

function rowsOf<T>(table: Table<T, string>): Rows<T> {
  return {
    get: (key) => table.get(key),
    getMany: (keys) => table.bulkGet([...keys]),
    all: () => table.toArray(),
    keys: () => table.toCollection().primaryKeys(),
    count: () => table.count(),
    allWhere: (index, value) => table.where(index).equals(value).toArray(),
    keysWhere: (index, value) => table.where(index).equals(value).primaryKeys(),
    countWhere: (index, value) => table.where(index).equals(value).count(),
    valuesOf: async (index) => (await table.orderBy(index).uniqueKeys()).map(String),
    put: async (row) => {
      await table.put(row);
    },
    putMany: async (rows) => {
      await table.bulkPut(rows);
    },
    addMany: async (rows) => {
      await table.bulkAdd(rows);
    },
    deleteMany: (keys) => deleteRows(table, keys),
  };
}
