import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelPlaces } from '#ui/charts/canvas/label-places.ts';

const widths = fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 1, maxLength: 6 });

describe('the labels above a bar', () => {
  it('stand over their segments where there is room', () => {
    const { as, labels } = labelPlaces([40, 40], [100, 300], 500);
    expect(as).toBe('direct');
    expect(labels).toEqual([
      { x: 80, line: 0 },
      { x: 280, line: 0 },
    ]);
  });

  it('become a key of several lines on a narrow screen', () => {
    const { as, labels, lines } = labelPlaces([100, 100, 100], [50, 120, 200], 240);
    expect(as).toBe('key');
    expect(lines).toBe(2);
    expect(labels[2]).toEqual({ x: 0, line: 1 });
  });

  it('never overlap, never change places and never leave a room that has space for them', () => {
    fc.assert(
      fc.property(widths, fc.integer({ min: 200, max: 1200 }), (some, room) => {
        let left = 0;
        // Segments of any length, some so thin that their labels must give way.
        const middles = some.map((width, at) => (left += (at * 37 + width) % 90));
        const { as, labels, lines } = labelPlaces(some, middles, room);
        for (const [at, { x, line }] of labels.entries()) {
          const width = some[at] ?? 0;
          expect(x).toBeGreaterThanOrEqual(-0.001);
          expect(x + width).toBeLessThanOrEqual(Math.max(room, width) + 0.001);
          expect(line).toBeLessThan(lines);
          const before = labels[at - 1];
          if (before === undefined || before.line !== line) continue;
          expect(x).toBeGreaterThanOrEqual(before.x + (some[at - 1] ?? 0));
        }
        if (as === 'direct') expect(lines).toBe(1);
      }),
    );
  });
});
