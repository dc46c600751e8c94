import { createAnswerStore, type AnswerStore } from '#store/answer-store.ts';
import { createBackoff } from '#sync/backoff.ts';
import { answerLockName, createAlone, deliverAnswers } from '#sync/deliver-answers.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { toEnvelope } from './clear-records.ts';
import type { Machine } from './machine.ts';
import { origin, type Notes } from './notes.ts';

/** An answer link, as it hangs on the wall. */
export interface RoundLink {
  readonly space: string;
  readonly round: string;
  readonly token: string;
}

/** The answering page: hands in, and delivers as src/app/answer/create-answer-app.ts does. */
export interface AnswerPage {
  readonly store: AnswerStore;
  /** Where the page is left at once, whatever else runs on the device has to deliver. */
  readonly handIn: (records: readonly SpeglaRecord[], isLeft: boolean) => Promise<void>;
  /** The network is back, or somebody looks. */
  readonly deliver: () => void;
}

export function openAnswerPage(
  machine: Machine,
  page: number,
  link: RoundLink,
  notes: Notes,
): AnswerPage {
  const { space, round, token } = link;
  const store = createAnswerStore(space, machine.storage());
  const fetch = machine.fetch(page);
  const alone = createAlone(machine.browser().locks);
  const backoff = createBackoff(() => Math.random());
  let isDelivering = false;
  let deliverAgain = false;

  async function sendOnce(): Promise<string> {
    await store.offerAside();
    return deliverAnswers(store, fetch, alone, answerLockName(space), null);
  }

  function deliver(): void {
    if (isDelivering) {
      deliverAgain = true;
      backoff.knock();
      return;
    }
    isDelivering = true;
    void (async () => {
      while (true) {
        deliverAgain = false;
        const end = await sendOnce().catch(() => 'later');
        if (deliverAgain) continue;
        if (end === 'drained') break;
        await backoff.wait();
      }
      backoff.reset();
      isDelivering = false;
    })();
  }

  const opened = store.setLane({ round, origin, token, kiosk: round });
  opened.then(deliver, () => undefined);
  return {
    store,
    handIn: async (records, isLeft) => {
      // Without its lane nothing is ever sent: the real page shows "no storage" instead of a form.
      await opened;
      const envelopes = records.map(toEnvelope);
      notes.offered(machine.name, envelopes);
      await store.append(envelopes, { from: 'here', lane: round });
      notes.thanked(machine.name, envelopes);
      if (!isLeft) deliver();
    },
    deliver,
  };
}
