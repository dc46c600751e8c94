import { toBase64url, type Bytes } from './bytes.ts';

/** Bytes from the platform's CSPRNG. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** A random id: 16 bytes as base64url, 22 characters. Carries no time. */
export function randomId(): string {
  return toBase64url(randomBytes(16));
}
