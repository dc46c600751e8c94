import { Dexie } from 'dexie';
import {
  CentreDatabase,
  centreDatabaseName,
  databaseOptions,
  type AsideRow,
  type Block,
  type Lane,
  type OutboxRow,
  type StorageFactory,
  type StoredEnvelope,
  type UnreadLine,
} from './centre-store.ts';
import { createChangeChannel } from './change-channel.ts';

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
export interface Store {
  /**
   * Takes envelopes in, local and remote alike, in one transaction with the outbox. Resolves when they are
   * durably on disk. Rejects when the disk refuses (QuotaExceededError and the like); nothing is half done then.
   */
  append(envelopes: readonly StoredEnvelope[], origin: Origin): Promise<Appended>;
  allIds(): Promise<readonly string[]>;
  get(ids: readonly string[]): Promise<readonly StoredEnvelope[]>;
  all(): Promise<readonly StoredEnvelope[]>;

  outbox(lane: string, limit: number): Promise<readonly StoredEnvelope[]>;
  outboxLanes(): Promise<readonly string[]>;
  /** How many wait: in all lanes, or in one. */
  outboxCount(lane: string): Promise<number>;
  /** What waits in rounds' lanes goes under the device's own token from now on. */
  moveToSpaceLane(ids: readonly string[] | 'all'): Promise<void>;
  /** Takes envelopes back that were never shown to anyone: a join that was refused. */
  withdraw(ids: readonly string[]): Promise<void>;
  /** The mailbox has them: forget that they wait. */
  acknowledge(ids: readonly string[]): Promise<void>;
  /** The mailbox will never take them: keep them aside with its reason. */
  setAside(refusals: readonly { id: string; reason: string }[]): Promise<void>;
  asideRows(): Promise<readonly AsideRow[]>;
  /** Another mailbox, or another life of the same: everything is offered again under the device's own token. */
  offerAll(): Promise<void>;
  /** Which mailbox's life this is, counted by `offerAll`: what was told in an earlier one must be told again. */
  mailboxLife(): Promise<number>;

  setLane(lane: Lane): Promise<void>;
  lane(round: string): Promise<Lane | undefined>;

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

const lifeMeta = 'mailboxLife';

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

  async function setAside(refusals: readonly { id: string; reason: string }[]): Promise<void> {
    await db.transaction('rw', [db.envelopes, db.outbox, db.aside], async () => {
      const envelopes = await db.envelopes.bulkGet(refusals.map(({ id }) => id));
      const rows = refusals.flatMap(({ id, reason }, at) => {
        const envelope = envelopes[at];
        return envelope === undefined ? [] : [{ id, reason, envelope }];
      });
      await db.aside.bulkPut(rows);
      await db.outbox.bulkDelete(refusals.map(({ id }) => id));
    });
    channel.tell();
  }

  async function mailboxLife(): Promise<number> {
    const value = (await db.meta.get(lifeMeta))?.value;
    return typeof value === 'number' ? value : 0;
  }

  async function offerAll(): Promise<void> {
    await db.transaction('rw', [db.envelopes, db.outbox, db.meta], async () => {
      await db.meta.put({ name: lifeMeta, value: (await mailboxLife()) + 1 });
      const rows = await db.envelopes.toArray();
      const waiting = new Set(await db.outbox.toCollection().primaryKeys());
      // What waits in a round's lane keeps it: it can be delivered even by a device that was revoked.
      await db.outbox.bulkPut(
        rows
          .filter(({ id }) => !waiting.has(id))
          .map(({ id, kind }) => ({ id, lane: kind === 'purge' ? 'admin' : 'space' })),
      );
    });
    channel.tell();
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
    append,
    setAside,
    offerAll,
    mailboxLife,
    purge,
    allIds: () => db.envelopes.toCollection().primaryKeys(),
    all: () => db.envelopes.toArray(),
    get: async (ids) => {
      const rows = await db.envelopes.bulkGet([...ids]);
      return rows.filter((row) => row !== undefined);
    },
    outbox: async (lane, limit) => {
      const rows = await db.outbox.where('lane').equals(lane).limit(limit).primaryKeys();
      const envelopes = await db.envelopes.bulkGet(rows);
      return envelopes.filter((row) => row !== undefined);
    },
    outboxLanes: async () => (await db.outbox.orderBy('lane').uniqueKeys()).map(String),
    outboxCount: (lane) =>
      lane === 'all' ? db.outbox.count() : db.outbox.where('lane').equals(lane).count(),
    moveToSpaceLane: (ids) =>
      db.transaction('rw', [db.outbox], async () => {
        const rows = ids === 'all' ? await db.outbox.toArray() : await db.outbox.bulkGet([...ids]);
        const known = rows.filter((row) => row !== undefined);
        const answers = known.filter(({ lane }) => lane !== 'admin');
        await db.outbox.bulkPut(answers.map(({ id }) => ({ id, lane: 'space' })));
      }),
    withdraw: async (ids) => {
      await db.transaction('rw', [db.envelopes, db.outbox], async () => {
        await db.envelopes.bulkDelete([...ids]);
        await db.outbox.bulkDelete([...ids]);
      });
      channel.tell();
    },
    acknowledge: async (ids) => {
      // Who listens sends again: telling of nothing would never end.
      if (ids.length === 0) return;
      await db.transaction('rw', [db.outbox, db.aside], async () => {
        await db.outbox.bulkDelete([...ids]);
        // What another mailbox had refused stands in this one: it is not "refused" any more.
        await db.aside.bulkDelete([...ids]);
      });
      channel.tell();
    },
    asideRows: () => db.aside.toArray(),
    setLane: async (lane) => {
      await db.lanes.put(lane);
    },
    lane: (round) => db.lanes.get(round),
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
