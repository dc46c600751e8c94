/*
 * The seam under everything that both pages do to a database: tables of rows under text keys, and transactions over
 * several of them. The team's page puts Dexie under it (centre-database.ts), the answering page IndexedDB as it is
 * (bare-database.ts); docs/adr/0013-two-backs.md says why.
 */

/** One table. Rows that are not there are undefined; a write that the disk refuses rejects. */
export interface Rows<T> {
  get(key: string): Promise<T | undefined>;
  /** In the order of the keys. */
  getMany(keys: readonly string[]): Promise<readonly (T | undefined)[]>;
  all(): Promise<readonly T[]>;
  keys(): Promise<readonly string[]>;
  count(): Promise<number>;

  /** The rows that have this value in an index; their keys, in their order; or how many there are. */
  allWhere(index: string, value: string): Promise<readonly T[]>;
  keysWhere(index: string, value: string): Promise<readonly string[]>;
  countWhere(index: string, value: string): Promise<number>;
  /** Every value of an index, once. */
  valuesOf(index: string): Promise<readonly string[]>;

  put(row: T): Promise<void>;
  putMany(rows: readonly T[]): Promise<void>;
  /** Rejects where one of them is there already. */
  addMany(rows: readonly T[]): Promise<void>;
  deleteMany(keys: readonly string[]): Promise<void>;
}

/** A database as a named set of tables. */
export interface RowDatabase<Tables> {
  /** Every call is a transaction of its own. */
  readonly rows: Tables;
  /**
   * Runs `work` in one transaction over the named tables, and resolves when that is durably on disk. Where `work` or
   * the disk fails, nothing of it has happened. `work` may wait for the rows that it is given, and for nothing else.
   */
  transaction<T>(
    mode: 'r' | 'rw',
    tables: readonly string[],
    work: (rows: Tables) => Promise<T>,
  ): Promise<T>;
  /** For good: what is asked of it later rejects. */
  close(): void;
}

/**
 * The tables that one version of a database adds, in Dexie's words: the primary key (`++` where the database counts it
 * up), then the indexes. A released version never changes.
 */
export type Layout = Readonly<Record<string, string>>;
