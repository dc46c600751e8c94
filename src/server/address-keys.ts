import { normalizeIP } from '@fastify/rate-limit';
import { hash, randomBytes } from 'node:crypto';

const windowMs = 60_000;

/**
 * Names for addresses that mean nothing a minute later: a hash with a salt that is thrown away with each
 * window. So the rate limiter, which drops old entries only when it is full, holds no address at all.
 * IPv6 counts per /64, since one household has that many.
 */
export function createAddressKeys(now: () => number = Date.now) {
  let salt = newSalt();
  let endsAt = now() + windowMs;
  return (address: string): string => {
    if (now() >= endsAt) {
      salt = newSalt();
      endsAt = now() + windowMs;
    }
    return hash('sha256', salt + network(address), 'base64url');
  };
}

const newSalt = () => randomBytes(32).toString('base64url');

function network(address: string): string {
  try {
    return normalizeIP(address);
  } catch {
    return address; // A proxy may forward anything, a zone index for example.
  }
}
