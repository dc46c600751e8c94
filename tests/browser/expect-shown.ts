import { setTimeout } from 'node:timers/promises';
import { inspect, isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright-core';

/** How soon one device shows what another has done, while both are online. */
export const soonMs = 2_000;
/** For everything that only has to happen: a busy machine is slow, not wrong. */
export const patientMs = 60_000;

/** Waits for something to be seen; fails with what was looked for. */
export async function expectShown(what: Locator, withinMs = patientMs): Promise<void> {
  await what.filter({ visible: true }).first().waitFor({ timeout: withinMs });
}

/** Waits for something not to be there (any more). */
export async function expectGone(what: Locator, withinMs = patientMs): Promise<void> {
  await expectRead(() => what.count(), 0, withinMs);
}

/** Waits for a value to be read; fails with what was read last. (vitest's own poll works in a test's body only.) */
export async function expectRead<T>(
  read: () => Promise<T>,
  wanted: T,
  withinMs = patientMs,
): Promise<void> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (isDeepStrictEqual(value, wanted)) return;
    if (Date.now() > end) throw new Error(`read ${inspect(value)}, not ${inspect(wanted)}`);
    await setTimeout(50);
  }
}
