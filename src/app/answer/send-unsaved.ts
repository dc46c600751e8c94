import type { Envelope } from '#protocol/envelope.ts';
import type { PushReply } from '#protocol/routes.ts';
import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import { createBackoff } from '#sync/backoff.ts';
import type { Reply } from '#sync/mailbox-request.ts';
import { acknowledgements } from '#sync/push.ts';
import type { AnswerDeps } from './answer-deps.ts';

/** Refusals that pass: everything else would come again for ever. */
const passing: readonly string[] = ['unreachable', 'badReply', 'tooMany', 'full', 'unavailable'];

/**
 * Sends an answer that lies nowhere but in this page's memory, again and again until the mailbox has all of it. False
 * where it will never take it, or where `signal` aborts. Sending twice is harmless: envelopes are known by their ids.
 */
export async function sendUnsaved(
  push: (envelopes: readonly Envelope[]) => Promise<Reply<PushReply>>,
  envelopes: readonly SealedEnvelope[],
  deps: Pick<AnswerDeps, 'now' | 'onReturn'>,
  signal: AbortSignal,
): Promise<boolean> {
  const backoff = createBackoff(() => deps.now().getMilliseconds() / 1_000);
  const stopListening = deps.onReturn(backoff.knock);
  signal.addEventListener('abort', backoff.knock);
  let left = envelopes;
  try {
    while (!signal.aborted) {
      const reply = await push(left);
      if (reply.ok) {
        const outcomes = new Map(reply.value.results.map(({ id, outcome }) => [id, outcome]));
        left = left.filter(({ id }) => {
          const outcome = outcomes.get(id);
          return outcome === undefined || !acknowledgements.includes(outcome);
        });
        if (left.length === 0) return true;
        if (left.some(({ id }) => !passing.includes(outcomes.get(id) ?? 'full'))) return false;
      } else if (!passing.includes(reply.code)) {
        return false;
      }
      await backoff.wait();
    }
    return false;
  } finally {
    stopListening();
  }
}
