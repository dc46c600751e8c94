import { describe, expect, it } from 'vitest';
import { expectedHelp } from '#projections/expected-help.ts';
import {
  goalCandidates,
  orderCandidates,
  type CandidateOrder,
} from '#projections/goal-candidates.ts';
import { resultsView } from '#projections/results-view.ts';
import { themeVoices } from '#projections/theme-voices.ts';
import { themes } from '#projections/themes.ts';
import { countedItemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { bookPaths } from '#records/book-paths.ts';
import { answerCounts, setupCentre } from './centre-records.ts';

function setupYear() {
  const centre = setupCentre();
  const round = centre.round('s', 'reflection', 2026);
  for (const r25 of [2, 3, 6]) centre.answer(round, 'reflection', { r25, r03: 5, r30: 4 });
  centre.reveal(round);
  for (const [item, last, now] of [
    ['r03', 3, 5],
    ['r25', 4, 3],
    ['r30', 4, 4],
  ] as const) {
    centre.set(bookPaths.positionMark(2025, item), last);
    centre.set(bookPaths.positionMark(2026, item), now);
  }
  centre.round('p', 'parents', 2026);
  answerCounts(centre, 'p', 'parents', 'p-near', [
    [4, 10],
    [1, 20],
  ]);
  answerCounts(centre, 'p', 'parents', 'p-equal-parents', [[4, 30]]);
  centre.close('p');
  centre.set(bookPaths.goal('g', 'year'), 2026);
  centre.set(bookPaths.goal('g', 'evidence'), ['r25']);
  centre.set(bookPaths.canChange(2027, 'r30'), 'yes');
  return centre;
}

describe('candidates for goals', () => {
  const items = (order: CandidateOrder): string[] => {
    const ledger = setupYear().ledger();
    const all = orderCandidates(goalCandidates(ledger, resultsView(ledger, 2026)), order);
    return all.flatMap(({ item }) => (['r03', 'r25', 'r30'].includes(item) ? [item] : []));
  };

  it.each([
    ['lowest', ['r25', 'r30', 'r03']],
    ['divided', ['r25', 'r03', 'r30']],
    ['fallen', ['r25', 'r30', 'r03']],
    ['parents', ['r03', 'r25', 'r30']],
    ['canChange', ['r30', 'r03', 'r25']],
    ['form', ['r03', 'r25', 'r30']],
  ] as const)('sorted by %s are %j', (order, expected) => {
    expect(items(order)).toEqual(expected);
  });

  it('have what speaks for each beside it, and no score', () => {
    const ledger = setupYear().ledger();
    const all = goalCandidates(ledger, resultsView(ledger, 2026));
    expect(all.find(({ item }) => item === 'r25')).toMatchObject({
      item: 'r25',
      theme: 'participation',
      position: 3,
      lastPosition: 4,
      spread: { low: 2, high: 6 },
      parents: { share: 1, ratings: 30 },
      wasGoal: true,
      canChange: null,
    });
  });
});

it('a position of two years ago is not last year’s', () => {
  const centre = setupCentre();
  centre.set(bookPaths.positionMark(2024, 'r03'), 6);
  centre.set(bookPaths.positionMark(2026, 'r03'), 4);
  const last = () => {
    const ledger = centre.ledger();
    const all = goalCandidates(ledger, resultsView(ledger, 2026));
    return all.find(({ item }) => item === 'r03')?.lastPosition;
  };
  expect(last()).toBeNull();
  centre.set(bookPaths.positionMark(2025, 'r03'), 5);
  expect(last()).toBe(5);
});

describe('whether the team can change something', () => {
  const can = (centre: ReturnType<typeof setupYear>) => {
    const ledger = centre.ledger();
    const all = goalCandidates(ledger, resultsView(ledger, 2026));
    return all.find(({ item }) => item === 'r25')?.canChange;
  };

  it.each([
    ['yes', 'yes'],
    ['later', 'no'],
    ['no', 'no'],
  ])('is what the meeting answered with %s until something else is said: %s', (said, expected) => {
    const centre = setupYear();
    centre.set(bookPaths.shortlist(2026, 'r25'), said);
    expect(can(centre)).toBe(expected);
    centre.set(bookPaths.canChange(2027, 'r25'), 'unsure');
    expect(can(centre)).toBe('unsure');
    centre.set(bookPaths.canChange(2027, 'r25'), null);
    expect(can(centre)).toBeNull();
  });
});

describe('the three voices of a theme', () => {
  it('stand side by side, with a question where the pictures are far apart and all is placed', () => {
    const centre = setupYear();
    const voicesOf = () => themeVoices(resultsView(centre.ledger(), 2026));
    const asked = () => voicesOf().flatMap(({ theme, asks }) => (asks ? [theme] : []));
    expect(voicesOf()[0]).toMatchObject({
      staff: { applicable: 3, placed: 1, favourable: 1 },
      parents: { source: 'rounds', share: { mostRated: 30 } },
    });
    // One statement of three is no picture of the theme.
    expect(asked()).toEqual([]);
    for (const item of ['r09', 'r10', 'r02']) centre.set(bookPaths.positionMark(2026, item), 6);
    expect(asked()).toEqual(['reach']);
    // What the team has agreed is not there, it does not place.
    centre.set(bookPaths.positionMark(2026, 'r02'), 2);
    centre.set(bookPaths.positionMark(2026, 'r05'), 'notHere');
    expect(asked()).toEqual(['reach', 'participation']);
    centre.set(bookPaths.positionMark(2026, 'r05'), 'unknown');
    expect(asked()).toEqual(['reach']);
  });

  it('are about statements that exist, each in one theme at most', () => {
    const ids = countedItemsOf(currentForm('reflection')).map(({ id }) => id);
    const used = themes.flatMap(({ statements }) => statements);
    expect(new Set(used).size).toBe(used.length);
    expect(ids).toEqual(expect.arrayContaining(used));
    const goals = new Set(countedItemsOf(currentForm('parents')).map(({ goal }) => goal));
    expect(new Set(themes.map(({ goal }) => goal))).toEqual(goals);
  });
});

describe('what a round will be able to tell', () => {
  it('goes by how many answered last time, or by twenty where there was no last time', () => {
    const centre = setupCentre();
    expect(expectedHelp(centre.ledger(), 'parents', 2026)).toMatchObject({
      count: 20,
      from: null,
      points: { from: 25, to: 30 },
    });
    centre.set(bookPaths.historyAnswered('parents', 2024), 40);
    expect(expectedHelp(centre.ledger(), 'parents', 2026)).toMatchObject({
      count: 40,
      from: 2024,
      points: { from: 15, to: 25 },
    });
  });
});
