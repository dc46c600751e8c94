import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBackoff, type Backoff } from '#sync/backoff.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How long a wait lasts, in ms. */
async function lengthOf(backoff: Backoff, atLeastMs?: number): Promise<number> {
  const from = Date.now();
  const waited = backoff.wait(atLeastMs);
  await vi.runAllTimersAsync();
  await waited;
  return Date.now() - from;
}

it('waits twice as long each time, up to a minute', async () => {
  const backoff = createBackoff(() => 0.999_999);
  const waits = [];
  for (let n = 0; n < 9; n += 1) waits.push(Math.round((await lengthOf(backoff)) / 1_000));
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

it('spreads devices over half of each wait, so that they do not come back in step', async () => {
  expect(await lengthOf(createBackoff(() => 0))).toBe(500);
  expect(await lengthOf(createBackoff(() => 0.5))).toBe(750);
});

it('waits longer where it is told to', async () => {
  expect(
    await lengthOf(
      createBackoff(() => 0.5),
      600_000,
    ),
  ).toBe(450_000);
});

it('starts again with the shortest wait when something worked', async () => {
  const backoff = createBackoff(() => 0);
  for (let n = 0; n < 5; n += 1) await lengthOf(backoff);
  backoff.reset();
  expect(await lengthOf(backoff)).toBe(500);
});

it('ends a wait at a knock, and the next one where the knock came in between', async () => {
  const backoff = createBackoff(() => 0);
  const waited = backoff.wait();
  backoff.knock();
  await waited;
  expect(vi.getTimerCount()).toBe(0);

  backoff.knock();
  await backoff.wait();
  expect(vi.getTimerCount()).toBe(0);
  expect(await lengthOf(backoff)).toBe(1_000); // A knock is heard once; a wait that was cut short still counts.
});
