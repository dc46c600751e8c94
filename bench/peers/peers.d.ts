/*
 * As much of the peers' types as the pages use. The peers are installed only for the benchmark (bench/package.json),
 * and the product's type check must not need them.
 */
declare module 'pouchdb-browser' {
  export default class PouchDB<T> {
    constructor(name: string, options?: { auto_compaction?: boolean; adapter?: string });
    static plugin(plugin: unknown): void;
    info(): Promise<unknown>;
    bulkDocs(docs: readonly T[]): Promise<unknown>;
    readonly replicate: {
      to(other: PouchDB<T>, options: { batch_size?: number }): Promise<unknown>;
      from(other: PouchDB<T>, options: { batch_size?: number }): Promise<unknown>;
    };
    allDocs(options: { include_docs: true }): Promise<{ rows: readonly { doc: T }[] }>;
    destroy(): Promise<void>;
  }
}
declare module 'pouchdb-core' {
  interface PouchDBClass {
    plugin(plugin: unknown): PouchDBClass;
    defaults(options: { adapter: string }): PouchDBClass;
  }
  const PouchDB: PouchDBClass;
  export default PouchDB;
}
declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}
declare module 'express' {
  import type { Server } from 'node:http';
  interface ExpressApp {
    use(path: string, handler: unknown): void;
    listen(port: number, host: string, onListening: () => void): Server;
  }
  const express: { (): ExpressApp; static(folder: string): unknown };
  export default express;
}
declare module 'express-pouchdb' {
  const expressPouchdb: (database: unknown, options: object) => unknown;
  export default expressPouchdb;
}
declare module 'rxdb/plugins/core' {
  export interface RxDocument<T> {
    toJSON(): T;
  }
  export interface RxCollection<T> {
    bulkInsert(documents: readonly T[]): Promise<unknown>;
    find(): { exec(): Promise<readonly RxDocument<T>[]> };
  }
  export interface RxDatabase {
    addCollections<T>(collections: { [K in keyof T]: { schema: object } }): Promise<T>;
    remove(): Promise<unknown>;
  }
  export function createRxDatabase(options: {
    name: string;
    storage: unknown;
    multiInstance: boolean;
  }): Promise<RxDatabase>;
}
declare module 'rxdb/plugins/replication' {
  import type { RxCollection } from 'rxdb/plugins/core';
  export function replicateRxCollection<T, C>(options: {
    collection: RxCollection<T>;
    replicationIdentifier: string;
    live: boolean;
    waitForLeadership: boolean;
    push?: {
      batchSize: number;
      handler(rows: readonly { newDocumentState: T }[]): Promise<readonly T[]>;
    };
    pull?: {
      batchSize: number;
      handler(checkpoint: C | undefined): Promise<{ documents: readonly T[]; checkpoint: C }>;
    };
  }): { awaitInitialReplication(): Promise<void>; cancel(): Promise<unknown> };
}
declare module 'rxdb/plugins/storage-dexie' {
  export function getRxStorageDexie(): unknown;
}
declare module '*/d3-array/dist/d3-array.mjs' {
  export function rollup<Row, Value, First, Second>(
    rows: readonly Row[],
    reduce: (rows: readonly Row[]) => Value,
    first: (row: Row) => First,
    second: (row: Row) => Second,
  ): ReadonlyMap<First, ReadonlyMap<Second, Value>>;
}
declare module '*/arquero/src/index.js' {
  interface Columns {
    groupby(...names: readonly string[]): Columns;
    count(): Columns;
    objects(): readonly { readonly item: number; readonly code: number; readonly count: number }[];
  }
  export function table(columns: Readonly<Record<string, Int32Array>>): Columns;
}
declare module '*/duckdb-browser.mjs' {
  interface Connection {
    insertArrowFromIPCStream(bytes: Uint8Array, options: { name: string }): Promise<void>;
    query(sql: string): Promise<{
      toArray(): readonly { readonly item: number; readonly code: number; readonly n: number }[];
    }>;
    close(): Promise<void>;
  }
  export class VoidLogger {
    log(entry: unknown): void;
  }
  export class AsyncDuckDB {
    constructor(logger: VoidLogger, worker: Worker);
    instantiate(wasm: string): Promise<void>;
    connect(): Promise<Connection>;
    terminate(): Promise<void>;
  }
}
declare module '*/apache-arrow/Arrow.dom.mjs' {
  export function tableFromArrays(columns: Readonly<Record<string, Int32Array>>): unknown;
  export function tableToIPC(table: unknown, type: 'stream'): Uint8Array;
}
declare module '*?url' {
  const url: string;
  export default url;
}
