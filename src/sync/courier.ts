import { maxBatchEnvelopes } from '#protocol/limits.ts';
import type { Store } from '#store/store.ts';
import { createBackoff } from './backoff.ts';
import { answerLockName, deliverAnswers, type Alone } from './deliver-answers.ts';
import { listen } from './events.ts';
import { createMailboxClient } from './mailbox-client.ts';
import type { Fetch } from './mailbox-request.ts';
import { pull } from './pull.ts';
import { pushPurges } from './push-purges.ts';
import { fullMailboxMs, pushLane } from './push.ts';

/** `revoked`: the mailbox does not know this device (any more). `gone`: the centre was deleted there. */
export type CourierStatus = 'connecting' | 'online' | 'offline' | 'revoked' | 'gone';

type CarryEnd = 'done' | 'later' | 'unauthorized' | 'gone';

export interface CourierDeps {
  readonly space: string;
  readonly origin: string;
  readonly store: Store;
  readonly fetch: Fetch;
  readonly alone: Alone;
  /** In [0, 1): spreads retries. */
  readonly jitter: () => number;
  /** The device's bearer token. */
  readonly token: string;
  /** The admin's bearer token, on a device that has it. */
  readonly adminToken: string | null;
  /** Tells the mailbox what it must know before answers come (rounds, invites). False: try again later. */
  readonly announce: (origin: string) => Promise<boolean>;
  readonly onStatus: (status: CourierStatus) => void;
  /** For the note of when a round's answers were last taken. */
  readonly now?: () => Date;
}

const firstAnswerWaitMs = 2_000;
const longestAnswerWaitMs = 60_000;

/** Carries envelopes between this device and its mailbox for as long as it runs. */
export interface Courier {
  /** Something is new here, or somebody asks: do not wait. */
  nudge(): void;
  stop(): Promise<void>;
}

/**
 * One per profile: it runs under a Web Lock, so that four open tabs are still one device to the mailbox. A round:
 * announce, push, pull; then listen, and again at every nudge or event. Failure waits and starts over.
 */
export function startCourier(deps: CourierDeps): Courier {
  const { store, space, token } = deps;
  const client = createMailboxClient(deps.origin, deps.fetch);
  const backoff = createBackoff(deps.jitter);
  const stopping = new AbortController();
  let listening: AbortController | undefined;
  let again = false;
  let answerTimer: ReturnType<typeof setTimeout> | undefined;
  let answerWaitMs = firstAnswerWaitMs;
  let wake: (() => void) | undefined;
  /** A device that was revoked has its rounds' links alone: what they refuse, nothing of its own can send. */
  let isLetIn = true;

  const nudge = (): void => {
    again = true;
    backoff.knock();
    wake?.();
  };

  /** A disk that refuses, or a database that was pulled away, is a reason to try again, not to stop for good. */
  const carry = (): Promise<CarryEnd> =>
    carryAll()
      .then(async (end) => {
        if (end === 'done') isLetIn = true;
        if (end === 'unauthorized' && isLetIn) {
          isLetIn = false;
          await returnAnswers();
          await carryAnswers();
        }
        return end;
      })
      .catch(() => 'later');

  async function carryAll(): Promise<CarryEnd> {
    await carryAnswers();
    if (!(await deps.announce(deps.origin))) return 'later';
    const pushed = await pushLane(store, 'space', (envelopes) =>
      client.pushEnvelopes(token, space, envelopes),
    );
    if (pushed === 'unauthorized') return pushed;
    const purged = await purge();
    // A full mailbox takes nothing more, but what it has can still be read.
    const pulled = await pull(store, client, space, token);
    if (pulled === 'unauthorized' || pulled === 'gone') return pulled;
    if (pulled === 'current') await redirectAnswers();
    return pulled === 'current' && pushed === 'drained' && purged ? 'done' : 'later';
  }

  /**
   * Answers go their own way: a round whose mailbox is gone, or whose quota is full, is tried again with waits of
   * its own and does not take the team's device offline.
   */
  async function carryAnswers(): Promise<void> {
    clearTimeout(answerTimer);
    // The answering page lays aside what only its link may not send any more: this device may.
    if (isLetIn) await store.offerAside();
    const lock = answerLockName(space);
    const end = await deliverAnswers(
      store,
      deps.fetch,
      deps.alone,
      lock,
      deps.origin,
      isLetIn ? (ids) => store.moveToLane('space', ids) : undefined,
      deps.now,
    );
    if (end === 'drained') {
      answerWaitMs = firstAnswerWaitMs;
    } else if (!stopping.signal.aborted) {
      answerTimer = setTimeout(nudge, end === 'full' ? fullMailboxMs : answerWaitMs);
      answerWaitMs = Math.min(answerWaitMs * 2, longestAnswerWaitMs);
    }
  }

  /** What the links had refused and this device took over, before it was revoked, is the links' to tell of again. */
  async function returnAnswers(): Promise<void> {
    const answers = (await store.outbox('space', Number.POSITIVE_INFINITY)).filter(
      ({ kind }) => kind === 'answer',
    );
    const byRound = Map.groupBy(answers, ({ round }) => round);
    for (const [round, envelopes] of byRound) {
      if (round === null || (await store.lane(round)) === undefined) continue;
      const ids = envelopes.map(({ id }) => id);
      await store.moveToLane(round, ids);
    }
  }

  /**
   * What still waits in a lane to another mailbox than this team's (it moved, and a page stayed open) goes to this
   * one. Only once this mailbox has let the device in: one that was revoked has its lanes alone.
   */
  async function redirectAnswers(): Promise<void> {
    for (const name of await store.outboxLanes()) {
      const origin = (await store.lane(name))?.origin ?? deps.origin;
      if (origin === deps.origin) continue;
      const waiting = await store.outbox(name, maxBatchEnvelopes);
      await store.moveToLane(
        'space',
        waiting.map(({ id }) => id),
      );
      if (waiting.length > 0) nudge();
    }
  }

  /** Without the admin's token purges wait: for a device that has it, whose purge this one will meet, or for the kit. */
  async function purge(): Promise<boolean> {
    const { adminToken } = deps;
    return (
      adminToken === null || (await pushPurges(store, client, space, adminToken)) === 'drained'
    );
  }

  /** Stays online: every nudge and every event is another round. Returns when something fails. */
  async function stayConnected(): Promise<void> {
    listening = new AbortController();
    let ended = false;
    const stream = listen(
      client,
      space,
      token,
      AbortSignal.any([stopping.signal, listening.signal]),
      () => {
        deps.onStatus('online');
        backoff.reset();
        nudge(); // What came between the last pull and the stream's start.
      },
      nudge,
    ).then(() => {
      ended = true;
      wake?.();
    });
    while (!ended && !stopping.signal.aborted) {
      if (!again) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (again || ended) resolve();
        });
        wake = undefined;
      }
      if (ended || stopping.signal.aborted) break;
      again = false;
      if ((await carry()) !== 'done') break;
    }
    listening.abort();
    await stream;
  }

  async function run(): Promise<void> {
    deps.onStatus('connecting');
    // A link that had closed may take again: the coordinator can reopen it.
    await store.offerAside().catch(() => undefined);
    while (!stopping.signal.aborted) {
      again = false;
      const end = await carry();
      if (end === 'done') {
        deps.onStatus('online');
        await stayConnected();
      } else {
        const refused = { unauthorized: 'revoked', gone: 'gone', later: 'offline' } as const;
        deps.onStatus(refused[end]);
      }
      if (stopping.signal.aborted) return;
      if (end === 'done') deps.onStatus('offline');
      await backoff.wait();
    }
  }

  const running = deps.alone(`spegla-courier-${space}`, run, stopping.signal);
  const unobserve = store.observe(() => nudge());

  return {
    nudge,
    stop: async () => {
      unobserve();
      stopping.abort();
      listening?.abort();
      backoff.knock();
      wake?.();
      await running;
      clearTimeout(answerTimer);
    },
  };
}
