import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombeInterval, wilsonInterval } from '#projections/newcombe-interval.ts';

const { difference, wilson } = JSON.parse(
  readFileSync(new URL('../vectors/newcombe-1998.json', import.meta.url), 'utf8'),
) as {
  wilson: [number, number, number, number][];
  difference: [number, number, number, number, number, number][];
};

describe("Newcombe's interval", () => {
  it.each(difference)('for %d/%d − %d/%d is %d … as published', (a, m, b, n, lower, upper) => {
    const interval = newcombeInterval({ favourable: a, of: m }, { favourable: b, of: n });
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  it.each(wilson)('holds Wilson’s: %d of %d is %d to %d', (favourable, of, lower, upper) => {
    const interval = wilsonInterval({ favourable, of });
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
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
