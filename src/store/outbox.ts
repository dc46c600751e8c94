import type { AsideRow, CentreTables, Lane, OutboxRow, StoredEnvelope } from './centre-store.ts';
import type { RowDatabase } from './row-database.ts';
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
  /** How many answers wait in a lane, each with its free texts; as good as known where some of one have gone already. */
  answersWaiting(lane: string): Promise<number>;
  /** The mailbox has them: forget that they wait. */
  acknowledge(ids: readonly string[]): Promise<void>;
  /** The mailbox will never take them: keep them aside with its reason. */
  setAside(refusals: readonly { id: string; reason: string }[]): Promise<void>;
  asideRows(): Promise<readonly AsideRow[]>;
  /** What the mailbox would not take any more (`closed`) is offered once again, under its round's token. */
  offerAside(): Promise<void>;

  /** Opens a way out, or moves it; what was counted there stays. Who knows of no origin takes none away. */
  setLane(lane: Lane): Promise<void>;
  /** Notes how a way out fares. Nobody is told: it changes no envelope. */
  noteLane(round: string, note: Pick<Lane, 'sentAt' | 'trouble'>): Promise<void>;
  lane(round: string): Promise<Lane | undefined>;
}

/** The outbox of one centre's database; `tell` says that something has changed. */
export function createOutbox(
  database: RowDatabase<CentreTables>,
  shelf: Shelf,
  tell: () => void,
): Outbox {
  const { outbox, aside, lanes } = database.rows;

  async function setAside(refusals: readonly { id: string; reason: string }[]): Promise<void> {
    const ids = refusals.map(({ id }) => id);
    await database.transaction('rw', [...shelf.tables, 'outbox', 'aside'], async (rows) => {
      const envelopes = await shelf.find(rows, ids);
      const waiting = await rows.outbox.getMany(ids);
      const refused = refusals.flatMap(({ id, reason }, at) => {
        const envelope = envelopes.get(id);
        return envelope === undefined ? [] : [{ id, reason, envelope, ...further(waiting[at]) }];
      });
      await rows.aside.putMany(refused);
      await rows.outbox.deleteMany(ids);
    });
    tell();
  }

  return {
    setAside,
    get: (ids) =>
      database.transaction('r', shelf.tables, async (rows) => {
        const envelopes = await shelf.find(rows, ids);
        return ids.flatMap((id) => envelopes.get(id) ?? []);
      }),
    outboxIds: (lane) => outbox.keysWhere('lane', lane),
    outboxLanes: () => outbox.valuesOf('lane'),
    outboxCount: (lane) => (lane === 'all' ? outbox.count() : outbox.countWhere('lane', lane)),
    answersWaiting: async (lane) => {
      const waiting = await outbox.allWhere('lane', lane);
      const answers = waiting.filter(({ isFurther }) => isFurther === undefined).length;
      return Math.max(answers, Math.min(waiting.length, 1));
    },
    acknowledge: async (ids) => {
      // Who listens sends again: telling of nothing would never end.
      if (ids.length === 0) return;
      await database.transaction('rw', ['outbox', 'aside'], async (rows) => {
        await rows.outbox.deleteMany(ids);
        // What another mailbox had refused stands in this one: it is not "refused" any more.
        await rows.aside.deleteMany(ids);
      });
      tell();
    },
    asideRows: () => aside.all(),
    offerAside: async () => {
      const moved = await database.transaction('rw', ['outbox', 'aside'], async (rows) => {
        const closed = (await rows.aside.all()).filter(({ reason }) => reason === 'closed');
        await rows.outbox.putMany(
          closed.map((row) => ({
            id: row.id,
            lane: String(row.envelope.round),
            ...further(row),
          })),
        );
        await rows.aside.deleteMany(closed.map(({ id }) => id));
        return closed.length;
      });
      if (moved > 0) tell();
    },
    setLane: (lane) =>
      database.transaction('rw', ['lanes'], async (rows) => {
        const { token } = lane;
        const known = await rows.lanes.get(lane.round);
        // What is counted there stays, and so does a kiosk's id.
        const origin = lane.origin ?? known?.origin ?? null;
        await rows.lanes.put({ ...lane, ...known, origin, token });
      }),
    noteLane: (round, note) =>
      database.transaction('rw', ['lanes'], async (rows) => {
        const lane = await rows.lanes.get(round);
        if (lane !== undefined) await rows.lanes.put({ ...lane, ...note });
      }),
    lane: (round) => lanes.get(round),
  };
}

/** What a row keeps of being one more envelope of an answer. */
function further(row: Pick<OutboxRow, 'isFurther'> | undefined): Pick<OutboxRow, 'isFurther'> {
  return row?.isFurther === undefined ? {} : { isFurther: row.isFurther };
}
