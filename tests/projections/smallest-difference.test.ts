import { expect, it } from 'vitest';
import { inFivePoints, smallestDifference } from '#projections/smallest-difference.ts';

it.each([
  [20, 20, 25, 30],
  [40, 40, 15, 25],
  [100, 100, 10, 15],
])(
  'with %d and %d answers only differences of some %d–%d points can be told',
  (last, now, from, to) => {
    const range = smallestDifference(last, now);
    expect(range === null ? null : inFivePoints(range)).toEqual({ from, to });
  },
);

it('is never smaller with fewer answers', () => {
  let before = 0;
  for (const count of [200, 100, 60, 40, 20, 10, 6]) {
    const range = smallestDifference(count, count);
    expect(range?.to).toBeGreaterThanOrEqual(before);
    before = range?.to ?? 1;
  }
});

it('is null where nothing could be told at all', () => {
  expect(smallestDifference(1, 1)).toBeNull();
});
