import type { CentreDatabase } from './centre-database.ts';
import type { StoredEnvelope } from './centre-store.ts';
import { deleteRows, rowsById } from './many-rows.ts';
import { createPackIndex } from './pack-index.ts';
import type { Shelf } from './shelf.ts';

/**
 * A team device's shelf: rows for what was made here, and packs of what came from elsewhere (docs/adr/0010-packs.md).
 * It stands on Dexie, which knows by itself which transaction a call belongs to.
 */
export interface TeamShelf extends Shelf {
  named(ids: readonly string[]): Promise<ReadonlyMap<string, StoredEnvelope>>;
  ids(): Promise<readonly string[]>;
  all(): Promise<readonly StoredEnvelope[]>;
  /** Takes envelopes away; their neighbours in a pack stay. */
  remove(ids: readonly string[]): Promise<void>;
  /** Takes a round's envelopes away but for those in `keep`; gives the ids of those that went. */
  removeRound(round: string, keep: readonly string[]): Promise<readonly string[]>;
}

/** Fewer of one round at once than this are rows: a device that is always online would else pack them one by one. */
const smallestPack = 16;

export function createTeamShelf(db: CentreDatabase): TeamShelf {
  const index = createPackIndex(db);

  async function find(ids: readonly string[]): Promise<Map<string, StoredEnvelope>> {
    const found = await rowsById(db.envelopes, ids);
    await index.refresh();
    const wanted = new Set(ids.filter((id) => index.packOf(id) !== undefined));
    if (wanted.size === 0) return found;
    const keys = new Set([...wanted].map((id) => index.packOf(id) ?? 0));
    for (const pack of await db.packs.bulkGet([...keys])) {
      for (const envelope of pack?.envelopes ?? []) {
        if (wanted.has(envelope.id)) found.set(envelope.id, envelope);
      }
    }
    return found;
  }

  async function pack(round: string | null, some: readonly StoredEnvelope[]): Promise<void> {
    // By random id, as rows lie: within a pack the order says nothing of who came first.
    const envelopes = some.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const key = await db.packs.add({ round, envelopes });
    await db.packIds.add({ key, ids: envelopes.map(({ id }) => id) });
  }

  /** Packs are never rewritten, so that a key says for ever what it holds: what is to stay is put down anew. */
  async function unpack(
    keys: readonly number[],
    stays: (envelope: StoredEnvelope) => boolean,
  ): Promise<void> {
    const packs = await db.packs.bulkGet([...keys]);
    await db.packs.bulkDelete([...keys]);
    await db.packIds.bulkDelete([...keys]);
    for (const old of packs) await add(old?.envelopes.filter(stays) ?? [], false);
  }

  async function add(newcomers: readonly StoredEnvelope[], isMadeHere: boolean): Promise<void> {
    if (isMadeHere || newcomers.length < smallestPack) {
      await db.envelopes.bulkAdd(newcomers);
      return;
    }
    for (const [round, some] of Map.groupBy(newcomers, ({ round }) => round)) {
      if (some.length < smallestPack) await db.envelopes.bulkAdd(some);
      else await pack(round, some);
    }
  }

  return {
    tables: ['envelopes', 'packs', 'packIds'],
    find: (_rows, ids) => find(ids),
    named: find,
    add: (_rows, newcomers, isMadeHere) => add(newcomers, isMadeHere),
    ids: async () => {
      await index.refresh();
      return [...(await db.envelopes.toCollection().primaryKeys()), ...index.ids()];
    },
    all: async () => {
      const packs = await db.packs.toArray();
      return [...(await db.envelopes.toArray()), ...packs.flatMap(({ envelopes }) => envelopes)];
    },
    remove: async (ids) => {
      await index.refresh();
      const gone = new Set(ids);
      const packs = new Set(ids.flatMap((id) => index.packOf(id) ?? []));
      await deleteRows(db.envelopes, ids);
      if (packs.size > 0) await unpack([...packs], ({ id }) => !gone.has(id));
    },
    removeRound: async (round, keep) => {
      await index.refresh();
      const rows = await db.envelopes.where('round').equals(round).primaryKeys();
      const packs = await db.packs.where('round').equals(round).primaryKeys();
      const ids = [...rows, ...packs.flatMap((key) => index.idsIn(key))];
      const gone = ids.filter((id) => !keep.includes(id));
      await deleteRows(
        db.envelopes,
        rows.filter((id) => !keep.includes(id)),
      );
      if (packs.length > 0) await unpack(packs, ({ id }) => keep.includes(id));
      return gone;
    },
  };
}
