import type { Envelope } from '#protocol/envelope.ts';
import type { PushReply } from '#protocol/routes.ts';
import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import { createBackoff } from '#sync/backoff.ts';
import type { Reply } from '#sync/mailbox-request.ts';
import { acknowledgements } from '#sync/push.ts';
import type { AnswerDeps } from './answer-deps.ts';

/** Refusals that pass: everything else would come again for ever. */
const passing: readonly string[] = ['unreachable', 'badReply', 'tooMany', 'unavailable'];
/** A conflict, too: nobody but this answer's own draft knows its ids, so an earlier hand-in of it has arrived. */
const arrived: readonly string[] = [...acknowledgements, 'conflict'];

/** `full`: the mailbox has no room, and asking again makes none. `refused`: it will never take it, or it was stopped. */
export type UnsavedEnd = 'sent' | 'full' | 'refused';

/**
 * Sends an answer that lies nowhere but in this page's memory, again and again until the mailbox has all of it, says
 * that it is full or refuses, or `signal` aborts. Sending twice is harmless: envelopes are known by their ids.
 */
export async function sendUnsaved(
  push: (envelopes: readonly Envelope[]) => Promise<Reply<PushReply>>,
  envelopes: readonly SealedEnvelope[],
  deps: Pick<AnswerDeps, 'now' | 'onReturn'>,
  signal: AbortSignal,
): Promise<UnsavedEnd> {
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
          return outcome === undefined || !arrived.includes(outcome);
        });
        const said = left.map(({ id }) => outcomes.get(id) ?? 'unavailable');
        if (said.length === 0) return 'sent';
        if (said.includes('full')) return 'full';
        if (said.some((outcome) => !passing.includes(outcome))) return 'refused';
      } else if (!passing.includes(reply.code)) {
        return reply.code === 'full' ? 'full' : 'refused';
      }
      await backoff.wait();
    }
    return 'refused';
  } finally {
    stopListening();
  }
}
