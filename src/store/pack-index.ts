import type { CentreDatabase } from './centre-database.ts';

/** Which pack holds an id: in memory, since an index on disk would cost as much as the rows that packs save. */
export interface PackIndex {
  /**
   * Learns of packs that came and went, by whichever page. Call within a transaction over `packIds`, before that
   * transaction writes: what is read then is what was committed, and stays true should it abort.
   */
  refresh(): Promise<void>;
  /** The key of the pack that holds an id. */
  packOf(id: string): number | undefined;
  idsIn(key: number): readonly string[];
  ids(): readonly string[];
}

export function createPackIndex(db: CentreDatabase): PackIndex {
  const idsByPack = new Map<number, readonly string[]>();
  const packById = new Map<string, number>();

  function forget(key: number): void {
    for (const id of idsByPack.get(key) ?? []) {
      // It may stand in another pack by now: what is left of a pack is packed anew.
      if (packById.get(id) === key) packById.delete(id);
    }
    idsByPack.delete(key);
  }

  return {
    refresh: async () => {
      // Packs never change and their keys never come again: the keys alone tell what is new and what is gone.
      const keys = new Set(await db.packIds.toCollection().primaryKeys());
      for (const key of idsByPack.keys()) if (!keys.has(key)) forget(key);
      const firstNew = [...keys].find((key) => !idsByPack.has(key));
      if (firstNew === undefined) return;
      for (const { key, ids } of await db.packIds.where(':id').aboveOrEqual(firstNew).toArray()) {
        idsByPack.set(key, ids);
        for (const id of ids) packById.set(id, key);
      }
    },
    packOf: (id) => packById.get(id),
    idsIn: (key) => idsByPack.get(key) ?? [],
    ids: () => [...packById.keys()],
  };
}
