import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '#instruments/form.ts';
import { wilsonInterval } from '#projections/newcombe-interval.ts';
import {
  respondentShare,
  respondentShareDifference,
  respondentShareEstimate,
} from '#projections/respondent-share.ts';
import { studentT95 } from '#projections/student-t.ts';
import { createParents, type Parents } from './made-up-parents.ts';

const { quantiles } = JSON.parse(
  readFileSync(new URL('../vectors/student-t-975.json', import.meta.url), 'utf8'),
) as { quantiles: [number, number][] };

it.each(quantiles)('Student’s t with %d degrees of freedom is %d', (degrees, quantile) => {
  expect(studentT95(degrees)).toBeCloseTo(quantile, degrees < 7 ? 2 : 3);
});

describe('a goal’s share', () => {
  it('is the mean of the respondents’ own shares, not of their marks', () => {
    // One who rated three things badly weighs no more than one who rated one thing well.
    const share = respondentShare([[1, 2, 1], [4, 'notUsed', undefined], ['unknown'], []]);
    expect(share).toEqual({ respondents: 2, ratings: 4, sum: 1, squares: 1 });
    expect(respondentShareEstimate(share).share).toBe(0.5);
  });

  it('has the interval of its respondents when each answers all alike', () => {
    const alike = Array.from({ length: 20 }, (_, n): Mark[] => (n < 15 ? [4, 4, 4] : [1, 1, 1]));
    const { lower, upper } = respondentShareEstimate(respondentShare(alike));
    const one = wilsonInterval({ favourable: 15, of: 20 });
    expect(lower).toBeCloseTo(one.lower, 9);
    expect(upper).toBeCloseTo(one.upper, 9);
  });

  it('has a narrower interval where one’s marks differ, but never narrower than independent ones', () => {
    const mixed = Array.from({ length: 30 }, (_, n): Mark[] =>
      n % 2 === 0 ? [4, 1, 4] : [4, 4, 4],
    );
    const { lower, upper } = respondentShareEstimate(respondentShare(mixed));
    const persons = wilsonInterval({ favourable: 25, of: 30 });
    const marks = wilsonInterval({ favourable: 75, of: 90 });
    expect(upper - lower).toBeLessThan(persons.upper - persons.lower);
    expect(upper - lower).toBeGreaterThanOrEqual(marks.upper - marks.lower - 1e-9);
  });

  it('lies in its interval, within 0 and 1, and a difference within ±1, whatever is answered', () => {
    const mark = fc.constantFrom<Mark>(4, 3, 2, 1, 'unknown', 'notUsed');
    const year = fc
      .array(fc.array(mark, { minLength: 1, maxLength: 3 }), { minLength: 6, maxLength: 60 })
      .map((respondents) => respondentShare(respondents))
      .filter(({ respondents }) => respondents > 0);
    fc.assert(
      fc.property(year, year, (newest, last) => {
        const { share, lower, upper } = respondentShareEstimate(newest);
        expect(lower).toBeGreaterThanOrEqual(-1e-12);
        expect(lower).toBeLessThanOrEqual(share + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(share - 1e-12);
        expect(upper).toBeLessThanOrEqual(1 + 1e-12);
        const there = respondentShareDifference(newest, last);
        const back = respondentShareDifference(last, newest);
        expect(there.lower).toBeCloseTo(-back.upper, 9);
        expect(Math.max(-there.lower, there.upper)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

/** How often an interval holds the truth, over made-up years. */
function coverage(holds: (draw: Parents) => boolean, seed: number): number {
  const draw = createParents(seed);
  const years = 1_000;
  let held = 0;
  for (let year = 0; year < years; year += 1) held += Number(holds(draw));
  return held / years;
}

describe('95 % intervals of made-up parents, whose marks are alike within each', () => {
  const cases = [8, 12, 20, 40].flatMap((respondents) =>
    [0.5, 0.75, 0.9, 0.96].flatMap((truth) =>
      [0.1, 0.8].map((likeness) => [respondents, truth, likeness] as const),
    ),
  );

  it.each(cases)(
    'of %d parents at %d with likeness %d hold the truth',
    (count, truth, likeness) => {
      const parents = { respondents: count, truth, likeness, items: 3 };
      const share = coverage((draw) => {
        const { lower, upper } = respondentShareEstimate(respondentShare(draw(parents)));
        return lower <= truth && truth <= upper;
      }, 1);
      expect(share).toBeGreaterThanOrEqual(0.93);
      const difference = coverage((draw) => {
        const last = respondentShare(draw({ ...parents, truth: 0.7 }));
        const { lower, upper } = respondentShareDifference(respondentShare(draw(parents)), last);
        return lower <= truth - 0.7 && truth - 0.7 <= upper;
      }, 2);
      expect(difference).toBeGreaterThanOrEqual(0.93);
    },
  );
});
