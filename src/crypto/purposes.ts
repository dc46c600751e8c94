import { aeadKey, aeadOpen, aeadSeal } from './aead.ts';
import { concat, fromBase64url, textOf, toBase64url, utf8, type Bytes } from './bytes.ts';
import { derive, sha256 } from './derive.ts';

/** What secrets are derived for (docs/protocol.md, "Ids and keys"). A text is never given another meaning. */
export const purposes = {
  answerToken: 'spegla/1 answer token',
  cardKey: 'spegla/1 card key',
  voiceKey: 'spegla/1 voice key',
  kioskToken: 'spegla/1 kiosk token',
  inviteId: 'spegla/1 invite id',
  inviteToken: 'spegla/1 invite token',
  inviteKey: 'spegla/1 invite key',
  kitPair: 'spegla/1 kit pair',
  kitAdmin: 'spegla/1 kit admin',
  kitId: 'spegla/1 kit id',
  kitSpace: 'spegla/1 kit space',
  kitWords: 'spegla/1 kit words',
  devicePair: 'spegla/1 device pair',
  deviceStorage: 'spegla/1 device storage',
} as const;

/** A bearer token derived from a secret (base64url in, base64url out). */
export async function derivedToken(secret: string, purpose: string): Promise<string> {
  return toBase64url(await derive(fromBase64url(secret), purpose));
}

/** A 16-byte id derived from a secret. */
export async function derivedId(secret: string, purpose: string): Promise<string> {
  return toBase64url(await derive(fromBase64url(secret), purpose, 16));
}

/** An AES-256-GCM key derived from a secret. */
export async function derivedKey(secret: string, purpose: string): Promise<CryptoKey> {
  return aeadKey(await derive(fromBase64url(secret), purpose));
}

/** The first 16 bytes of SHA-256 of a text: what a link binds its card with. */
export function shortHash(text: string): Promise<string> {
  return shortHashOfBytes(utf8(text));
}

/** The same of bytes: what a card binds a recording with. */
export async function shortHashOfBytes(bytes: Bytes): Promise<string> {
  return toBase64url((await sha256(bytes)).subarray(0, 16));
}

function cardData(round: string): Bytes {
  return concat(utf8('spegla/1 card'), fromBase64url(round));
}

/** What an answer link holds, as far as seals are concerned. */
export interface SealingLink {
  readonly secret: string;
  readonly round: string;
  readonly cardHash: string;
}

/** Seals a card's text for who holds its link's secret. */
export async function sealCard(linkSecret: string, round: string, text: string): Promise<string> {
  const key = await derivedKey(linkSecret, purposes.cardKey);
  return toBase64url(await aeadSeal(key, utf8(text), cardData(round)));
}

/** A sealed card's text; undefined where it does not open or is not the one that the link's hash names. */
export async function openCard(link: SealingLink, sealed: string): Promise<string | undefined> {
  try {
    const key = await derivedKey(link.secret, purposes.cardKey);
    const plain = await aeadOpen(key, fromBase64url(sealed), cardData(link.round));
    if (plain === undefined) return undefined;
    const text = textOf(plain);
    return (await shortHash(text)) === link.cardHash ? text : undefined;
  } catch {
    return undefined;
  }
}
