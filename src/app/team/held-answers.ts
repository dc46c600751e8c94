import type { StoredEnvelope } from '#store/centre-store.ts';
import type { Store } from '#store/store.ts';
import type { Alone } from '#sync/deliver-answers.ts';

/** Sealed hand-ins that still can be taken back, and how many were entered on this device today. */
interface PaperNotes {
  readonly held: readonly Held[];
  /** YYYY-MM-DD */
  readonly day: string;
  /** By round. Only today's are kept. */
  readonly counts: Readonly<Record<string, number>>;
}

interface Held {
  readonly id: string;
  readonly round: string;
  readonly envelopes: readonly StoredEnvelope[];
}

/**
 * Hand-ins between their sealing and the outbox: on disk at once, so that nothing is lost when the page goes away, yet
 * not among the records that never change.
 */
export interface HeldAnswers {
  hold(held: Held, today: string): Promise<void>;
  /** False where it has gone its way already: another page of this device may have sent it on. */
  takeBack(id: string, today: string): Promise<boolean>;
  /** Sends everything that is held on its way; `openLane` makes the round's way out ready. */
  release(openLane: (round: string) => Promise<void>): Promise<void>;
  counts(today: string): Promise<Readonly<Record<string, number>>>;
}

const notesMeta = 'paper';

function notesOf(value: unknown, today: string): PaperNotes {
  const none = { held: [], day: today, counts: {} };
  if (typeof value !== 'object' || value === null || !('held' in value)) return none;
  const notes = value as PaperNotes; // Written here and nowhere else.
  return notes.day === today ? notes : { ...notes, day: today, counts: {} };
}

function counted({ counts }: PaperNotes, round: string, step: number): PaperNotes['counts'] {
  return { ...counts, [round]: Math.max(0, (counts[round] ?? 0) + step) };
}

export function createHeldAnswers(
  store: Pick<Store, 'append' | 'meta' | 'updateMeta'>,
  alone: Alone,
  lock: string,
): HeldAnswers {
  const change = (today: string, next: (notes: PaperNotes) => Partial<PaperNotes>): Promise<void> =>
    store.updateMeta(notesMeta, (value) => {
      const notes = notesOf(value, today);
      return { ...notes, ...next(notes) };
    });

  return {
    hold: (held, today) =>
      change(today, (notes) => ({
        held: [...notes.held, held],
        counts: counted(notes, held.round, 1),
      })),
    takeBack: async (id, today) => {
      // Under the lock: what another page is sending on just now is not held any more.
      const taken = await alone(lock, async () => {
        let found = false;
        await change(today, (notes) => {
          const mine = notes.held.find((held) => held.id === id);
          found = mine !== undefined;
          if (mine === undefined) return {};
          const held = notes.held.filter((other) => other !== mine);
          return { held, counts: counted(notes, mine.round, -1) };
        });
        return found;
      });
      return taken ?? false;
    },
    release: async (openLane) => {
      await alone(lock, async () => {
        const value = await store.meta(notesMeta);
        const { held } = notesOf(value, '');
        for (const { round, envelopes } of held) {
          await openLane(round);
          await store.append(envelopes, { from: 'here', lane: round });
        }
        if (held.length === 0) return;
        const gone = new Set(held.map(({ id }) => id));
        await store.updateMeta(notesMeta, (now) => {
          const notes = now as PaperNotes; // There were some a moment ago, and nobody removes the whole.
          return { ...notes, held: notes.held.filter(({ id }) => !gone.has(id)) };
        });
      });
    },
    counts: async (today) => notesOf(await store.meta(notesMeta), today).counts,
  };
}
