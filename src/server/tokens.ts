import { hash, timingSafeEqual } from 'node:crypto';

const bearerToken = /^bearer ([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$/i;
const anyBearer = /^bearer (\S{1,64})$/i;

/** SHA-256 of a token's 32 bytes, as base64url: the only form of a token that gets past the routes. */
export function hashToken(token: string): string {
  return hash('sha256', Buffer.from(token, 'base64url'), 'base64url');
}

/** The hash of the token in an Authorization header, or null where there is none of ours. */
export function bearerTokenHash(authorization: string | undefined): string | null {
  const token = bearerToken.exec(authorization ?? '')?.[1];
  return token === undefined ? null : hashToken(token);
}

/** What stands after `Bearer`, whatever it is: the creation code is no token. Null where there is nothing. */
export function bearerText(authorization: string | undefined): string | null {
  return anyBearer.exec(authorization ?? '')?.[1] ?? null;
}

/** Compares two texts in a time that depends on their lengths alone. */
export function isSameSecret(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
