import { describe, expect, test } from 'vitest';
import {
  createTapGuard,
  doubleTapMs,
  maxContactPx,
  quietMs,
  restingMs,
} from '#ui/answer/child/tap-guard.ts';

/** A guard under a clock of the test's. */
function setupGuard() {
  let now = 10_000;
  const guard = createTapGuard(() => now);
  const finger = (pointerId: number, width = 40) => ({ pointerId, width, height: width / 2 });
  return {
    guard,
    wait: (ms: number) => {
      now += ms;
    },
    press: (pointerId: number, width?: number) => guard.pressed(finger(pointerId, width)),
    release: (pointerId: number, width?: number) => guard.released(finger(pointerId, width)),
    /** One whole tap; true where it counted. */
    tap: (pointerId: number, width?: number): boolean => {
      guard.pressed(finger(pointerId, width));
      now += 60;
      guard.released(finger(pointerId, width));
      return guard.allows();
    },
  };
}

describe('the tap guard', () => {
  test('lets a finger’s tap through', () => {
    expect(setupGuard().tap(1)).toBe(true);
  });

  test('lets no tap through until a new screen has been still', () => {
    const { guard, wait } = setupGuard();
    guard.changed();
    wait(quietMs - 1);
    expect(guard.allows()).toBe(false);
    expect(guard.isSettled()).toBe(false);
    wait(1);
    expect(guard.allows()).toBe(true);
  });

  test('takes the two halves of a double tap for one', () => {
    const { tap, wait } = setupGuard();
    expect(tap(1)).toBe(true);
    wait(doubleTapMs - 61);
    expect(tap(2)).toBe(false);
    wait(doubleTapMs);
    expect(tap(3)).toBe(true);
  });

  test('hears a drumming child now and then, and not never', () => {
    const { tap, wait } = setupGuard();
    const counted = Array.from({ length: 20 }, () => {
      wait(40);
      return tap(1);
    });
    expect(counted.filter(Boolean)).toHaveLength(7);
  });

  test('counts nothing of a hand that lands with several fingers', () => {
    const { guard, press, release, wait } = setupGuard();
    press(1);
    wait(doubleTapMs);
    press(2);
    release(2);
    expect(guard.allows()).toBe(false);
    release(1);
    expect(guard.allows()).toBe(false);
  });

  test('counts no palm, however it lands', () => {
    const { guard, tap, press, release, wait } = setupGuard();
    expect(tap(1, maxContactPx + 1)).toBe(false);
    wait(doubleTapMs);
    press(2, 30);
    release(2, maxContactPx + 1);
    expect(guard.allows()).toBe(false);
    wait(doubleTapMs);
    expect(tap(3)).toBe(true);
  });

  test('forgives a hand that holds the tablet, after a while', () => {
    const { press, tap, wait } = setupGuard();
    press(1);
    wait(restingMs - 100);
    expect(tap(2)).toBe(false);
    wait(doubleTapMs);
    expect(tap(3)).toBe(true);
  });

  test('does not wait for ever for a finger that went away unseen', () => {
    const { guard, press, tap, wait } = setupGuard();
    press(1);
    wait(doubleTapMs);
    guard.forgotten();
    expect(tap(2)).toBe(true);
  });

  test('holds a spoilt press against no key, and against no tool that comes after it', () => {
    const { guard, tap, wait } = setupGuard();
    tap(1, maxContactPx + 1);
    guard.keyed();
    expect(guard.allows()).toBe(true);
    tap(1, maxContactPx + 1);
    expect(guard.allows()).toBe(false);
    wait(500);
    expect(guard.allows()).toBe(true);
  });

  test('tells a hand from a key or a tool that reads aloud', () => {
    const { guard, tap, wait } = setupGuard();
    expect(guard.isByHand()).toBe(false);
    tap(1);
    expect(guard.isByHand()).toBe(true);
    guard.keyed();
    expect(guard.isByHand()).toBe(false);
    tap(1);
    wait(500);
    expect(guard.isByHand()).toBe(false);
  });
});
