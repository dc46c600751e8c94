import type { CentreTables, StoredEnvelope } from './centre-store.ts';

/** Where a centre's envelopes stand. Every method is called within a transaction over `tables`, with its rows. */
export interface Shelf {
  readonly tables: readonly string[];
  /** Those of the named envelopes that are here, by id. */
  find(rows: CentreTables, ids: readonly string[]): Promise<ReadonlyMap<string, StoredEnvelope>>;
  /** Envelopes that are not here yet, each id once. What was made here gets a row of its own each. */
  add(rows: CentreTables, newcomers: readonly StoredEnvelope[], isMadeHere: boolean): Promise<void>;
}

/** A row for each envelope, and no more than the answering page needs of it. */
export const rowShelf: Shelf = {
  tables: ['envelopes'],
  find: async ({ envelopes }, ids) => {
    const rows = await envelopes.getMany(ids);
    return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
  },
  add: ({ envelopes }, newcomers) => envelopes.addMany(newcomers),
};
