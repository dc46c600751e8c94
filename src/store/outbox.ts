import type { AsideRow, CentreDatabase, Lane, StoredEnvelope } from './centre-store.ts';

/** What waits to leave this device, by lane, and what no mailbox will take. */
export interface Outbox {
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
}

const lifeMeta = 'mailboxLife';

/** The outbox of one centre's database; `tell` says that something has changed. */
export function createOutbox(db: CentreDatabase, tell: () => void): Outbox {
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
    tell();
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
    tell();
  }

  return {
    setAside,
    offerAll,
    mailboxLife,
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
      tell();
    },
    acknowledge: async (ids) => {
      // Who listens sends again: telling of nothing would never end.
      if (ids.length === 0) return;
      await db.transaction('rw', [db.outbox, db.aside], async () => {
        await db.outbox.bulkDelete([...ids]);
        // What another mailbox had refused stands in this one: it is not "refused" any more.
        await db.aside.bulkDelete([...ids]);
      });
      tell();
    },
    asideRows: () => db.aside.toArray(),
    setLane: async (lane) => {
      await db.lanes.put(lane);
    },
    lane: (round) => db.lanes.get(round),
  };
}
