import { toBase64url, utf8, type Bytes } from './bytes.ts';

/** HKDF-SHA256 (RFC 5869) with an empty salt: `length` bytes for one named purpose. */
export async function derive(secret: Bytes, info: string, length = 32): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) },
    key,
    length * 8,
  );
  return new Uint8Array(bits);
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** What the mailbox stores of a token: SHA-256 of its 32 bytes, base64url. */
export async function tokenHash(token: Bytes): Promise<string> {
  return toBase64url(await sha256(token));
}
