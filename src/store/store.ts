import { Dexie } from 'dexie';
import {
  CentreDatabase,
  centreDatabaseName,
  databaseOptions,
  type AsideRow,
  type Block,
  type OutboxRow,
  type StorageFactory,
  type StoredEnvelope,
  type UnreadLine,
} from './centre-store.ts';
import { createChangeChannel } from './change-channel.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** What `append` did, by envelope id. */
export interface Appended {
  readonly added: readonly string[];
  readonly known: readonly string[];
  /** Same id, another body: the newcomer is kept aside. */
  readonly conflicts: readonly string[];
  /** Belongs to a round that was purged: not taken in. */
  readonly refused: readonly string[];
}

/** Where new envelopes come from decides whether they go out again. */
export type Origin =
  | { readonly from: 'here'; readonly lane: string }
  | { readonly from: 'elsewhere' };

/** The one door to a centre's data on this device. */
export interface Store extends Outbox {
  /**
   * Takes envelopes in, local and remote alike, in one transaction with the outbox. Resolves when they are
   * durably on disk. Rejects when the disk refuses (QuotaExceededError and the like); nothing is half done then.
   */
  append(envelopes: readonly StoredEnvelope[], origin: Origin): Promise<Appended>;
  allIds(): Promise<readonly string[]>;
  get(ids: readonly string[]): Promise<readonly StoredEnvelope[]>;
  all(): Promise<readonly StoredEnvelope[]>;

  /** Keeps each line once, however often its file is taken in. */
  keepUnreadLines(lines: readonly UnreadLine[]): Promise<void>;
  unreadLines(): Promise<readonly UnreadLine[]>;

  blocks(): Promise<readonly Block[]>;
  /** Replaces the named blocks by one, in one transaction; gives the new one's key. */
  replaceBlocks(old: readonly number[], block: Block): Promise<number>;
  dropBlocks(keys: readonly number[]): Promise<void>;

  /** Takes a round's rows off this device for good and remembers it; `keep` names envelopes that stay. */
  purge(round: string, keep: readonly string[]): Promise<void>;
  purgedRounds(): Promise<readonly string[]>;

  meta(name: string): Promise<unknown>;
  /** Reads, changes and writes a value in one transaction, so that two pages never write over each other. */
  updateMeta(name: string, change: (value: unknown) => unknown): Promise<void>;
  setMeta(name: string, value: unknown): Promise<void>;

  /** Calls back after every change, also one made by another page of this device. Returns the way to stop. */
  observe(onChange: () => void): () => void;
  close(): void;
}

/** Opens (or makes) a centre's store on this device. */
export function createStore(space: string, factory: StorageFactory = {}): Store {
  const db = new CentreDatabase(space, factory);
  const channel = createChangeChannel(factory, centreDatabaseName(space));

  async function append(envelopes: readonly StoredEnvelope[], origin: Origin): Promise<Appended> {
    const result = await db.transaction(
      'rw',
      [db.envelopes, db.outbox, db.aside, db.purged],
      async () => {
        const purged = new Set(await db.purged.toCollection().primaryKeys());
        const here = await db.envelopes.bulkGet(envelopes.map((envelope) => envelope.id));
        const byId = new Map(here.filter((row) => row !== undefined).map((row) => [row.id, row]));
        const added: string[] = [];
        const known: string[] = [];
        const conflicts: string[] = [];
        const refused: string[] = [];
        const newcomers: StoredEnvelope[] = [];
        const aside: AsideRow[] = [];
        for (const envelope of envelopes) {
          const same = byId.get(envelope.id);
          const { round } = envelope;
          if (round !== null && purged.has(round) && envelope.kind !== 'purge') {
            refused.push(envelope.id);
          } else if (same === undefined) {
            byId.set(envelope.id, envelope);
            newcomers.push(envelope);
            added.push(envelope.id);
          } else if (isSame(same, envelope)) {
            known.push(envelope.id);
          } else {
            // The first one stays in its place under the id; the other is kept whole beside it.
            const id = `${envelope.id}!${envelope.sealed.slice(-22)}`;
            aside.push({ id, reason: 'conflict', envelope });
            conflicts.push(envelope.id);
          }
        }
        await db.envelopes.bulkAdd(newcomers);
        await db.aside.bulkPut(aside);
        if (origin.from === 'here') {
          const rows: OutboxRow[] = newcomers.map(({ id }) => ({ id, lane: origin.lane }));
          await db.outbox.bulkPut(rows);
        }
        return { added, known, conflicts, refused };
      },
    );
    if (result.added.length > 0 || result.conflicts.length > 0) channel.tell();
    return result;
  }

  async function purge(round: string, keep: readonly string[]): Promise<void> {
    await db.transaction(
      'rw',
      [db.envelopes, db.outbox, db.lanes, db.aside, db.blocks, db.purged],
      async () => {
        const ids = await db.envelopes.where('round').equals(round).primaryKeys();
        const gone = ids.filter((id) => !keep.includes(id));
        await db.envelopes.bulkDelete(gone);
        await db.outbox.bulkDelete(gone);
        await db.aside.filter((row) => row.envelope.round === round).delete();
        await db.blocks.where('round').equals(round).delete();
        await db.lanes.delete(round);
        await db.purged.put({ round });
      },
    );
    channel.tell();
  }

  return {
    ...createOutbox(db, channel.tell),
    append,
    purge,
    allIds: () => db.envelopes.toCollection().primaryKeys(),
    all: () => db.envelopes.toArray(),
    get: async (ids) => {
      const rows = await db.envelopes.bulkGet([...ids]);
      return rows.filter((row) => row !== undefined);
    },
    keepUnreadLines: async (lines) => {
      await db.transaction('rw', [db.unreadLines], async () => {
        // The same file taken in twice says nothing new.
        const texts = new Set((await db.unreadLines.toArray()).map(({ text }) => text));
        for (const { reason, text } of lines) {
          if (texts.has(text)) continue;
          texts.add(text);
          await db.unreadLines.add({ reason, text });
        }
      });
      channel.tell();
    },
    unreadLines: () => db.unreadLines.toArray(),
    blocks: () => db.blocks.toArray(),
    replaceBlocks: (old, block) =>
      db.transaction('rw', [db.blocks], async () => {
        await db.blocks.bulkDelete([...old]);
        return db.blocks.add(block);
      }),
    dropBlocks: (keys) => db.blocks.bulkDelete([...keys]),
    purgedRounds: () => db.purged.toCollection().primaryKeys(),
    meta: async (name) => (await db.meta.get(name))?.value,
    updateMeta: (name, change) =>
      db.transaction('rw', [db.meta], async () => {
        const value = change((await db.meta.get(name))?.value);
        await db.meta.put({ name, value });
      }),
    setMeta: async (name, value) => {
      await db.meta.put({ name, value });
    },
    observe: (onChange) => channel.listen(onChange),
    close: () => {
      channel.close();
      db.close();
    },
  };
}

/** Takes a centre's database off this device for good. */
export async function deleteStore(space: string, factory: StorageFactory = {}): Promise<void> {
  const db = new Dexie(centreDatabaseName(space), databaseOptions(factory));
  await db.delete();
}

function isSame(a: StoredEnvelope, b: StoredEnvelope): boolean {
  return a.kind === b.kind && a.key === b.key && a.round === b.round && a.sealed === b.sealed;
}
