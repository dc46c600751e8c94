import { concat, fromBase64url, textOf, toBase64url, utf8, type Bytes } from './bytes.ts';
import { hpkeOpen, hpkeSeal, type HpkePair } from './hpke.ts';
import { aeadOpen, aeadSeal } from './aead.ts';
import { pad, unpad } from './padding.ts';

/** Kinds by their byte in the additional data. A number is never given to another kind. */
export const kindCodes = {
  answer: 1,
  edit: 2,
  fact: 3,
  voice: 4,
  roundKey: 5,
  grant: 6,
  invite: 7,
  purge: 8,
} as const;
export type SealedKind = keyof typeof kindCodes;

/** What an envelope says in the clear, and what else its seal is bound to (docs/protocol.md, "Envelope v1"). */
export interface SealContext {
  readonly kind: SealedKind;
  /** Ids, 16 bytes as base64url; null becomes zeros. */
  readonly space: string;
  readonly round: string | null;
  /** First 16 bytes of SHA-256 of the round's card, base64url; null for what is not given under a card. */
  readonly cardHash: string | null;
  readonly id: string;
  readonly key: string;
}

/** The key that seals or opens one envelope: a pair (or its public half) for HPKE kinds, else an AES-GCM key. */
export type SealingKey =
  | { readonly type: 'hpke'; readonly publicKey: CryptoKey }
  | { readonly type: 'aead'; readonly key: CryptoKey };
export type OpeningKey =
  | { readonly type: 'hpke'; readonly pair: HpkePair }
  | { readonly type: 'aead'; readonly key: CryptoKey };

const zeros16 = new Uint8Array(16);

/** The 98 bytes that bind an envelope to its place. */
export function additionalData(context: SealContext): Bytes {
  const id = (text: string | null): Uint8Array => {
    if (text === null) return zeros16;
    const bytes = fromBase64url(text);
    if (bytes.length !== 16) throw new RangeError('an id is 16 bytes');
    return bytes;
  };
  return concat(
    utf8('spegla/1'),
    Uint8Array.of(1, kindCodes[context.kind]),
    id(context.space),
    id(context.round),
    id(context.cardHash),
    id(context.id),
    id(context.key),
    new Uint8Array(8),
  );
}

/** Seals a plain text for its place. Undefined only where an answer is longer than the largest padded size. */
export async function sealBytes(
  sealing: SealingKey,
  plain: Bytes,
  context: SealContext,
): Promise<Bytes | undefined> {
  const padded = context.kind === 'answer' ? pad(plain) : plain;
  if (padded === undefined) return undefined;
  const bound = additionalData(context);
  return sealing.type === 'hpke'
    ? hpkeSeal(sealing.publicKey, padded, `spegla/1 ${context.kind}`, bound)
    : aeadSeal(sealing.key, padded, bound);
}

/** Opens sealed bytes in their place; undefined for a wrong key, a changed byte or another place. */
export async function openBytes(
  opening: OpeningKey,
  sealed: Bytes,
  context: SealContext,
): Promise<Bytes | undefined> {
  const bound = additionalData(context);
  const plain =
    opening.type === 'hpke'
      ? await hpkeOpen(opening.pair, sealed, `spegla/1 ${context.kind}`, bound)
      : await aeadOpen(opening.key, sealed, bound);
  if (plain === undefined || context.kind !== 'answer') return plain;
  return unpad(plain);
}

/** Envelope v1, as docs/protocol.md has it. */
export interface SealedEnvelope {
  readonly v: 1;
  readonly id: string;
  readonly kind: SealedKind;
  readonly key: string;
  readonly round: string | null;
  readonly sealed: string;
}

/** Seals a text into its envelope; undefined where it is too long for an answer. */
export async function sealEnvelope(
  sealing: SealingKey,
  text: string,
  context: SealContext,
): Promise<SealedEnvelope | undefined> {
  const bytes = await sealBytes(sealing, utf8(text), context);
  if (bytes === undefined) return undefined;
  const { id, kind, key, round } = context;
  return { v: 1, id, kind, key, round, sealed: toBase64url(bytes) };
}

/** Opens an envelope in its space and, where it belongs to a card, under that card. Undefined where it does not open. */
export async function openEnvelope(
  opening: OpeningKey,
  envelope: SealedEnvelope,
  space: string,
  cardHash: string | null,
): Promise<string | undefined> {
  const { id, kind, key, round } = envelope;
  try {
    const sealed = fromBase64url(envelope.sealed);
    const plain = await openBytes(opening, sealed, { id, kind, key, round, space, cardHash });
    return plain === undefined ? undefined : textOf(plain);
  } catch {
    return undefined; // Ids of another length, or bytes that are no text: forged, not ours.
  }
}
