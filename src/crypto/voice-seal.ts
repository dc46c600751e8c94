import {
  openEnvelope,
  sealEnvelope,
  type SealContext,
  type SealedEnvelope,
} from './envelope-seal.ts';
import { derivedKey, purposes, type SealingLink } from './purposes.ts';

/**
 * Seals a recorded prompt for who holds the round's link. Its envelope names the round as its key, since the key is
 * derived from that round's link secret.
 */
export async function sealVoice(
  link: SealingLink,
  space: string,
  id: string,
  text: string,
): Promise<SealedEnvelope> {
  const key = await derivedKey(link.secret, purposes.voiceKey);
  const context = voiceContext(link, space, id);
  const envelope = await sealEnvelope({ type: 'aead', key }, text, context);
  if (envelope === undefined) throw new Error('only an answer can be too long to seal');
  return envelope;
}

/** A sealed prompt's text; undefined where it has another id, space, round or card, or does not open. */
export async function openVoice(
  link: SealingLink,
  space: string,
  { id, sealed }: Pick<SealedEnvelope, 'id' | 'sealed'>,
): Promise<string | undefined> {
  const key = await derivedKey(link.secret, purposes.voiceKey);
  const { cardHash, ...header } = voiceContext(link, space, id);
  return openEnvelope({ type: 'aead', key }, { v: 1, ...header, sealed }, space, cardHash);
}

function voiceContext({ round, cardHash }: SealingLink, space: string, id: string): SealContext {
  return { kind: 'voice', space, round, cardHash, id, key: round };
}
