import type { Envelope } from '#protocol/envelope.ts';
import type { EnvelopeOutcome } from '#protocol/errors.ts';
import { maxBatchEnvelopes, maxBodyBytes } from '#protocol/limits.ts';
import type { PushReply } from '#protocol/routes.ts';
import type { StoredEnvelope } from '#store/centre-store.ts';
import type { AnswerStore } from '#store/answer-store.ts';
import type { Reply } from './mailbox-request.ts';

/**
 * How a push ended. `later`: try again after a while; `full`: after a long while, somebody has to make room first.
 * `unauthorized`: this token opens nothing any more.
 */
export type PushEnd = 'drained' | 'later' | 'full' | 'unauthorized';

/** How long a full mailbox is left in peace: a quota grows by the hour or by a person's hand, not by asking. */
export const fullMailboxMs = 10 * 60_000;

export type Send = (envelopes: readonly Envelope[]) => Promise<Reply<PushReply>>;

/** What the mailbox says of an envelope that it has. */
export const acknowledgements: readonly EnvelopeOutcome[] = ['stored', 'known'];
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
 * said of this very one that it has it, or that it will never take it; then it is kept aside. `first`: how many are sent
 * to begin with; one, where the mailbox was full the last time.
 */
export async function pushLane(
  store: AnswerStore,
  lane: string,
  send: Send,
  onRefused?: (ids: readonly string[]) => Promise<void>,
  first = maxBatchEnvelopes,
): Promise<PushEnd> {
  let limit = first;
  let isAsking = first < maxBatchEnvelopes;
  /** What is known to wait and was not read yet. Listed once: a disk steps slowly over what was just deleted. */
  let ids: readonly string[] = [];
  const read = async (): Promise<readonly Envelope[]> => {
    if (ids.length === 0) ids = await store.outboxIds(lane);
    let batch: readonly Envelope[] = [];
    // A purge may have taken envelopes away since they were listed.
    while (batch.length === 0 && ids.length > 0) {
      batch = cutToBody(await store.get(ids.slice(0, limit)));
      const last = batch.at(-1);
      ids = ids.slice(last === undefined ? limit : ids.indexOf(last.id) + 1);
    }
    return batch;
  };
  /** What the last reply did; it is booked while the next batch is on its way. */
  let booked: Promise<Booked> = Promise.resolve('moved');
  let batch = await read();
  while (batch.length > 0) {
    const sending = send(batch);
    // The disk reads the next batch while the network carries this one.
    const ahead = ids.length > 0 ? read() : undefined;
    ahead?.catch(() => undefined); // Who awaits it hears of it.
    const reply = await sending;
    const before = await booked;
    if (before !== 'moved') return before;
    if (reply.ok) {
      booked = settle(store, batch, reply.value, onRefused);
      limit = maxBatchEnvelopes;
      booked.catch(() => undefined); // As above.
      // What is listed anew must not hold what is being booked; and what a full mailbox says is heard out first.
      if (ahead === undefined || isAsking) {
        const last = await booked;
        if (last !== 'moved') {
          await ahead;
          return last;
        }
        isAsking = false;
      }
      batch = await (ahead ?? read());
      continue;
    }
    if (reply.code === 'unauthorized') return 'unauthorized';
    if (reply.code === 'full') return 'full';
    const ofThisBatch = finalForOne.includes(reply.code);
    if (!ofThisBatch) return 'later';
    await ahead;
    ids = [];
    if (batch.length > 1) {
      // Something in the batch is refused as a whole: halve until it stands alone.
      limit = Math.ceil(batch.length / 2);
    } else {
      await store.setAside(batch.map(({ id }) => ({ id, reason: reply.code })));
      limit = maxBatchEnvelopes;
    }
    batch = await read();
  }
  return 'drained';
}

/** Only where something left the outbox is it asked again at once: else it would turn in a circle. */
type Booked = 'moved' | 'later' | 'full';

/** Books a reply. */
async function settle(
  store: AnswerStore,
  batch: readonly StoredEnvelope[],
  reply: PushReply,
  onRefused?: (ids: readonly string[]) => Promise<void>,
): Promise<Booked> {
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
  if (had.length + refused.length > 0) return 'moved';
  return results.some(({ outcome }) => outcome === 'full') ? 'full' : 'later';
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
