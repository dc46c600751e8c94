import { describe, expect, it } from 'vitest';
import type { Mark } from '#instruments/form.ts';
import { areaTrends } from '#projections/area-trends.ts';
import { itemTrends } from '#projections/item-trends.ts';
import { parentGoalTrends } from '#projections/parent-goal-trends.ts';
import { resultSentences } from '#projections/result-sentence.ts';
import { resultsView } from '#projections/results-view.ts';
import { bookPaths } from '#records/book-paths.ts';
import { resultRows } from '#report/result-rows.ts';
import { answerCounts, only, setupCentre, type Centre } from './centre-records.ts';

function counts(centre: Centre, year: number, item: string, value: Record<string, number>): void {
  centre.set(bookPaths.historyCounts('parents', year, item), value);
}

function positions(centre: Centre, year: number, marks: Readonly<Record<string, Mark>>): void {
  for (const [item, mark] of Object.entries(marks)) {
    centre.set(bookPaths.positionMark(year, item), mark);
  }
}

/** A closed round of a year in which so many parents gave each mark. */
function given(centre: Centre, year: number, item: string, value: Record<string, number>): void {
  const round = centre.round(`p-${year}-${item}`, 'parents', year);
  answerCounts(
    centre,
    round,
    'parents',
    item,
    Object.entries(value).map(([mark, count]) => [Number(mark), count] as const),
  );
  centre.close(round);
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
  it('has a difference with its interval to each earlier year, and no verdict', () => {
    const centre = setupCentre();
    given(centre, 2023, 'p-near', { 4: 10, 1: 10 });
    given(centre, 2024, 'p-near', { 4: 5 });
    given(centre, 2026, 'p-near', { 4: 12, 3: 7, 1: 1 });
    const { comparisons, verdict } = near(centre);
    expect(verdict).toBeNull();
    expect(comparisons).toMatchObject([
      { year: 2023, comparable: true },
      { year: 2024, comparable: false, why: 'tooFew' },
    ]);
    const [first] = comparisons;
    if (first?.comparable !== true) throw new Error('no comparison');
    // 19 of 20 against 10 of 20 on the good side, 12 against 10 on the best step.
    expect(first.positive.difference).toBeCloseTo(0.45, 9);
    expect(first.positive.lower).toBeGreaterThan(0);
    expect(first.top?.difference).toBeCloseTo(0.1, 9);
    expect(first.top?.lower).toBeLessThan(0);
  });

  it('has who gave no mark apart from who did not know', () => {
    const centre = setupCentre();
    centre.round('p', 'parents', 2026);
    answerCounts(centre, 'p', 'parents', 'p-near', [
      [4, 8],
      ['unknown', 2],
    ]);
    answerCounts(centre, 'p', 'parents', 'p-hours', [[4, 3]]);
    centre.close('p');
    expect(near(centre).years).toMatchObject([
      { answered: 13, missing: 3, spread: { value: { rated: 8 } } },
    ]);
  });

  it('is compared with nothing in its first year, and while the new round is open', () => {
    const centre = setupCentre();
    given(centre, 2025, 'p-near', { 4: 10 });
    expect(near(centre).comparisons).toEqual([]);
    answerCounts(centre, centre.round('p', 'parents', 2026), 'parents', 'p-near', [[1, 30]]);
    expect(near(centre).comparisons).toEqual([]);
  });

  it('is not compared with counts of an earlier form, and its line is drawn broken there', () => {
    const centre = setupCentre();
    counts(centre, 2023, 'p-near', { 4: 10, 1: 10 });
    counts(centre, 2024, 'p-near', { 4: 10, 1: 10 });
    given(centre, 2025, 'p-near', { 4: 19, 1: 1 });
    given(centre, 2026, 'p-near', { 4: 19, 1: 1 });
    expect(near(centre).years.map(({ continues }) => continues)).toEqual([true, true, false, true]);
    expect(near(centre).comparisons).toMatchObject([
      { year: 2023, why: 'notComparable' },
      { year: 2024, why: 'notComparable' },
      { year: 2025, comparable: true },
    ]);
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

describe('the children’s questions from year to year', () => {
  const feel = (last: Record<string, number>, newest: Record<string, number>) => {
    const centre = setupCentre();
    for (const [year, value] of [
      [2025, last],
      [2026, newest],
    ] as const) {
      const round = centre.round(`c-${year}`, 'children', year);
      const entries = Object.entries(value).map(([mark, count]) => [Number(mark), count] as const);
      answerCounts(centre, round, 'children', 'c-feel', entries);
      centre.close(round);
    }
    return only(itemTrends(centre.ledger(), 'children', 2026), ({ item }) => item === 'c-feel');
  };

  it.each([
    ['a clear rise', { 3: 10, 1: 10 }, { 3: 19, 1: 1 }, 'better'],
    ['a clear fall', { 3: 19, 1: 1 }, { 3: 10, 1: 10 }, 'worse'],
    ['15 points up among 20', { 3: 14, 1: 6 }, { 3: 17, 1: 3 }, 'cannotTell'],
    ['the very same', { 3: 14, 1: 6 }, { 3: 14, 1: 6 }, 'cannotTell'],
    ['too few last year', { 3: 5 }, { 3: 14, 1: 6 }, 'tooFew'],
    ['too few this year', { 3: 14, 1: 6 }, { 3: 5 }, 'tooFew'],
  ])('%s: %j then %j is judged as %s', (_, last, newest, verdict) => {
    expect(feel(last, newest).verdict).toEqual({ verdict, against: 2025 });
  });
});

describe('a parents’ goal from year to year', () => {
  const items = ['p-near', 'p-hours', 'p-welcome'];
  /** Parents who say the same to every item of the goal. */
  function alike(centre: Centre, year: number, good: number, bad: number): void {
    const round = centre.round(`p-${year}`, 'parents', year);
    for (const [mark, count] of [
      [4, good],
      [1, bad],
    ] as const) {
      for (let n = 0; n < count; n += 1) {
        centre.answer(round, 'parents', Object.fromEntries(items.map((item) => [item, mark])));
      }
    }
    centre.close(round);
  }

  it('does not count one parent’s three ratings as three parents', () => {
    // 20 persons from 60 % to 85 %: not to be told of 20 who answer alike; of 60 it would be.
    const [twenty, sixty] = [setupCentre(), setupCentre()];
    alike(twenty, 2025, 12, 8);
    alike(twenty, 2026, 17, 3);
    alike(sixty, 2025, 36, 24);
    alike(sixty, 2026, 51, 9);
    expect(goal1(twenty).years.at(-1)).toMatchObject({
      answered: 20,
      share: { value: { mostRated: 20, ratings: 60, items, share: 0.85 } },
    });
    expect(goal1(twenty).verdict?.verdict).toBe('cannotTell');
    expect(goal1(sixty).verdict?.verdict).toBe('better');
  });

  it('compares only items shown in both years', () => {
    const centre = setupCentre();
    given(centre, 2025, 'p-near', { 4: 30 });
    given(centre, 2026, 'p-near', { 4: 30 });
    // Withheld in 2025; alone it would pull the goal down in 2026.
    given(centre, 2025, 'p-hours', { 1: 3 });
    given(centre, 2026, 'p-hours', { 1: 30 });
    expect(goal1(centre).verdict?.verdict).toBe('cannotTell');
    expect(goal1(centre).comparisons).toMatchObject([{ items: ['p-near'], contradicted: true }]);
  });

  it('cannot be compared where the two years show different items, nor with an earlier form', () => {
    const centre = setupCentre();
    counts(centre, 2024, 'p-near', { 4: 15, 1: 15 });
    given(centre, 2025, 'p-near', { 4: 30 });
    given(centre, 2026, 'p-hours', { 1: 30 });
    expect(goal1(centre).comparisons).toMatchObject([
      { year: 2024, why: 'notComparable' },
      { year: 2025, why: 'notComparable' },
    ]);
    expect(goal1(centre).years[0]?.share).toMatchObject({
      value: { share: 0.5, items: ['p-near'], mostRated: 30 },
    });
  });

  it('is too few where one of the years has none that six have rated', () => {
    const centre = setupCentre();
    given(centre, 2025, 'p-near', { 4: 5 });
    given(centre, 2026, 'p-near', { 4: 30 });
    expect(goal1(centre).verdict?.verdict).toBe('tooFew');
  });

  it('has all five goals and what the child finds, in form order', () => {
    const goals = parentGoalTrends(setupCentre().ledger(), 2026).map(({ goal }) => goal);
    expect(goals).toEqual(['goal1', 'goal2', 'goal3', 'goal4', 'goal5', 'child']);
  });
});

describe('a statement from year to year', () => {
  it('has its positions as they are, and no verdict: the team is everyone', () => {
    const centre = setupCentre();
    positions(centre, 2025, { r01: 3 });
    positions(centre, 2026, { r01: 5 });
    const { years, verdict, comparisons } = statement(centre);
    expect(years.map(({ position }) => position)).toEqual([3, 5]);
    expect([verdict, comparisons]).toEqual([null, []]);
  });

  it('has the lower median of an earlier year’s counts beside, and takes it for no position', () => {
    const centre = setupCentre();
    centre.set(bookPaths.historyCounts('reflection', 2024, 'r01'), { 3: 2, 5: 2 });
    centre.set(bookPaths.historyCounts('reflection', 2025, 'r01'), { 3: 2, 5: 2 });
    positions(centre, 2025, { r01: 5 });
    expect(statement(centre).years).toMatchObject([
      { year: 2024, position: null, middleOfCounts: 3, source: 'history' },
      { year: 2025, position: 5, middleOfCounts: null, source: 'history' },
    ]);
  });

  it('takes no median of marks given here: the team has not agreed yet', () => {
    const centre = setupCentre();
    answerCounts(centre, centre.round('s', 'reflection', 2026), 'reflection', 'r01', [[5, 4]]);
    centre.reveal('s');
    expect(statement(centre).years).toMatchObject([{ position: null, middleOfCounts: null }]);
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

  it('with two values at once is not placed until somebody has chosen', () => {
    const centre = setupCentre();
    const path = bookPaths.positionMark(2026, 'r01');
    centre.set(bookPaths.positionMark(2026, 'r02'), 6);
    const heads = [centre.set(path, 5, []), centre.set(path, 3, [])];
    expect(statement(centre).years).toMatchObject([{ position: null, positionsDiffer: true }]);
    expect(general(centre).years).toMatchObject([{ placed: 1 }]);
    expect(resultSentences(statement(centre), 2026)).toEqual([
      { key: 'sentence.statementDiffers', params: { year: 2026 } },
    ]);
    const rows = resultRows(resultsView(centre.ledger(), 2026), () => '');
    expect(rows.filter((row) => row.item === 'r01' && row.measure === 'position')).toEqual([]);
    centre.set(path, 3, heads);
    expect(statement(centre).years).toMatchObject([{ position: 3, positionsDiffer: false }]);
  });

  it('with two values at once has no median of counts either', () => {
    const centre = setupCentre();
    centre.set(bookPaths.historyAnswered('reflection', 2026), 9);
    centre.set(bookPaths.historyCounts('reflection', 2026, 'r01'), { '4': 9 });
    for (const mark of [5, 3]) centre.set(bookPaths.positionMark(2026, 'r01'), mark, []);
    expect(statement(centre).years).toMatchObject([{ position: null, middleOfCounts: null }]);
  });
});

describe('an area from year to year', () => {
  it('counts statements at each stop, and what applies', () => {
    const centre = setupCentre();
    positions(centre, 2026, { r01: 6, r02: 2, r03: 'notHere' });
    const [year] = general(centre).years;
    expect(year).toMatchObject({ placed: 2, favourable: 1, applicable: 2 });
    expect(year?.points.get(6)).toBe(1);
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
    expect(view.quotes).toMatchObject([
      {
        item: 'p-good',
        text: 'Fikat',
        gender: null,
        masked: false,
        masksDiffer: false,
        hidden: false,
        chosen: false,
      },
    ]);
  });

  it('mark a quote with woman, man or other only where six have said so and the rest is no handful', () => {
    const genders = (women: number, men: number, silent: number) => {
      const centre = setupCentre();
      centre.round('a', 'parents', 2026);
      for (const [gender, count] of [
        ['woman', women],
        ['man', men],
        ['', silent],
      ] as const) {
        for (let n = 0; n < count; n += 1) {
          const choices: Record<string, string[]> = gender === '' ? {} : { 'p-gender': [gender] };
          centre.answer('a', 'parents', { 'p-near': n % 2 === 0 ? 4 : 1 }, { choices });
        }
      }
      centre.text('a', 'p-good', 'Sången', 'woman');
      centre.text('a', 'p-good', 'Fikat', 'man');
      const open = resultsView(centre.ledger(), 2026).quotes.map(({ gender }) => gender);
      expect(open).toEqual([null, null]);
      centre.close('a');
      return resultsView(centre.ledger(), 2026).quotes.map(({ gender }) => gender);
    };
    expect(genders(12, 8, 0)).toEqual(['woman', 'man']);
    expect(genders(12, 8, 7)).toEqual(['woman', 'man']);
    expect(genders(12, 8, 2)).toEqual(['woman', null]);
    expect(genders(12, 3, 8)).toEqual(['woman', null]);
    expect(genders(12, 3, 0)).toEqual([null, null]);
  });
});
