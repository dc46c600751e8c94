import { expect, it } from 'vitest';
import { createIdleClock } from '#ui/team/lock/idle-clock.ts';

/** A clock of five minutes, and the time that it goes by. */
function setupClock() {
  let time = Date.parse('2026-11-02T16:00:00');
  const clock = createIdleClock(5, () => time);
  return {
    clock,
    passes: (seconds: number): void => {
      time += seconds * 1_000;
    },
  };
}

it('does not let the key press that wakes a laptop forgive the night', () => {
  const { clock, passes } = setupClock();
  passes(15 * 3_600);
  expect(clock.touch()).toBe('over');
  expect(clock.touch()).toBe('over');
  expect(clock.look()).toBe('over');
});

it('starts over with every touch in time, and warns for the last half minute', () => {
  const { clock, passes } = setupClock();
  passes(4 * 60 + 29);
  expect(clock.look()).toBe('touched');
  passes(1);
  expect(clock.look()).toBe('soon');
  expect(clock.touch()).toBe('touched');
  passes(299);
  expect(clock.look()).toBe('soon');
  passes(1);
  expect(clock.look()).toBe('over');
});

it('locks as well when the clock was set back by more than its minutes', () => {
  const { clock, passes } = setupClock();
  passes(-3_600);
  expect(clock.look()).toBe('over');
});
