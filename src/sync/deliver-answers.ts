import type { AnswerStore } from '#store/answer-store.ts';
import { createAnswerClient } from './answer-client.ts';
import type { Fetch } from './mailbox-request.ts';
import { acknowledgements, pushLane, type PushEnd } from './push.ts';

/**
 * Runs a task alone among this profile's pages; resolves without a run where `signal` aborts the wait. Without
 * the Web Locks API it just runs: a push is idempotent.
 */
export type Alone = <T>(
  name: string,
  task: () => Promise<T>,
  signal?: AbortSignal,
) => Promise<T | undefined>;

export function createAlone(locks: LockManager | undefined): Alone {
  return async (name, task, signal) => {
    if (locks === undefined) return task();
    try {
      return await locks.request(name, signal === undefined ? {} : { signal }, task);
    } catch (error) {
      if (signal?.aborted === true) return undefined;
      throw error;
    }
  };
}

/**
 * Sends what was collected here, each round's answers under that round's own write-only token; so a phone, a
 * kiosk and a revoked tablet deliver alike. Lanes without an origin use `fallbackOrigin`, or wait.
 * Who has another way for what a link may not send any more takes it with `onRefused`. Each lane notes how it fared.
 */
export async function deliverAnswers(
  store: AnswerStore,
  fetch: Fetch,
  alone: Alone,
  lockName: string,
  fallbackOrigin: string | null,
  onRefused?: (ids: readonly string[]) => Promise<void>,
  now: () => Date = () => new Date(),
): Promise<PushEnd> {
  const ended = await alone(lockName, async () => {
    let end: PushEnd = 'drained';
    for (const name of await store.outboxLanes()) {
      if (name === 'space' || name === 'admin') continue;
      const lane = await store.lane(name);
      const origin = lane?.origin ?? fallbackOrigin;
      if (lane === undefined || origin === null) continue;
      const client = createAnswerClient(origin, fetch);
      const pushed = await pushLane(
        store,
        name,
        async (envelopes) => {
          const reply = await client.pushAnswers(lane.token, name, envelopes);
          const trouble = reply.ok
            ? reply.value.results.find(({ outcome }) => !acknowledgements.includes(outcome))
                ?.outcome
            : reply.code;
          await store.noteLane(
            name,
            trouble === undefined ? { trouble, sentAt: now().toISOString() } : { trouble },
          );
          return reply;
        },
        onRefused,
        // A full mailbox is asked with one envelope, not with everything that a tablet has collected.
        lane.trouble === 'full' ? 1 : undefined,
      );
      if (pushed === 'full') end = end === 'drained' ? 'full' : end;
      else if (pushed !== 'drained') end = 'later';
    }
    return end;
  });
  return ended ?? 'later';
}

/** The lock under which a space's collected answers are sent, by whichever page is open. */
export function answerLockName(space: string): string {
  return `spegla-answers-${space}`;
}
