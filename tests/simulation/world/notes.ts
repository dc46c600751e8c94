import type { StoredEnvelope } from '#store/centre-store.ts';

export const origin = 'https://mailbox.example';

/** What the people of a world know: what they wrote, and what they were told of it. The oracle compares. */
export interface Notes {
  /** Somebody tapped; from now on it may be on that disk. */
  readonly offered: (machine: string, envelopes: readonly StoredEnvelope[]) => void;
  /** The app has said "saved", or "thank you". */
  readonly thanked: (machine: string, envelopes: readonly StoredEnvelope[]) => void;
  readonly made: ReadonlyMap<string, Made>;
  /** Rounds whose purge somebody has tapped. */
  readonly purged: Set<string>;
  /** Envelopes of a broken app, which no mailbox takes. */
  readonly spoiled: Set<string>;
  /** What a mailbox had whose operator went back to last week's copy, or to none. */
  readonly lostByOperator: Set<string>;
}

export interface Made {
  readonly envelope: StoredEnvelope;
  readonly machine: string;
  isThanked: boolean;
}

export function createNotes(): Notes {
  const made = new Map<string, Made>();
  return {
    made,
    offered: (machine, envelopes) => {
      for (const envelope of envelopes) {
        made.set(envelope.id, { envelope, machine, isThanked: false });
      }
    },
    thanked: (_machine, envelopes) => {
      for (const { id } of envelopes) {
        const one = made.get(id);
        if (one !== undefined) one.isThanked = true;
      }
    },
    purged: new Set(),
    spoiled: new Set(),
    lostByOperator: new Set(),
  };
}
