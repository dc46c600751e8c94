import { aeadOpen, aeadSeal } from '#crypto/aead.ts';
import { utf8 } from '#crypto/bytes.ts';
import { pinKey } from '#crypto/pin-key.ts';
import { randomBytes } from '#crypto/random.ts';
import type { CentreKeys, KeyStore, PinLock } from '#store/key-store.ts';
import { deviceRoot, keysOfRoot } from './device-secrets.ts';

/** OWASP's figure for PBKDF2-HMAC-SHA256; under a second on a cheap tablet. Kept with each lock, so that it can grow. */
const iterations = 600_000;
/** Wrong tries that cost nothing but the time of trying: a slip of the finger is no attack. */
const freeTries = 3;
const waitSeconds = [10, 30, 60, 300, 900, 3_600] as const;
export const shortestPin = 6;

export type PinResult =
  | { readonly ok: true; readonly keys: CentreKeys }
  /** `wrong`: not this code. `wait`: too many wrong ones; nothing was tried. `none`: there is no lock. */
  | { readonly ok: false; readonly why: 'wrong' | 'wait'; readonly waitMs: number }
  | { readonly ok: false; readonly why: 'none' };

function rootPlace(space: string): ReturnType<typeof utf8> {
  return utf8(`spegla/1 pin ${space}`);
}

/** Puts a code before a centre's keys: from now on the database holds them wrapped under it, and not open any more. */
export async function lockWithPin(
  keyStore: KeyStore,
  keys: CentreKeys,
  pin: string,
  idleMinutes: number,
): Promise<void> {
  const salt = randomBytes(16);
  const key = await pinKey(pin, salt, iterations);
  const wrappedRoot = await aeadSeal(key, await deviceRoot(keys), rootPlace(keys.space));
  const untried = { tries: 0, triedAt: 0, waitUntil: 0 };
  await keyStore.lock(keys.space, { salt, iterations, wrappedRoot, idleMinutes, ...untried });
}

/** How long the next try has to wait. A clock that was set back starts the wait anew. */
export function waitMs({ triedAt, waitUntil }: PinLock, nowMs: number): number {
  if (waitUntil === 0) return 0;
  return nowMs < triedAt ? waitUntil - triedAt : Math.max(0, waitUntil - nowMs);
}

/**
 * Tries a code. A try is counted on disk before it is made, so that closing the page in between gains nothing; each wrong
 * one beyond the third makes the next wait longer. Nothing is ever deleted.
 */
export async function tryPin(
  keyStore: KeyStore,
  space: string,
  pin: string,
  now: () => Date,
): Promise<PinResult> {
  const nowMs = now().getTime();
  let toWait = 0;
  await keyStore.changeLock(space, (lock) => {
    toWait = waitMs(lock, nowMs);
    if (toWait > 0) {
      return nowMs < lock.triedAt ? { ...lock, triedAt: nowMs, waitUntil: nowMs + toWait } : lock;
    }
    const tries = lock.tries + 1;
    const seconds = waitSeconds[Math.min(tries - freeTries, waitSeconds.length) - 1] ?? 0;
    const waitUntil = seconds === 0 ? 0 : nowMs + seconds * 1_000;
    return { ...lock, tries, triedAt: nowMs, waitUntil };
  });
  if (toWait > 0) return { ok: false, why: 'wait', waitMs: toWait };
  const row = await keyStore.lockedCentre(space);
  if (row === undefined) return { ok: false, why: 'none' };
  const { lock, ...facts } = row;
  const key = await pinKey(pin, lock.salt, lock.iterations);
  const root = await aeadOpen(key, lock.wrappedRoot, rootPlace(space));
  if (root === undefined) return { ok: false, why: 'wrong', waitMs: waitMs(lock, now().getTime()) };
  await keyStore.changeLock(space, (each) => ({ ...each, tries: 0, triedAt: 0, waitUntil: 0 }));
  return { ok: true, keys: { ...facts, ...(await keysOfRoot(root)) } };
}
