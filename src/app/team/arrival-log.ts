import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { aeadOpen, aeadSeal } from '#crypto/aead.ts';
import { textOf, utf8, type Bytes } from '#crypto/bytes.ts';
import { dayOf } from '#i18n/local-day.ts';
import { addArrivals, type Arrival } from '#projections/arrivals.ts';
import { createAlone } from '#sync/deliver-answers.ts';
import type { CentreSession } from './centre-session.ts';
import { takesLateUntil } from './late-intake.ts';
import type { SyncState } from './team-app.ts';
import type { TeamDeps } from './team-deps.ts';
import { roundViews } from '#projections/round-views.ts';

/**
 * Notes in which hour answers reached this device, so that a burst can be found. Sealed under the device's own key,
 * without content, and for rounds that still take answers only. The team's own round is noted by days: an hour would
 * tell whose answer it is.
 */
export interface ArrivalLog {
  /** By round. */
  readonly arrivals: ReadonlySignal<ReadonlyMap<string, readonly Arrival[]>>;
  /** A purged round leaves no hours behind. */
  forget(rounds: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** A device that slept longer than this was away. */
const awayMs = 5 * 60_000;
const tickMs = 60_000;

export function createArrivalLog(
  deps: TeamDeps,
  session: CentreSession,
  sync: ReadonlySignal<SyncState>,
): ArrivalLog {
  const { store, keys } = session;
  const alone = createAlone(deps.locks);
  const arrivals = signal<ReadonlyMap<string, readonly Arrival[]>>(new Map());
  let queue: Promise<unknown> = Promise.resolve();
  let stopped = false;
  /** When this device last knew that it had everything; null while it never has. */
  let seen: Date | null = null;
  const place = (round: string): Bytes => utf8(`spegla/1 arrivals ${round}`);
  const metaOf = (round: string): string => `arrivals ${round}`;

  /** Before the first connection the state does not name the mailbox yet. */
  const hasMailbox = ({ mailbox }: SyncState): boolean => (mailbox ?? keys.mailbox) !== null;

  /** It has everything: online it hears at once, and without a mailbox it collects itself. */
  function isFollowing(): boolean {
    const follows = hasMailbox(sync.peek())
      ? sync.peek().status === 'online'
      : session.loaded.peek();
    return follows && seen !== null && deps.now().getTime() - seen.getTime() < awayMs;
  }

  async function readRow(round: string): Promise<readonly Arrival[]> {
    const value = await store.meta(metaOf(round));
    if (!ArrayBuffer.isView(value)) return [];
    const plain = await aeadOpen(keys.storageKey, value as Bytes, place(round));
    return plain === undefined ? [] : (JSON.parse(textOf(plain)) as readonly Arrival[]);
  }

  async function note(): Promise<void> {
    if (stopped) return;
    const now = deps.now();
    const since = isFollowing() ? now : seen;
    const known = new Map(arrivals.peek());
    const byRound = new Map<string, string[]>();
    for (const { id, kind, round } of session.reading.peek().records.values()) {
      if (kind !== 'answer' || round === null) continue;
      const ids = byRound.get(round);
      if (ids === undefined) byRound.set(round, [id]);
      else ids.push(id);
    }
    for (const round of roundViews(session.ledger.peek())) {
      const isOver = round.closed && dayOf(now) > takesLateUntil(session.ledger.peek(), round);
      if (isOver) {
        if (known.delete(round.id)) await store.setMeta(metaOf(round.id), null);
        continue;
      }
      const grain = round.form === 'reflection' ? dayOf : hourOf;
      const from = since === null ? null : grain(since);
      const ids = byRound.get(round.id) ?? [];
      // Another page of this device may have noted some of them.
      const before = await readRow(round.id);
      const after = addArrivals(before, from, grain(now), ids);
      if (after.length > 0) known.set(round.id, after);
      if (after === before) continue;
      const sealed = await aeadSeal(keys.storageKey, utf8(JSON.stringify(after)), place(round.id));
      await store.setMeta(metaOf(round.id), sealed);
    }
    const here = session.ledger.peek().roundKeys;
    for (const round of [...known.keys()].filter((id) => !here.has(id))) known.delete(round);
    if (isFollowing()) seen = now;
    if (seen !== null) await store.setMeta('arrivals seen', hourOf(seen));
    arrivals.value = known;
  }

  function inTurn(task: () => Promise<void>): Promise<void> {
    const turn = queue.then(() => alone(`spegla-arrivals-${keys.space}`, task));
    queue = turn.catch(() => undefined);
    return turn.then(() => undefined);
  }

  void inTurn(async () => {
    const value = await store.meta('arrivals seen');
    if (typeof value === 'string') seen = new Date(`${value}:00`);
  }).catch(() => undefined);

  const stops = [
    effect(() => {
      if (!session.loaded.value) return;
      void session.reading.value;
      inTurn(note).catch(() => undefined);
    }),
    // Online again: from now on this device hears of each answer as it comes.
    effect(() => {
      const isThere = hasMailbox(sync.value)
        ? sync.value.status === 'online'
        : session.loaded.value;
      if (isThere) {
        inTurn(async () => {
          // What was fetched on the way here was not heard as it came.
          await session.refresh();
          await note();
          seen = deps.now();
        }).catch(() => undefined);
      }
    }),
  ];
  const ticking = setInterval(() => {
    if (isFollowing()) seen = deps.now();
  }, tickMs);

  return {
    arrivals,
    forget: (rounds) =>
      inTurn(async () => {
        for (const round of rounds) await store.setMeta(metaOf(round), null);
      }),
    stop: async () => {
      stopped = true;
      clearInterval(ticking);
      for (const stop of stops) stop();
      await queue;
    },
  };
}

/** The hour where the person is, `YYYY-MM-DDTHH`. */
function hourOf(date: Date): string {
  return `${dayOf(date)}T${String(date.getHours()).padStart(2, '0')}`;
}
