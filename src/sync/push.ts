import type { Envelope } from '#protocol/envelope.ts';
import type { EnvelopeOutcome } from '#protocol/errors.ts';
import { maxBatchEnvelopes, maxBodyBytes } from '#protocol/limits.ts';
import type { PushReply } from '#protocol/routes.ts';
import type { StoredEnvelope } from '#store/centre-store.ts';
import type { Store } from '#store/store.ts';
import type { Reply } from './mailbox-request.ts';

/** How a push ended. `later`: try again after a while; `unauthorized`: this token opens nothing any more. */
export type PushEnd = 'drained' | 'later' | 'unauthorized';

export type Send = (envelopes: readonly Envelope[]) => Promise<Reply<PushReply>>;

const acknowledgements: readonly EnvelopeOutcome[] = ['stored', 'known'];
const finalRefusals: readonly EnvelopeOutcome[] = [
  'conflict',
  'closed',
  'purged',
  'tooLarge',
  'forbidden',
];

/** Refusals of a whole request that would come again for ever: found out one envelope at a time. */
const finalForOne: readonly string[] = ['badRequest', 'tooLarge', 'conflict'];

/**
 * Empties one lane of the outbox, batch by batch. An envelope leaves the outbox only when the mailbox has
 * said of this very one that it has it, or that it will never take it; then it is kept aside.
 */
export async function pushLane(
  store: Store,
  lane: string,
  send: Send,
  onRefused?: (ids: readonly string[]) => Promise<void>,
): Promise<PushEnd> {
  let limit = maxBatchEnvelopes;
  while (true) {
    const batch = cutToBody(await store.outbox(lane, limit));
    if (batch.length === 0) return 'drained';
    const reply = await send(batch);
    if (!reply.ok) {
      if (reply.code === 'unauthorized') return 'unauthorized';
      const ofThisBatch = finalForOne.includes(reply.code);
      if (!ofThisBatch) return 'later';
      if (batch.length > 1) {
        // Something in the batch is refused as a whole: halve until it stands alone.
        limit = Math.ceil(batch.length / 2);
        continue;
      }
      await store.setAside(batch.map(({ id }) => ({ id, reason: reply.code })));
      limit = maxBatchEnvelopes;
      continue;
    }
    const moved = await settle(store, batch, reply.value, onRefused);
    if (!moved) return 'later';
    limit = maxBatchEnvelopes;
  }
}

/** Books a reply. False where nothing left the outbox: asking again at once would turn in a circle. */
async function settle(
  store: Store,
  batch: readonly StoredEnvelope[],
  reply: PushReply,
  onRefused?: (ids: readonly string[]) => Promise<void>,
): Promise<boolean> {
  const asked = new Set(batch.map(({ id }) => id));
  const results = reply.results.filter(({ id }) => asked.has(id));
  const had = results.filter(({ outcome }) => acknowledgements.includes(outcome));
  const refused = results.filter(({ outcome }) => finalRefusals.includes(outcome));
  if (had.length > 0) await store.acknowledge(had.map(({ id }) => id));
  const [elsewhere, final] = onRefused === undefined ? [[], refused] : partition(refused);
  if (elsewhere.length > 0) await onRefused?.(elsewhere.map(({ id }) => id));
  if (final.length > 0) {
    await store.setAside(final.map(({ id, outcome }) => ({ id, reason: outcome })));
  }
  return had.length + refused.length > 0;
}

/** What a round's link may not send, a device of the team still may; the rest no one may. */
function partition(refused: PushReply['results']): [PushReply['results'], PushReply['results']] {
  const linkOnly = ({ outcome }: PushReply['results'][number]): boolean =>
    outcome === 'closed' || outcome === 'forbidden';
  return [refused.filter(linkOnly), refused.filter((result) => !linkOnly(result))];
}

/** The longest head of a batch that fits one request's body; a single envelope always does. */
function cutToBody(envelopes: readonly StoredEnvelope[]): readonly Envelope[] {
  const cut: Envelope[] = [];
  let bytes = 32;
  for (const envelope of envelopes) {
    const size = envelope.sealed.length + 160;
    if (cut.length > 0 && bytes + size > maxBodyBytes) break;
    bytes += size;
    // The store keeps what came through the wire's schema, or was made here: kinds are the wire's.
    cut.push(envelope as Envelope);
  }
  return cut;
}
