import type { AnswerLink } from '#records/links.ts';
import type { AnswerStore } from '#store/answer-store.ts';
import type { AsideRow, Lane } from '#store/centre-store.ts';
import { createAnswerClient } from '#sync/answer-client.ts';
import { fullMailboxMs } from '#sync/push.ts';
import { createBackoff } from '#sync/backoff.ts';
import { answerLockName, createAlone, deliverAnswers } from '#sync/deliver-answers.ts';
import { reportKiosk } from '#sync/report-kiosk.ts';
import type { Delivery } from './answer-app.ts';
import type { AnswerDeps } from './answer-deps.ts';

/** The way of what was handed in here, until the mailbox has it. */
export interface Deliverer {
  /** Sends what waits, again and again with growing waits, until there is nothing left. */
  deliver(): void;
  /** Says where the answers are. `isGiven`: one was handed in just now, so that "sent" is news. */
  show(isGiven?: boolean): Promise<void>;
  startOver(): void;
  /** An answer is on its way from this page's memory alone: that is told, whatever else there is. Returns its end. */
  beginUnsaved(): () => void;
  stop(): void;
}

/** Delivers what lies in `store` (unless nothing is kept here), and tells how it stands after every change. */
export function createDelivery({
  deps,
  link,
  origin,
  space,
  store,
  isDenied,
  tell,
}: {
  readonly deps: AnswerDeps;
  readonly link: AnswerLink;
  readonly origin: string | null;
  readonly space: string;
  readonly store: AnswerStore;
  /** Whether nothing can be kept here just now. */
  readonly isDenied: () => boolean;
  readonly tell: (delivery: Delivery) => void;
}): Deliverer {
  const alone = createAlone(deps.locks);
  const backoff = createBackoff(() => deps.now().getMilliseconds() / 1_000);
  let isStopped = false;
  let isDelivering = false;
  let deliverAgain = false;
  /** An answer was handed in here, or found waiting from an earlier visit: then "sent" is news. */
  let isAwaited = false;
  /** Answers that lie nowhere but in this page's memory. */
  let unsaved = 0;

  function lookAtDisk(): Promise<
    readonly [waiting: number, aside: readonly AsideRow[], lane: Lane | undefined]
  > {
    const { round } = link;
    if (isDenied()) return Promise.resolve([0, [], undefined]);
    return Promise.all([store.answersWaiting(round), store.asideRows(), store.lane(round)]);
  }

  async function show(isGiven = false): Promise<void> {
    if (isGiven) isAwaited = true;
    if (isStopped) return;
    if (unsaved > 0) {
      tell({ kind: 'unsent' });
      return;
    }
    // A store that closes under a last look has nothing more to tell.
    const [waiting, aside, lane] = await lookAtDisk().catch(
      () => [undefined, [], undefined] as const,
    );
    // The look at the disk took its time: an answer may have begun its way meanwhile.
    if (waiting === undefined || unsaved > 0) return;
    const refused = aside.filter(
      ({ envelope, reason, isFurther }) =>
        envelope.round === link.round &&
        isFurther === undefined &&
        // Nobody but this answer's own draft knows its ids: an earlier hand-in of it has arrived.
        reason !== 'conflict',
    ).length;
    if (waiting > 0) isAwaited = true;
    if (waiting > 0 && origin === null) tell({ kind: 'onDevice', count: waiting });
    else if (waiting > 0 && lane?.trouble === 'full') tell({ kind: 'full', count: waiting });
    else if (waiting > 0) tell({ kind: 'waiting', count: waiting });
    else if (refused > 0) tell({ kind: 'refused', count: refused });
    else tell({ kind: isAwaited ? 'sent' : 'none' });
  }

  async function sendOnce(from: AnswerStore, to: string): Promise<string> {
    // The mailbox may take again what it had closed for: the coordinator can reopen it.
    await from.offerAside();
    const lock = answerLockName(space);
    const end = await deliverAnswers(from, deps.fetch, alone, lock, null, undefined, deps.now);
    if (link.kioskSecret !== null) {
      await reportKiosk(from, createAnswerClient(to, deps.fetch), link.round);
    }
    return end;
  }

  function deliver(): void {
    if (isDenied() || origin === null) {
      void show();
      return;
    }
    if (isDelivering) {
      deliverAgain = true; // The lane may have been found empty a moment ago.
      backoff.knock();
      return;
    }
    isDelivering = true;
    void (async () => {
      while (!isStopped) {
        deliverAgain = false;
        const end = await sendOnce(store, origin).catch(() => 'later');
        await show();
        if (isStopped || deliverAgain) continue;
        if (end === 'drained') break;
        await backoff.wait(end === 'full' ? fullMailboxMs : 0);
      }
      backoff.reset();
      isDelivering = false;
    })();
  }

  const stopObserving = store.observe(() => void show());
  return {
    deliver,
    show,
    startOver: () => {
      isAwaited = false;
      void show();
    },
    beginUnsaved: () => {
      unsaved += 1;
      void show();
      return () => {
        unsaved -= 1;
      };
    },
    stop: () => {
      isStopped = true;
      stopObserving();
      backoff.knock();
    },
  };
}
