import type { Collection } from 'dexie';
import type { AsideRow, CentreDatabase, Lane, OutboxRow, StoredEnvelope } from './centre-store.ts';
import type { Shelf } from './shelf.ts';

/** What waits to leave this device, by lane, and what no mailbox will take. */
export interface Outbox {
  /** The ids of all that waits in a lane, in their order. */
  outboxIds(lane: string): Promise<readonly string[]>;
  /** Those of the named envelopes that are here, in the order of their names. */
  get(ids: readonly string[]): Promise<readonly StoredEnvelope[]>;
  outboxLanes(): Promise<readonly string[]>;
  /** How many wait: in all lanes, or in one. */
  outboxCount(lane: string): Promise<number>;
  /** The mailbox has them: forget that they wait. */
  acknowledge(ids: readonly string[]): Promise<void>;
  /** The mailbox will never take them: keep them aside with its reason. */
  setAside(refusals: readonly { id: string; reason: string }[]): Promise<void>;
  asideRows(): Promise<readonly AsideRow[]>;
  /** What the mailbox would not take any more (`closed`) is offered once again, under its round's token. */
  offerAside(): Promise<void>;

  /** Opens a way out, or moves it; what was counted there stays. */
  setLane(lane: Lane): Promise<void>;
  /** Notes how a way out fares. Nobody is told: it changes no envelope. */
  noteLane(round: string, note: Pick<Lane, 'sentAt' | 'trouble'>): Promise<void>;
  lane(round: string): Promise<Lane | undefined>;
}

/** The outbox of one centre's database; `tell` says that something has changed. */
export function createOutbox(db: CentreDatabase, shelf: Shelf, tell: () => void): Outbox {
  async function setAside(refusals: readonly { id: string; reason: string }[]): Promise<void> {
    await db.transaction('rw', [...shelf.tables, db.outbox, db.aside], async () => {
      const envelopes = await shelf.find(refusals.map(({ id }) => id));
      const rows = refusals.flatMap(({ id, reason }) => {
        const envelope = envelopes.get(id);
        return envelope === undefined ? [] : [{ id, reason, envelope }];
      });
      await db.aside.bulkPut(rows);
      await db.outbox.bulkDelete(refusals.map(({ id }) => id));
    });
    tell();
  }

  const waiting = (lane: string): Collection<OutboxRow, string> =>
    db.outbox.where('lane').equals(lane);

  const get = (ids: readonly string[]): Promise<readonly StoredEnvelope[]> =>
    db.transaction('r', [...shelf.tables], async () => {
      const envelopes = await shelf.find(ids);
      return ids.flatMap((id) => envelopes.get(id) ?? []);
    });

  return {
    setAside,
    get,
    outboxIds: (lane) => waiting(lane).primaryKeys(),
    outboxLanes: async () => (await db.outbox.orderBy('lane').uniqueKeys()).map(String),
    outboxCount: (lane) => (lane === 'all' ? db.outbox.count() : waiting(lane).count()),
    acknowledge: async (ids) => {
      // Who listens sends again: telling of nothing would never end.
      if (ids.length === 0) return;
      await db.transaction('rw', [db.outbox, db.aside], async () => {
        await shelf.drop(db.outbox, ids);
        // What another mailbox had refused stands in this one: it is not "refused" any more.
        await shelf.drop(db.aside, ids);
      });
      tell();
    },
    asideRows: () => db.aside.toArray(),
    offerAside: async () => {
      const moved = await db.transaction('rw', [db.outbox, db.aside], async () => {
        const rows = await db.aside.filter(({ reason }) => reason === 'closed').toArray();
        await db.outbox.bulkPut(
          rows.map(({ id, envelope }) => ({ id, lane: String(envelope.round) })),
        );
        await db.aside.bulkDelete(rows.map(({ id }) => id));
        return rows.length;
      });
      if (moved > 0) tell();
    },
    setLane: async (lane) => {
      // What is counted there stays, and so does a kiosk's id.
      await db.lanes.put({
        ...lane,
        ...(await db.lanes.get(lane.round)),
        origin: lane.origin,
        token: lane.token,
      });
    },
    noteLane: async (round, note) => {
      await db.lanes.update(round, note);
    },
    lane: (round) => db.lanes.get(round),
  };
}
