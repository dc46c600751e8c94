import type { Table } from 'dexie';
import type { CentreDatabase, StoredEnvelope } from './centre-store.ts';

/** Where a centre's envelopes stand. Every method is called within a transaction over `tables`. */
export interface Shelf {
  readonly tables: readonly Table[];
  /** Those of the named envelopes that are here, by id. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, StoredEnvelope>>;
  /** Envelopes that are not here yet, each id once. What was made here gets a row of its own each. */
  add(newcomers: readonly StoredEnvelope[], isMadeHere: boolean): Promise<void>;
  /** Takes rows of the outbox or of what lies aside away, where they are. */
  drop(table: Table<{ readonly id: string }, string>, ids: readonly string[]): Promise<void>;
}

/** A row for each envelope, and no more than the answering page needs of it. */
export function createRowShelf(db: CentreDatabase): Shelf {
  return {
    tables: [db.envelopes],
    find: async (ids) => {
      const rows = await db.envelopes.bulkGet([...ids]);
      return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
    },
    add: async (newcomers) => {
      await db.envelopes.bulkAdd(newcomers);
    },
    drop: (table, ids) => table.bulkDelete([...ids]),
  };
}
