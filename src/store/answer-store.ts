import { openBareDatabase } from './bare-database.ts';
import {
  centreDatabaseName,
  centreLayouts,
  type AsideRow,
  type CentreTables,
  type OutboxRow,
  type StorageFactory,
  type StoredEnvelope,
} from './centre-store.ts';
import { createChangeChannel, type ChangeChannel } from './change-channel.ts';
import { onceMoreIfLost } from './lost-connection.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { RowDatabase } from './row-database.ts';
import { rowShelf, type Shelf } from './shelf.ts';

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

/** As much of a centre's store as the answering page needs: the one door in, what waits, and the ways out. */
export interface AnswerStore extends Outbox {
  /**
   * Takes envelopes in, local and remote alike, in one transaction with the outbox. Resolves when they are
   * durably on disk. Rejects when the disk refuses (QuotaExceededError and the like); nothing is half done then.
   */
  append(envelopes: readonly StoredEnvelope[], origin: Origin): Promise<Appended>;

  /** Calls back after every change, also one made by another page of this device. Returns the way to stop. */
  observe(onChange: () => void): () => void;
  close(): void;
}

/** Opens (or makes) a centre's store on this device, as the answering page does. */
export function createAnswerStore(space: string, factory: StorageFactory = {}): AnswerStore {
  const name = centreDatabaseName(space);
  const database = openBareDatabase<CentreTables>(name, centreLayouts, factory);
  return answerStoreOn(database, rowShelf, createChangeChannel(factory, name));
}

/** The answering page's store on whichever database: the team's store is built on it, too. */
export function answerStoreOn(
  database: RowDatabase<CentreTables>,
  shelf: Shelf,
  channel: ChangeChannel,
): AnswerStore {
  async function append(envelopes: readonly StoredEnvelope[], origin: Origin): Promise<Appended> {
    const result = await onceMoreIfLost(() =>
      database.transaction(
        'rw',
        [...shelf.tables, 'outbox', 'aside', 'purged', 'lanes'],
        async (rows) => {
          const purged = new Set(await rows.purged.keys());
          const ids = envelopes.map(({ id }) => id);
          const byId = new Map(await shelf.find(rows, ids));
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
          const isMadeHere = origin.from === 'here';
          await shelf.add(rows, newcomers, isMadeHere);
          if (aside.length > 0) await rows.aside.putMany(aside);
          if (isMadeHere) {
            const { lane: way } = origin;
            // What waits in its round's own lane is one person's answer with its free texts.
            const waiting = newcomers.map(({ id, round }, at): OutboxRow =>
              at > 0 && round === way ? { id, lane: way, isFurther: true } : { id, lane: way },
            );
            await rows.outbox.putMany(waiting);
            const lane = added.length > 0 && (await rows.lanes.get(origin.lane));
            if (lane) await rows.lanes.put({ ...lane, collected: (lane.collected ?? 0) + 1 });
          }
          return { added, known, conflicts, refused };
        },
      ),
    );
    if (result.added.length > 0 || result.conflicts.length > 0) channel.tell();
    return result;
  }

  return {
    ...createOutbox(database, shelf, channel.tell),
    append,
    observe: channel.listen,
    close: () => {
      channel.close();
      database.close();
    },
  };
}

function isSame(a: StoredEnvelope, b: StoredEnvelope): boolean {
  return a.kind === b.kind && a.key === b.key && a.round === b.round && a.sealed === b.sealed;
}
