import type { CentreDatabase } from './centre-database.ts';
import type { StoredEnvelope } from './centre-store.ts';
import type { TeamShelf } from './team-shelf.ts';

/** What only a team's device does with what waits; the answering page has no need to load it. */
export interface TeamOutbox {
  /** The first that wait in a lane, in the order of their ids. */
  outbox(lane: string, limit: number): Promise<readonly StoredEnvelope[]>;
  /** What waits (but for the admin's) goes another way from now on: under the device's own token, or a round's. */
  moveToLane(lane: string, ids: readonly string[] | 'all'): Promise<void>;
  /** Takes envelopes back that were never shown to anyone: a join that was refused. */
  withdraw(ids: readonly string[]): Promise<void>;
  /** Another mailbox, or another life of the same: everything is offered again under the device's own token. */
  offerAll(): Promise<void>;
  /** Which mailbox's life this is, counted by `offerAll`: what was told in an earlier one must be told again. */
  mailboxLife(): Promise<number>;
}

const lifeMeta = 'mailboxLife';

/** The team's part of one centre's outbox; `tell` says that something has changed. */
export function createTeamOutbox(
  db: CentreDatabase,
  shelf: TeamShelf,
  tell: () => void,
): TeamOutbox {
  async function mailboxLife(): Promise<number> {
    const value = (await db.meta.get(lifeMeta))?.value;
    return typeof value === 'number' ? value : 0;
  }

  async function offerAll(): Promise<void> {
    await db.transaction('rw', [...shelf.tables, db.outbox, db.meta], async () => {
      await db.meta.put({ name: lifeMeta, value: (await mailboxLife()) + 1 });
      const envelopes = await shelf.all();
      const waiting = new Set(await db.outbox.toCollection().primaryKeys());
      // What waits in a round's lane keeps it: it can be delivered even by a device that was revoked.
      await db.outbox.bulkPut(
        envelopes
          .filter(({ id }) => !waiting.has(id))
          .map(({ id, kind }) => ({ id, lane: kind === 'purge' ? 'admin' : 'space' })),
      );
    });
    tell();
  }

  return {
    outbox: (lane, limit) =>
      db.transaction('r', [...shelf.tables, db.outbox], async () => {
        const ids = await db.outbox.where('lane').equals(lane).limit(limit).primaryKeys();
        const envelopes = await shelf.named(ids);
        return ids.flatMap((id) => envelopes.get(id) ?? []);
      }),
    offerAll,
    mailboxLife,
    moveToLane: (to, ids) =>
      db.transaction('rw', [db.outbox], async () => {
        const rows = ids === 'all' ? await db.outbox.toArray() : await db.outbox.bulkGet([...ids]);
        const known = rows.filter((row) => row !== undefined);
        const free = known.filter(({ lane }) => lane !== 'admin');
        await db.outbox.bulkPut(free.map((row) => ({ ...row, lane: to })));
      }),
    withdraw: async (ids) => {
      await db.transaction('rw', [...shelf.tables, db.outbox], async () => {
        await shelf.remove(ids);
        await db.outbox.bulkDelete([...ids]);
      });
      tell();
    },
  };
}
