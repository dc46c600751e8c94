import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark, ScaleItem } from '#instruments/form.ts';
import {
  addDistributions,
  distributionFromCounts,
  distributionOf,
  lowerMedian,
  markedCount,
} from '#projections/distribution.ts';

const statement: ScaleItem = { id: 'r01', version: 1, kind: 'scale', scale: 'working6' };
const practice: ScaleItem = { ...statement, scale: 'yes3', practiceAnswer: 3 };
const anyMark = fc.constantFrom<Mark>(1, 2, 3, 4, 5, 6, 'unknown', 'notHere');

describe('a distribution', () => {
  it('has every point in shown order, keeps non-answers apart, leaves out what the scale does not know', () => {
    const one = distributionOf(statement, [6, 6, 3, 'unknown', 'declined', 7, undefined]);
    expect([...one.points]).toEqual([
      [6, 2],
      [5, 0],
      [4, 0],
      [3, 1],
      [2, 0],
      [1, 0],
    ]);
    expect(Object.fromEntries(one.nonAnswers)).toEqual({ unknown: 1, notHere: 0 });
    expect(one).toMatchObject({ rated: 3, favourable: 2 });
    expect(markedCount(one)).toBe(4);
  });

  it('of a practice item is empty', () => {
    expect(distributionOf(practice, [3, 3])).toMatchObject({ rated: 0, favourable: 0 });
  });

  it.each([
    ['a negative count', { 6: -2, 5: 1 }, 1],
    ['half a person', { 6: 1.5, 5: 1 }, 1],
    ['a text', { 6: '4', 5: 1 }, 1],
    ['a point off the scale', { 9: 4, 5: 1 }, 1],
    ['inherited names', { toString: 3, __proto__: { 6: 9 }, 5: 1 }, 1],
    ['a list', [1, 2, 3], 0],
    ['null', null, 0],
    ['a text for an object', '666', 0],
    ['nothing at all', undefined, 0],
  ])('from counts leaves out %s', (_, counts, rated) => {
    expect(distributionFromCounts(statement, counts).rated).toBe(rated);
  });

  it('from counts is the one of as many marks', () => {
    fc.assert(
      fc.property(fc.array(anyMark), (marks) => {
        const counts: Record<string, number> = {};
        for (const mark of marks) counts[mark] = (counts[mark] ?? 0) + 1;
        expect(distributionFromCounts(statement, counts)).toEqual(distributionOf(statement, marks));
      }),
    );
  });

  it('of two groups together is the sum of theirs', () => {
    fc.assert(
      fc.property(fc.array(anyMark), fc.array(anyMark), (some, others) => {
        const sum = addDistributions([
          distributionOf(statement, some),
          distributionOf(statement, others),
        ]);
        expect(sum).toEqual(distributionOf(statement, [...some, ...others]));
      }),
    );
  });

  it.each([
    [[1, 2, 3], 2],
    [[1, 6], 1],
    [[2, 2, 5, 6], 2],
    [[4], 4],
    [['unknown', 3], 3],
    [['unknown'], null],
    [[], null],
  ] as const)('%j has the lower median %s', (marks, median) => {
    expect(lowerMedian(distributionOf(statement, marks))).toBe(median);
  });
});
