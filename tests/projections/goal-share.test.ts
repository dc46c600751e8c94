import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedItemsOf, type Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { distributionOf } from '#projections/distribution.ts';
import { goalShare, persons } from '#projections/goal-share.ts';
import { newcombeInterval, wilsonInterval } from '#projections/newcombe-interval.ts';
import type { Distribution, GoalShare } from '#projections/views.ts';
import { createParents, type Parents } from './made-up-parents.ts';

const items = countedItemsOf(currentForm('parents')).slice(0, 3);

/** The items' tables, out of each respondent's marks. */
function tables(respondents: readonly (readonly (Mark | undefined)[])[]): Distribution[] {
  const asked = Math.max(...respondents.map((marks) => marks.length));
  return items.slice(0, asked).map((item, at) =>
    distributionOf(
      item,
      respondents.map((marks) => marks[at]),
    ),
  );
}

function shareOf(respondents: readonly (readonly (Mark | undefined)[])[]): GoalShare {
  return goalShare(new Map(tables(respondents).map((spread, at) => [items[at]?.id ?? '', spread])));
}

describe('a goal’s share', () => {
  it('is what the tables of its items give together', () => {
    const ten = (marks: readonly Mark[]) => Array.from({ length: 10 }, () => marks);
    const share = shareOf([...ten([4, 4]), ...ten([1, 'notUsed'])]);
    // 10 of 20 and 10 of 10.
    expect(share).toMatchObject({ share: 20 / 30, ratings: 30, mostRated: 20 });
  });

  it('has the interval of its respondents when everyone rates every item, however alike the marks', () => {
    const alike = Array.from({ length: 20 }, (_, n): Mark[] => (n < 15 ? [4, 4, 4] : [1, 1, 1]));
    expect(shareOf(alike)).toMatchObject(wilsonInterval({ favourable: 15, of: 20 }));
    const mixed = Array.from({ length: 30 }, (_, n): Mark[] => [n % 2 === 0 ? 1 : 4, 4, 4]);
    expect(shareOf(mixed)).toMatchObject(wilsonInterval({ favourable: 25, of: 30 }));
  });

  it('lies in its interval, within 0 and 1, on never more persons than there are', () => {
    const mark = fc.constantFrom<Mark>(4, 3, 2, 1, 'unknown', 'notUsed');
    const marks = fc.array(mark, { minLength: 3, maxLength: 3 });
    const year = fc
      .array(marks, { minLength: 6, maxLength: 60 })
      .filter((respondents) => respondents.flat().some((one) => typeof one === 'number'));
    fc.assert(
      fc.property(year, (respondents) => {
        const { share, lower, upper, ratings, mostRated } = shareOf(respondents);
        expect(lower).toBeGreaterThanOrEqual(-1e-12);
        expect(lower).toBeLessThanOrEqual(share + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(share - 1e-12);
        expect(upper).toBeLessThanOrEqual(1 + 1e-12);
        const { of } = persons(tables(respondents));
        expect(of).toBeLessThanOrEqual(mostRated);
        expect(of * 3).toBeCloseTo(ratings, 9);
        // Kish's effective number of persons, for marks that are all alike within each: never fewer than are taken.
        const rated = respondents.map((of) => of.filter((one) => typeof one === 'number').length);
        const squares = rated.reduce((sum, one) => sum + one ** 2, 0);
        expect(ratings ** 2 / squares).toBeGreaterThanOrEqual(of - 1e-9);
      }),
    );
  });
});

/** How often an interval holds the truth, over made-up years. */
function coverage(holds: (draw: Parents) => boolean, seed: number): number {
  const draw = createParents(seed);
  const years = 2_000;
  let held = 0;
  for (let year = 0; year < years; year += 1) held += Number(holds(draw));
  return held / years;
}

describe('95 % intervals of made-up parents, whose marks are alike within each', () => {
  const cases = [8, 12, 20, 40].flatMap((respondents) =>
    [0.5, 0.75, 0.9, 0.96].flatMap((truth) =>
      [0.1, 0.4, 0.8, 0.99].map((likeness) => [respondents, truth, likeness] as const),
    ),
  );

  it.each(cases)(
    'of %d parents at %d with likeness %d hold the truth',
    (count, truth, likeness) => {
      const parents = { respondents: count, truth, likeness, items: 3 };
      const share = coverage((draw) => {
        const { lower, upper } = shareOf(draw(parents));
        return lower <= truth && truth <= upper;
      }, 1);
      expect(share).toBeGreaterThanOrEqual(0.94);
      const difference = coverage((draw) => {
        const [newest, last] = [parents, { ...parents, truth: 0.7 }].map((of) => tables(draw(of)));
        const { lower, upper } = newcombeInterval(persons(newest ?? []), persons(last ?? []));
        return lower <= truth - 0.7 && truth - 0.7 <= upper;
      }, 2);
      expect(difference).toBeGreaterThanOrEqual(0.94);
    },
  );

  it('hold it also where those who have not used a thing think otherwise', () => {
    // Whoever is not pleased rates one question of three: the share of the marks is not that of the persons.
    const pleased = 0.6;
    const truth = (3 * pleased) / (3 * pleased + (1 - pleased));
    const held = coverage((draw) => {
      const leanings = draw({ respondents: 20, truth: pleased, likeness: 0.5, items: 1 });
      const { lower, upper } = shareOf(
        leanings.map(([mark]): Mark[] => (mark === 4 ? [4, 4, 4] : [1, 'notUsed', 'notUsed'])),
      );
      return lower <= truth && truth <= upper;
    }, 3);
    expect(held).toBeGreaterThanOrEqual(0.94);
  });
});
