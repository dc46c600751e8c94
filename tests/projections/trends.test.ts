import { describe, expect, it } from 'vitest';
import type { Mark } from '#instruments/form.ts';
import { areaTrends } from '#projections/area-trends.ts';
import { itemTrends } from '#projections/item-trends.ts';
import { parentGoalTrends } from '#projections/parent-goal-trends.ts';
import { resultsView } from '#projections/results-view.ts';
import { bookPaths } from '#records/book-paths.ts';
import { answerCounts, only, setupCentre, type Centre } from './centre-records.ts';

function counts(centre: Centre, year: number, item: string, value: Record<string, number>): void {
  centre.set(bookPaths.historyCounts('parents', year, item), value);
}

function positions(centre: Centre, year: number, marks: Readonly<Record<string, Mark>>): void {
  for (const [item, mark] of Object.entries(marks)) {
    centre.set(bookPaths.positionMark(year, item), mark);
  }
}

const near = (centre: Centre) =>
  only(itemTrends(centre.ledger(), 'parents', 2026), ({ item }) => item === 'p-near');
const goal1 = (centre: Centre) =>
  only(parentGoalTrends(centre.ledger(), 2026), ({ goal }) => goal === 'goal1');
const general = (centre: Centre) =>
  only(areaTrends(centre.ledger(), 2026), ({ area }) => area === 'general');
const statement = (centre: Centre, id = 'r01') =>
  only(itemTrends(centre.ledger(), 'reflection', 2026), ({ item }) => item === id);

describe('a parents’ item from year to year', () => {
  it.each([
    ['a clear rise', { 4: 10, 1: 10 }, { 4: 19, 1: 1 }, 'better'],
    ['a clear fall', { 4: 19, 1: 1 }, { 4: 10, 1: 10 }, 'worse'],
    ['15 points up among 20', { 4: 14, 1: 6 }, { 4: 17, 1: 3 }, 'cannotTell'],
    ['the very same', { 4: 14, 1: 6 }, { 4: 14, 1: 6 }, 'cannotTell'],
    ['too few last year', { 4: 5 }, { 4: 14, 1: 6 }, 'tooFew'],
    ['too few this year', { 4: 14, 1: 6 }, { 4: 5 }, 'tooFew'],
  ])('%s: %j then %j is told as %s', (_, last, newest, change) => {
    const centre = setupCentre();
    counts(centre, 2024, 'p-near', last);
    counts(centre, 2026, 'p-near', newest);
    expect(near(centre).change).toBe(change);
  });

  it('is in its first year when there is nothing before', () => {
    const centre = setupCentre();
    counts(centre, 2026, 'p-near', { 4: 10 });
    expect(near(centre).change).toBe('firstYear');
  });

  it('cannot be told while the new round is open: few answers are not the reason', () => {
    const centre = setupCentre();
    counts(centre, 2025, 'p-near', { 4: 10 });
    answerCounts(centre, centre.round('p', 'parents', 2026), 'parents', 'p-near', [[1, 30]]);
    expect(near(centre).change).toBe('cannotTell');
  });

  it('leaves out years after the one asked for, years of nothing, and closed rounds nobody answered', () => {
    const centre = setupCentre();
    counts(centre, 2020, 'p-near', { 4: 10 });
    counts(centre, 2022, 'p-near', {});
    centre.close(centre.round('p', 'parents', 2023));
    counts(centre, 2027, 'p-near', { 4: 10 });
    expect(near(centre).years.map(({ year }) => year)).toEqual([2020]);
  });

  it('takes answers given here before counts entered by hand, and counts while no answer has come', () => {
    const centre = setupCentre();
    counts(centre, 2026, 'p-near', { 4: 10 });
    centre.round('p', 'parents', 2026);
    expect(near(centre).years).toMatchObject([{ source: 'history', answered: 10 }]);
    centre.answer('p', 'parents', { 'p-near': 1 });
    expect(near(centre).years).toMatchObject([{ source: 'rounds', answered: 1 }]);
  });

  it('takes the number entered for the form as who answered, unless one item has more', () => {
    const centre = setupCentre();
    centre.set(bookPaths.historyAnswered('parents', 2025), 40);
    counts(centre, 2025, 'p-near', { 4: 10 });
    centre.set(bookPaths.historyAnswered('parents', 2026), 2);
    counts(centre, 2026, 'p-near', { 4: 10 });
    expect(near(centre).years).toMatchObject([{ answered: 40 }, { answered: 10 }]);
  });
});

describe('a parents’ goal from year to year', () => {
  const items = ['p-near', 'p-hours', 'p-welcome'];

  it('does not count one parent’s three ratings as three parents', () => {
    // 20 persons from 60 % to 85 %: not to be told for one item, nor for three alike; 60 would be.
    const one = setupCentre();
    const sixty = setupCentre();
    for (const item of items) {
      counts(one, 2025, item, { 4: 12, 1: 8 });
      counts(one, 2026, item, { 4: 17, 1: 3 });
    }
    counts(sixty, 2025, 'p-near', { 4: 36, 1: 24 });
    counts(sixty, 2026, 'p-near', { 4: 51, 1: 9 });
    expect(goal1(one).years.at(-1)).toMatchObject({
      answered: 20,
      ratings: { value: { rated: 60, favourable: 51 } },
    });
    expect(goal1(one).change).toBe('cannotTell');
    expect(goal1(sixty).change).toBe('better');
  });

  it('compares only items shown in both years', () => {
    const centre = setupCentre();
    counts(centre, 2025, 'p-near', { 4: 30 });
    counts(centre, 2026, 'p-near', { 4: 30 });
    // Withheld in 2025; alone it would pull the goal down in 2026.
    counts(centre, 2025, 'p-hours', { 1: 3 });
    counts(centre, 2026, 'p-hours', { 1: 30 });
    expect(goal1(centre).change).toBe('cannotTell');
  });

  it('has all five goals and what the child finds, in form order', () => {
    const goals = parentGoalTrends(setupCentre().ledger(), 2026).map(({ goal }) => goal);
    expect(goals).toEqual(['goal1', 'goal2', 'goal3', 'goal4', 'goal5', 'child']);
  });
});

describe('a statement from year to year', () => {
  it.each([
    [4, 5, 'better'],
    [5, 4, 'worse'],
    [5, 5, 'same'],
    ['unknown', 5, 'cannotTell'],
  ] as const)('from %s to %s is told as %s, with no talk of chance', (last, newest, change) => {
    const centre = setupCentre();
    positions(centre, 2025, { r01: last });
    positions(centre, 2026, { r01: newest });
    expect(statement(centre).change).toBe(change);
  });

  it('takes the lower median of an earlier year’s counts where no position was agreed', () => {
    const centre = setupCentre();
    centre.set(bookPaths.historyCounts('reflection', 2024, 'r01'), { 3: 2, 5: 2 });
    centre.set(bookPaths.historyCounts('reflection', 2025, 'r01'), { 3: 2, 5: 2 });
    positions(centre, 2025, { r01: 5 });
    expect(statement(centre).years).toMatchObject([
      { year: 2024, position: 3, positionFromCounts: true, source: 'history' },
      { year: 2025, position: 5, positionFromCounts: false, source: 'history' },
    ]);
  });

  it('takes no median of marks given here: the team has not agreed yet', () => {
    const centre = setupCentre();
    answerCounts(centre, centre.round('s', 'reflection', 2026), 'reflection', 'r01', [[5, 4]]);
    centre.reveal('s');
    expect(statement(centre).years).toMatchObject([{ position: null, positionFromCounts: false }]);
  });

  it('takes no position that the scale does not know', () => {
    const centre = setupCentre();
    centre.set(bookPaths.positionMark(2026, 'r01'), 7);
    expect(statement(centre).years).toEqual([]);
  });

  it('about a service that the centre lacks is not there', () => {
    const centre = setupCentre();
    centre.set(bookPaths.centreServices, ['childHealth', 'openPreschool']);
    positions(centre, 2026, { r17: 6, r21: 6, r19: 6 });
    const shown = itemTrends(centre.ledger(), 'reflection', 2026).map(({ item }) => item);
    expect(shown).toHaveLength(26);
    expect(shown).not.toContain('r17');
    const staff = only(
      areaTrends(centre.ledger(), 2026),
      (one) => one.area === 'earlySupportStaff',
    );
    expect(staff.years).toMatchObject([{ placed: 1, applicable: 5 }]);
  });

  it('with two values at once has the one that every device shows first', () => {
    const centre = setupCentre();
    const path = bookPaths.positionMark(2026, 'r01');
    centre.set(path, 5, []);
    centre.set(path, 3, []);
    expect(statement(centre).years).toMatchObject([{ position: 5 }]);
  });
});

describe('an area from year to year', () => {
  it('counts statements at each stop, and what applies', () => {
    const centre = setupCentre();
    positions(centre, 2026, { r01: 6, r02: 2, r03: 'notHere' });
    const [year] = general(centre).years;
    expect(year).toMatchObject({ placed: 2, favourable: 1, applicable: 2 });
    expect(year?.points.get(6)).toBe(1);
    expect(general(centre).change).toBe('firstYear');
  });

  it.each([
    ['more on the good side', { r01: 3, r02: 5 }, { r01: 4, r02: 5 }, 'better'],
    ['fewer', { r01: 4, r02: 5 }, { r01: 3, r02: 5 }, 'worse'],
    ['moved within the good side', { r01: 4, r02: 5 }, { r01: 6, r02: 5 }, 'same'],
    ['only other statements placed', { r01: 4 }, { r02: 5 }, 'cannotTell'],
    ['share moved by a new statement only', { r01: 4 }, { r01: 4, r02: 1 }, 'cannotTell'],
    ['only "vet inte" this year', { r01: 4 }, { r01: 'unknown' }, 'cannotTell'],
  ] as const)('%s is told as it is', (_, last, newest, change) => {
    const centre = setupCentre();
    positions(centre, 2025, last);
    positions(centre, 2026, newest);
    expect(general(centre).change).toBe(change);
  });
});

describe('the results of a year', () => {
  it('tell respondents, families and free texts, open rounds included', () => {
    const centre = setupCentre();
    centre.round('a', 'parents', 2026);
    centre.round('b', 'parents', 2026);
    centre.set(bookPaths.roundFamilies('a'), 80);
    centre.set(bookPaths.roundFamilies('b'), 75);
    centre.answer('a', 'parents', { 'p-near': 4 });
    centre.text('b', 'p-good', 'Fikat', 'man');
    centre.text('b', 'p-near', 'No text item');
    const view = resultsView(centre.ledger(), 2026);
    expect(view.respondents.parents).toEqual({ answered: 1, families: 80 });
    expect(view.respondents.children).toEqual({ answered: 0, families: null });
    expect(view.quotes).toEqual([{ item: 'p-good', text: 'Fikat', gender: 'man' }]);
  });
});
