import { IDBFactory, IDBKeyRange, IDBTransaction } from 'fake-indexeddb';
import type { Dice } from './dice.ts';

/** What fake-indexeddb keeps inside, as far as a crash and an oracle need it. */
interface RawTransaction {
  readonly mode: IDBTransactionMode;
  readonly db: { readonly _rawDatabase: RawDatabase };
  _state: string;
  readonly _started: boolean;
  readonly _requests: readonly unknown[];
  readonly _rollbackLog: (() => void)[];
  _abort(errorName: string): void;
  _start(): void;
  _execRequestAsync(request: { source: unknown; operation: () => unknown }): unknown;
}
interface RawDatabase {
  transactions: RawTransaction[];
  connections: unknown[];
  readonly rawObjectStores: ReadonlyMap<
    string,
    { readonly records: { values(): Iterable<{ readonly value: unknown }> } }
  >;
}
interface RawFactory {
  _databases: Map<string, RawDatabase>;
}

/** One machine's disk: what was committed on it outlives every crash. */
export interface Disk {
  /** Another one after each crash. */
  readonly factory: () => IDBFactory;
  /** While it is full, writes fail now and then. */
  isFull: boolean;
  /** Whether it has refused anything since `crash`, or ever. */
  readonly hasRefused: () => boolean;
  readonly crash: () => void;
  /** The rows of a table as they lie there; undefined while somebody writes, when they may not stay. */
  readonly peek: (database: string, table: string) => readonly unknown[] | undefined;
}

export const storageKeyRange = IDBKeyRange;

const diskOf = new WeakMap<RawDatabase, () => boolean>();

/** `onRefusal` hears of every write that a full disk refused. */
export function createDisk(dice: Dice, onRefusal: () => void): Disk {
  let factory = newFactory(new Map());
  let hasRefused = false;
  const disk: Disk = {
    factory: () => factory,
    isFull: false,
    hasRefused: () => hasRefused,
    crash: () => {
      hasRefused = false;
      const { _databases: databases } = factory as unknown as RawFactory;
      for (const database of databases.values()) {
        for (const transaction of database.transactions) settle(transaction, dice);
        database.transactions = [];
        database.connections = [];
      }
      factory = newFactory(databases);
    },
    peek: (name, table) => {
      const database = (factory as unknown as RawFactory)._databases.get(name);
      if (database === undefined) return [];
      const isWritten = database.transactions.some(
        ({ mode, _started, _state }) => mode !== 'readonly' && _started && _state !== 'finished',
      );
      if (isWritten) return undefined;
      return [...(database.rawObjectStores.get(table)?.records.values() ?? [])].map(
        ({ value }) => value,
      );
    },
  };
  /** Databases are made when first opened: then the guard below learns whose they are. */
  function newFactory(databases: ReadonlyMap<string, RawDatabase>): IDBFactory {
    const made = new IDBFactory();
    const guarded = new GuardedMap((database) => diskOf.set(database, refuses));
    for (const [name, database] of databases) guarded.set(name, database);
    (made as unknown as RawFactory)._databases = guarded;
    return made;
  }
  function refuses(): boolean {
    if (!disk.isFull || !dice.chance(0.15)) return false;
    hasRefused = true;
    onRefusal();
    return true;
  }
  return disk;
}

/** What has asked for nothing more may have been committed a moment before the crash, or not; the rest was not. */
function settle(transaction: RawTransaction, dice: Dice): void {
  if (transaction._state === 'finished') return;
  const isComplete = transaction._started && transaction._requests.length === 0;
  if (!isComplete || dice.chance(0.5)) {
    for (const undo of transaction._rollbackLog.toReversed()) undo();
  }
  transaction._state = 'finished';
}

class GuardedMap extends Map<string, RawDatabase> {
  readonly onSet: (database: RawDatabase) => void;
  constructor(onSet: (database: RawDatabase) => void) {
    super();
    this.onSet = onSet;
  }
  override set(name: string, database: RawDatabase): this {
    this.onSet(database);
    return super.set(name, database);
  }
}

const full = (): Error => new DOMException('The disk is full.', 'QuotaExceededError');
const prototype = IDBTransaction.prototype as unknown as RawTransaction;
const { _execRequestAsync: execute, _start: start } = prototype;

/** A full disk refuses single writes, and whole transactions when they are to be committed. */
prototype._execRequestAsync = function (this: RawTransaction, request) {
  const refuses = diskOf.get(this.db._rawDatabase);
  if (this.mode !== 'readwrite' || refuses === undefined) return execute.call(this, request);
  const operation = (): unknown => {
    if (refuses()) throw full();
    return request.operation();
  };
  return execute.call(this, { ...request, operation });
};
prototype._start = function (this: RawTransaction) {
  const isCommit =
    this.mode === 'readwrite' &&
    this._started &&
    this._requests.length === 0 &&
    this._state !== 'finished';
  if (isCommit && diskOf.get(this.db._rawDatabase)?.() === true) this._abort('QuotaExceededError');
  else start.call(this);
};
