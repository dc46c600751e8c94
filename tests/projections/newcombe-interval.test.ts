import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombeInterval, wilsonInterval } from '#projections/newcombe-interval.ts';

/** Newcombe 1998, Stat Med 17:873–890, table II, method 10, as published (four decimals). */
const published = [
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
] as const;

describe("Newcombe's interval", () => {
  it.each(published)('for %d/%d − %d/%d is %d … as published', (a, m, b, n, lower, upper) => {
    const interval = newcombeInterval({ favourable: a, of: m }, { favourable: b, of: n });
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it('holds Wilson’s published interval: 81 of 263 is 0.2553 to 0.3662', () => {
    const { lower, upper } = wilsonInterval({ favourable: 81, of: 263 });
    expect(lower).toBeCloseTo(0.2553, 4);
    expect(upper).toBeCloseTo(0.3662, 4);
  });

  it('mirrors when the two years change places, holds the difference, and stays within ±1', () => {
    const share = fc
      .integer({ min: 1, max: 400 })
      .chain((of) => fc.record({ of: fc.constant(of), favourable: fc.nat({ max: of }) }));
    fc.assert(
      fc.property(share, share, (first, second) => {
        const there = newcombeInterval(first, second);
        const back = newcombeInterval(second, first);
        const difference = first.favourable / first.of - second.favourable / second.of;
        expect(there.lower).toBeCloseTo(-back.upper, 9);
        expect(there.lower).toBeLessThanOrEqual(difference + 1e-12);
        expect(there.upper).toBeGreaterThanOrEqual(difference - 1e-12);
        expect(Math.max(-there.lower, there.upper)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
