import { signal, type ReadonlySignal } from '@preact/signals';
import { openChannel } from '#store/centre-store.ts';
import type { CentreKeys, KeyStore } from '#store/key-store.ts';
import { lockWithPin, shortestPin, tryPin, waitMs } from './pin-lock.ts';
import type { TeamDeps } from './team-deps.ts';

/** A centre that is here and does not open without its code. Its name is public. */
export interface LockedView {
  readonly space: string;
  readonly name: string;
}

export type UnlockResult =
  | { readonly ok: true }
  /** `wrong`: not this code. `wait`: nothing was tried. `waitMs`: until the next try. */
  | { readonly ok: false; readonly why: 'wrong' | 'wait'; readonly waitMs: number };

export type SetPinResult =
  | { readonly ok: true }
  /** `weak`: shorter than six signs, or one sign over and over. `wrong`, `wait`: of the code that stands. */
  | { readonly ok: false; readonly why: 'weak' }
  | { readonly ok: false; readonly why: 'wrong' | 'wait'; readonly waitMs: number };

/** The code that a shared tablet is locked with. */
export interface LockIntents {
  /** The centre that waits for its code; null where none does. */
  readonly locked: ReadonlySignal<LockedView | null>;
  /** Minutes without a touch after which the open centre locks itself; null where it has no code. */
  readonly lockAfterMinutes: ReadonlySignal<number | null>;
  unlock(pin: string): Promise<UnlockResult>;
  /** How long the next try must wait, in milliseconds. */
  unlockWait(): Promise<number>;
  /** Closes the open centre, in every tab, until somebody types its code. Nothing where it has none. */
  lockNow(): Promise<void>;
  /** Locks the open centre with a code from now on; `present` is the code that it has, if any. */
  setPin(pin: string, idleMinutes: number, present: string | null): Promise<SetPinResult>;
  removePin(present: string): Promise<SetPinResult>;
}

interface Opened {
  openSpace(): string | null;
  close(): Promise<void>;
  showWith(keys: CentreKeys): void;
}

/** The lock of the team page. `show` puts a locked centre's lock up, `close` takes it down. */
export function createLock(
  deps: TeamDeps,
  keyStore: KeyStore,
  opened: Opened,
): {
  readonly intents: LockIntents;
  show(space: string): Promise<void>;
  close(): void;
  stop(): void;
} {
  const locked = signal<LockedView | null>(null);
  const lockAfterMinutes = signal<number | null>(null);
  const channel = openChannel(deps.storage, 'spegla-lock');

  async function show(space: string): Promise<void> {
    const row = await keyStore.lockedCentre(space);
    if (row === undefined) return;
    lockAfterMinutes.value = null;
    locked.value = { space, name: row.name };
  }

  function close(): void {
    locked.value = null;
    lockAfterMinutes.value = null;
  }

  async function lockHere(space: string): Promise<void> {
    if (opened.openSpace() !== space || (await keyStore.lockedCentre(space)) === undefined) return;
    lockAfterMinutes.value = null;
    // The lock first, so that no screen opens the centre again; and a moment for those that close to save what is half written.
    await show(space);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    await opened.close();
  }
  channel.onmessage = (event: MessageEvent<unknown>) => {
    if (typeof event.data === 'string') void lockHere(event.data).catch(() => undefined);
  };

  async function presentKeys(
    space: string,
    present: string | null,
  ): Promise<CentreKeys | Extract<SetPinResult, { ok: false }>> {
    const isLocked = (await keyStore.lockedCentre(space)) !== undefined;
    if (!isLocked) {
      const open = await keyStore.centre(space);
      if (open === undefined) throw new Error('the centre is not on this device');
      return open;
    }
    const tried = await tryPin(keyStore, space, present ?? '', deps.now);
    if (tried.ok) return tried.keys;
    if (tried.why === 'none') throw new Error('the lock is gone');
    return tried;
  }

  function spaceNow(): string {
    const space = opened.openSpace();
    if (space === null) throw new Error('no centre is open');
    return space;
  }

  return {
    show,
    close,
    stop: () => channel.close(),
    intents: {
      locked,
      lockAfterMinutes,
      unlock: async (pin) => {
        const space = locked.value?.space;
        if (space === undefined) return { ok: true };
        const tried = await tryPin(keyStore, space, pin, deps.now);
        if (!tried.ok && tried.why !== 'none') return tried;
        const row = await keyStore.lockedCentre(space);
        // Another page may have taken the lock away, or opened the centre anew with a kit.
        const openKeys = tried.ok ? tried.keys : await keyStore.centre(space);
        if (openKeys === undefined || locked.value?.space !== space) return { ok: true };
        lockAfterMinutes.value = row?.lock.idleMinutes ?? null;
        opened.showWith(openKeys);
        locked.value = null;
        return { ok: true };
      },
      unlockWait: async () => {
        const space = locked.value?.space;
        const row = space === undefined ? undefined : await keyStore.lockedCentre(space);
        return row === undefined ? 0 : waitMs(row.lock, deps.now().getTime());
      },
      lockNow: async () => {
        const space = opened.openSpace();
        if (space === null) return;
        channel.postMessage(space);
        await lockHere(space);
      },
      setPin: async (pin, idleMinutes, present) => {
        if (isWeak(pin)) return { ok: false, why: 'weak' };
        const space = spaceNow();
        const now = await presentKeys(space, present);
        if ('ok' in now) return now;
        await lockWithPin(keyStore, now, pin, idleMinutes);
        lockAfterMinutes.value = idleMinutes;
        // Other pages hold the keys open: they lock themselves.
        channel.postMessage(space);
        return { ok: true };
      },
      removePin: async (present) => {
        const now = await presentKeys(spaceNow(), present);
        if ('ok' in now) return now;
        await keyStore.put(now);
        lockAfterMinutes.value = null;
        return { ok: true };
      },
    },
  };
}

/** Too short, or one sign over and over, or 123456 and its like. */
function isWeak(pin: string): boolean {
  const signs = Array.from(pin.trim());
  if (signs.length < shortestPin || new Set(signs).size === 1) return true;
  const steps = signs
    .slice(1)
    .map((sign, at) => sign.charCodeAt(0) - (signs[at] ?? '').charCodeAt(0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
