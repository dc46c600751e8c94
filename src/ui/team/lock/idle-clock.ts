const warnMs = 30_000;

/** How a page stands that locks when nobody touches it: `soon` in the last half minute, `over` when it has to lock. */
export type Idle = 'touched' | 'soon' | 'over';

export interface IdleClock {
  look(): Idle;
  /** Somebody touched the page. Looks first: the key that wakes a laptop does not forgive the night before it. */
  touch(): Idle;
}

/** Counts by the clock, since timers stand still while a device sleeps. A clock that was set back counts too. */
export function createIdleClock(minutes: number, now: () => number): IdleClock {
  let touchedAt = now();
  const look = (): Idle => {
    const left = minutes * 60_000 - Math.abs(now() - touchedAt);
    return left <= 0 ? 'over' : left <= warnMs ? 'soon' : 'touched';
  };
  return {
    look,
    touch: () => {
      if (look() === 'over') return 'over';
      touchedAt = now();
      return 'touched';
    },
  };
}
