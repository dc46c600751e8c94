import { randomBytes } from 'node:crypto';
import type { Envelope } from '#protocol/envelope.ts';

/** HPKE's encapsulated key, an answer padded to its smallest size, and the tag. */
const sealedBytes = 65 + 1_024 + 16;

/** An answer as a phone sends it: a random id, and noise of the usual length where the seal would be. */
export function answerOf(round: string, key: string): Envelope {
  const id = randomBytes(16).toString('base64url');
  const sealed = randomBytes(sealedBytes).toString('base64url');
  return { v: 1, id, kind: 'answer', key, round, sealed };
}
