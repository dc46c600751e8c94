import { signal, type ReadonlySignal } from '@preact/signals';
import type { StoredEnvelope } from '#store/centre-store.ts';
import type { CentreSession } from './centre-session.ts';

/** What was collected in one round on this very device, and how far it has come. */
export interface RoundCollected {
  readonly round: string;
  /** Hand-ins ever collected here. */
  readonly collected: number;
  /** Envelopes that wait to be sent. */
  readonly waiting: number;
  /** Envelopes that the mailbox will not take, by its reason. */
  readonly refused: readonly { readonly reason: string; readonly count: number }[];
  /** When everything that was offered was last taken (ISO), and what stood in the way the last time that it was not. */
  readonly sentAt: string | null;
  readonly trouble: string | null;
}

/** What this device holds that is not in the mailbox. */
export interface Collected {
  readonly rounds: readonly RoundCollected[];
  /** Envelopes of the team's own that wait: edits, steps, keys. */
  readonly ownWaiting: number;
  readonly ownRefused: number;
}

/** Follows what lies on this device, for as long as somebody looks. */
export interface CollectedWatch {
  /** Undefined until it has been counted. */
  readonly collected: ReadonlySignal<Collected | undefined>;
  /** Counts now and after every change; returns the way to stop. */
  watch(): () => void;
  refresh(): Promise<void>;
}

export function createCollectedWatch(
  session: CentreSession,
  roundIds: () => readonly string[],
): CollectedWatch {
  const { store } = session;
  const collected = signal<Collected | undefined>(undefined);

  async function count(): Promise<Collected> {
    const [own, aside] = await Promise.all([
      store.outbox('space', Number.POSITIVE_INFINITY),
      store.asideRows(),
    ]);
    const refused = Map.groupBy(aside, ({ envelope }) => answerRound(envelope) ?? '');
    const ownAnswers = Map.groupBy(own, (envelope) => answerRound(envelope) ?? '');
    const lanes = (await store.outboxLanes()).filter(
      (name) => name !== 'space' && name !== 'admin',
    );
    const ids = new Set([...roundIds(), ...lanes, ...refused.keys(), ...ownAnswers.keys()]);
    ids.delete('');
    const rounds = [...ids].map(async (round): Promise<RoundCollected | null> => {
      const lane = await store.lane(round);
      const waiting = (await store.outboxCount(round)) + (ownAnswers.get(round)?.length ?? 0);
      const reasons = Map.groupBy(refused.get(round) ?? [], ({ reason }) => reason);
      const handIns = lane?.collected ?? 0;
      if (handIns === 0 && waiting === 0 && reasons.size === 0) return null;
      return {
        round,
        collected: handIns,
        waiting,
        refused: [...reasons].map(([reason, rows]) => ({ reason, count: rows.length })),
        sentAt: lane?.sentAt ?? null,
        trouble: lane?.trouble ?? null,
      };
    });
    return {
      rounds: (await Promise.all(rounds)).filter((one) => one !== null),
      ownWaiting: (ownAnswers.get('')?.length ?? 0) + (await store.outboxCount('admin')),
      ownRefused: refused.get('')?.length ?? 0,
    };
  }

  // Many changes while it counts are one more count.
  let counting: Promise<void> | undefined;
  let again = false;
  function refresh(): Promise<void> {
    again = true;
    counting ??= (async () => {
      while (again) {
        again = false;
        collected.value = await count();
      }
    })().finally(() => {
      counting = undefined;
    });
    return counting;
  }

  return {
    collected,
    refresh,
    watch: () => {
      const look = (): void => void refresh().catch(() => undefined);
      look();
      return store.observe(look);
    },
  };
}

/** The unsent as envelopes: what waits in every lane, and what was refused. */
export async function unsentEnvelopes({
  store,
}: Pick<CentreSession, 'store'>): Promise<readonly StoredEnvelope[]> {
  const lanes = await store.outboxLanes();
  const waiting = await Promise.all(
    lanes.map((lane) => store.outbox(lane, Number.POSITIVE_INFINITY)),
  );
  const aside = (await store.asideRows()).map(({ envelope }) => envelope);
  return [...waiting.flat(), ...aside];
}

/** Also of rounds whose key is not here: who collects need not be able to read. */
function answerRound({ kind, round }: StoredEnvelope): string | null {
  return kind === 'answer' ? round : null;
}
