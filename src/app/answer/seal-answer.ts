import { sealEnvelope, type SealedEnvelope } from '#crypto/envelope-seal.ts';
import { publicKeyOf } from '#crypto/hpke.ts';
import type { Card } from '#records/card.ts';
import { canonicalJson } from '#records/json.ts';
import type { SpeglaRecord } from '#records/record.ts';

/**
 * Seals an answer to its round's public key before it first touches disk: whoever collects cannot read. Throws
 * on a card whose key is no key, or an answer beyond every size; the caller keeps the draft on the screen.
 */
export async function sealAnswer(
  record: SpeglaRecord,
  card: Pick<Card, 'space' | 'key' | 'publicKey'>,
  cardHash: string,
): Promise<SealedEnvelope> {
  const publicKey = await publicKeyOf(card.publicKey);
  const envelope = await sealEnvelope({ type: 'hpke', publicKey }, canonicalJson(record.body), {
    kind: 'answer',
    space: card.space,
    round: record.round,
    cardHash,
    id: record.id,
    key: card.key,
  });
  if (envelope === undefined) throw new RangeError('the answer is too long to seal');
  return envelope;
}
