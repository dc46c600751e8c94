import { describe, expect, it } from 'vitest';
import { resultSentence, spreadSentence } from '#projections/result-sentence.ts';
import { resultsView } from '#projections/results-view.ts';
import type { ResultsView } from '#projections/views.ts';
import { bookPaths } from '#records/book-paths.ts';
import { answerCounts, only, setupCentre, type Centre } from './centre-records.ts';

const view = (centre: Centre): ResultsView => resultsView(centre.ledger(), 2026);
const statement = (centre: Centre) => only(view(centre).statements, ({ item }) => item === 'r01');
const goal1 = (centre: Centre) => only(view(centre).parentGoals, ({ goal }) => goal === 'goal1');
const near = (centre: Centre) => only(view(centre).parentItems, ({ item }) => item === 'p-near');

describe('the sentence of a chart', () => {
  it('tells an area with the year before, or without', () => {
    const centre = setupCentre();
    const general = () => only(view(centre).areas, ({ area }) => area === 'general');
    expect(resultSentence(general(), 2026).key).toBe('sentence.areaNotPlaced');
    centre.set(bookPaths.positionMark(2026, 'r01'), 5);
    expect(resultSentence(general(), 2026)).toEqual({
      key: 'sentence.areaNoLast',
      params: { year: 2026, favourable: 1, count: 1 },
    });
    centre.set(bookPaths.positionMark(2025, 'r01'), 3);
    expect(resultSentence(general(), 2026)).toEqual({
      key: 'sentence.area',
      params: {
        year: 2026,
        favourable: 1,
        count: 1,
        lastYear: 2025,
        lastFavourable: 0,
        lastPlaced: 1,
        change: 'better',
      },
    });
  });

  it.each([
    [null, 'sentence.statementNotPlaced'],
    ['unknown', 'sentence.statementUnknown'],
    ['notHere', 'sentence.statementNotHere'],
    [5, 'sentence.statementNoLast'],
  ])('of a statement at %s is %s', (mark, key) => {
    const centre = setupCentre();
    centre.set(bookPaths.positionMark(2026, 'r01'), mark);
    expect(resultSentence(statement(centre), 2026).key).toBe(key);
  });

  it('of a statement names both years, and says when the position comes from counts', () => {
    const centre = setupCentre();
    centre.set(bookPaths.historyCounts('reflection', 2025, 'r01'), { 4: 3 });
    expect(resultSentence(statement(centre), 2025)).toEqual({
      key: 'sentence.statementFromCounts',
      params: { year: 2025, position: 4 },
    });
    centre.set(bookPaths.positionMark(2026, 'r01'), 3);
    expect(resultSentence(statement(centre), 2026)).toEqual({
      key: 'sentence.statement',
      params: { year: 2026, position: 3, lastYear: 2025, lastPosition: 4, change: 'worse' },
    });
  });

  it('of a share goes from nothing over still open and too few to a comparison', () => {
    const centre = setupCentre();
    const key = (): string => resultSentence(near(centre), 2026).key;
    expect(key()).toBe('sentence.nothing');
    centre.set(bookPaths.historyCounts('parents', 2025, 'p-near'), { 4: 5 });
    expect(key()).toBe('sentence.nothing');
    centre.round('p', 'parents', 2026);
    answerCounts(centre, 'p', 'parents', 'p-near', [[4, 5]]);
    expect(resultSentence(near(centre), 2026)).toEqual({
      key: 'sentence.stillOpen',
      params: { year: 2026, count: 5, least: 6 },
    });
    centre.close('p');
    expect(key()).toBe('sentence.tooFew');
    answerCounts(centre, 'p', 'parents', 'p-near', [[1, 3]]);
    expect(resultSentence(near(centre), 2026)).toEqual({
      key: 'sentence.parentsLastWithheld',
      params: {
        year: 2026,
        share: 63,
        favourable: 5,
        count: 8,
        lastYear: 2025,
        change: 'tooFew',
      },
    });
    centre.set(bookPaths.historyCounts('parents', 2025, 'p-near'), { 4: 6 });
    expect(resultSentence(near(centre), 2026).params).toMatchObject({
      lastShare: 100,
      lastFavourable: 6,
      lastCount: 6,
      change: 'cannotTell',
    });
  });

  it('of a goal counts persons, not ratings', () => {
    const centre = setupCentre();
    centre.round('p', 'parents', 2026);
    for (let n = 0; n < 8; n += 1) centre.answer('p', 'parents', { 'p-near': 4, 'p-hours': 1 });
    centre.close('p');
    expect(resultSentence(goal1(centre), 2026)).toEqual({
      key: 'sentence.goalNoLast',
      params: { year: 2026, share: 50, favourable: 8, count: 8 },
    });
  });

  it('of a spread tells from where to where, one mark for all, or why it is not shown', () => {
    const centre = setupCentre();
    centre.round('s', 'reflection', 2026);
    for (const r01 of [2, 5, 6]) {
      centre.answer('s', 'reflection', { r01, r02: 5, r03: 'unknown' });
    }
    const spread = (item: string) => {
      const year = only(view(centre).statements, (one) => one.item === item).years.at(-1);
      return year === undefined ? undefined : spreadSentence(year);
    };
    expect(spread('r01')?.key).toBe('sentence.notRevealed');
    centre.reveal('s');
    expect(spread('r01')).toEqual({
      key: 'sentence.spread',
      params: { year: 2026, count: 3, low: 2, high: 6 },
    });
    expect(spread('r02')?.key).toBe('sentence.spreadSame');
    expect(spread('r03')?.key).toBe('sentence.spreadNoMarks');
    expect(spread('r04')?.key).toBe('sentence.tooFew');
  });
});
