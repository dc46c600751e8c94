import { describe, expect, it } from 'vitest';
import { boardView } from '#projections/board-view.ts';
import { goalCandidates } from '#projections/goal-candidates.ts';
import { resultSentences, spreadSentence } from '#projections/result-sentence.ts';
import { resultsView } from '#projections/results-view.ts';
import { themeVoices } from '#projections/theme-voices.ts';
import type { ResultsView } from '#projections/views.ts';
import { bookPaths } from '#records/book-paths.ts';
import { answerCounts, only, setupCentre, type Centre } from './centre-records.ts';

const view = (centre: Centre): ResultsView => resultsView(centre.ledger(), 2026);
const statement = (centre: Centre) => only(view(centre).statements, ({ item }) => item === 'r01');
const goal1 = (centre: Centre) => only(view(centre).parentGoals, ({ goal }) => goal === 'goal1');
const near = (centre: Centre) => only(view(centre).parentItems, ({ item }) => item === 'p-near');
const feel = (centre: Centre) => only(view(centre).children, ({ item }) => item === 'c-feel');
const keys = (trend: Parameters<typeof resultSentences>[0], year = 2026): string[] =>
  resultSentences(trend, year).map(({ key }) => key);

describe('the sentences of a chart', () => {
  it('tell an area with the year before, or without', () => {
    const centre = setupCentre();
    const general = () => only(view(centre).areas, ({ area }) => area === 'general');
    expect(keys(general())).toEqual(['sentence.areaNotPlaced']);
    centre.set(bookPaths.positionMark(2026, 'r01'), 5);
    expect(resultSentences(general(), 2026)).toEqual([
      { key: 'sentence.area', params: { year: 2026, favourable: 1, count: 1 } },
      { key: 'sentence.firstYear', params: {} },
    ]);
    centre.set(bookPaths.positionMark(2025, 'r01'), 3);
    expect(resultSentences(general(), 2026)[1]).toEqual({
      key: 'sentence.areaBefore',
      params: { year: 2025, favourable: 0, count: 1 },
    });
  });

  it.each([
    [null, ['sentence.statementNotPlaced']],
    ['unknown', ['sentence.statementUnknown']],
    ['notHere', ['sentence.statementNotHere']],
    [5, ['sentence.statement', 'sentence.firstYear']],
  ])('of a statement at %s are %s', (mark, expected) => {
    const centre = setupCentre();
    centre.set(bookPaths.positionMark(2026, 'r01'), mark);
    expect(keys(statement(centre))).toEqual(expected);
  });

  it('of a statement say from where to where, and nothing of better or worse', () => {
    const centre = setupCentre();
    centre.set(bookPaths.historyCounts('reflection', 2025, 'r01'), { 4: 3 });
    expect(resultSentences(statement(centre), 2025)).toEqual([
      { key: 'sentence.statementFromCounts', params: { year: 2025, position: 4 } },
    ]);
    centre.set(bookPaths.positionMark(2025, 'r01'), 4);
    centre.set(bookPaths.positionMark(2026, 'r01'), 3);
    expect(resultSentences(statement(centre), 2026)).toEqual([
      {
        key: 'sentence.statementMoved',
        params: { year: 2026, position: 3, lastYear: 2025, lastPosition: 4 },
      },
    ]);
    centre.set(bookPaths.positionMark(2026, 'r01'), 4);
    expect(keys(statement(centre))).toEqual(['sentence.statementStayed']);
  });

  it('of a statement never take the middle of typed counts for what the team agreed on', () => {
    const centre = setupCentre();
    centre.set(bookPaths.historyCounts('reflection', 2025, 'r01'), { 6: 3, 2: 3 });
    centre.set(bookPaths.positionMark(2026, 'r01'), 5);
    expect(resultSentences(statement(centre), 2026)).toEqual([
      { key: 'sentence.statement', params: { year: 2026, position: 5 } },
      { key: 'sentence.statementFromCounts', params: { year: 2025, position: 2 } },
    ]);
    const [area] = view(centre).areas;
    expect(area?.years.map(({ year, placed }) => [year, placed])).toEqual([[2026, 1]]);
    const ledger = centre.ledger();
    const [candidate] = goalCandidates(ledger, view(centre));
    expect(candidate).toMatchObject({ item: 'r01', position: 5, lastPosition: null });
    expect(boardView(ledger, 2026).items[0]).toMatchObject({ position: 5, lastYear: null });
    const typed = themeVoices(resultsView(ledger, 2025)).find(({ theme }) => theme === 'knowledge');
    expect(typed?.staff).toBeNull();
  });

  it('of a parents’ item go from nothing over still open and too few to a difference without a verdict', () => {
    const centre = setupCentre();
    expect(keys(near(centre))).toEqual(['sentence.nothing']);
    centre.round('p', 'parents', 2026);
    answerCounts(centre, 'p', 'parents', 'p-near', [[4, 5]]);
    expect(resultSentences(near(centre), 2026)).toEqual([
      { key: 'sentence.stillOpen', params: { year: 2026, count: 5, least: 6 } },
    ]);
    centre.close('p');
    expect(keys(near(centre))).toEqual(['sentence.tooFew']);
    answerCounts(centre, 'p', 'parents', 'p-near', [[1, 3]]);
    expect(resultSentences(near(centre), 2026)).toEqual([
      {
        key: 'sentence.parents',
        params: { year: 2026, share: 63, favourable: 5, count: 8, lower: 31, upper: 86 },
      },
      { key: 'sentence.firstYear', params: {} },
    ]);
    centre.round('q', 'parents', 2025);
    answerCounts(centre, 'q', 'parents', 'p-near', [[4, 5]]);
    centre.close('q');
    expect(keys(near(centre))).toEqual([
      'sentence.parents',
      'sentence.beforeWithheld',
      'verdict.tooFew',
    ]);
    answerCounts(centre, 'q', 'parents', 'p-near', [[1, 5]]);
    expect(keys(near(centre))).toEqual([
      'sentence.parents',
      'sentence.parentsBefore',
      'sentence.difference',
    ]);
    expect(resultSentences(near(centre), 2026)[2]?.params).toMatchObject({
      lastYear: 2025,
      difference: '+13',
    });
    // The earlier form, typed in by hand: shown beside, and not compared.
    const typed = setupCentre();
    typed.set(bookPaths.historyCounts('parents', 2025, 'p-near'), { 4: 6 });
    typed.round('p', 'parents', 2026);
    answerCounts(typed, 'p', 'parents', 'p-near', [[4, 6]]);
    typed.close('p');
    expect(keys(near(typed))).toEqual([
      'sentence.parents',
      'sentence.parentsBefore',
      'verdict.earlierForm',
    ]);
  });

  it.each([
    ['better', 4, 19, 1],
    ['worse', 19, 3, 17],
    ['cannotTell', 14, 16, 4],
    ['noDifference', 14, 14, 6],
  ])('of the children end with what may be said: %s', (verdict, last, good, bad) => {
    const centre = setupCentre();
    for (const [year, favourable, others] of [
      [2025, last, 20 - last],
      [2026, good, bad],
    ] as const) {
      const round = centre.round(`c${year}`, 'children', year);
      answerCounts(centre, round, 'children', 'c-feel', [
        [3, favourable],
        [1, others],
      ]);
      centre.close(round);
    }
    expect(keys(feel(centre))).toEqual([
      'sentence.children',
      'sentence.childrenBefore',
      `verdict.${verdict}`,
    ]);
  });

  it('of a goal tell how many of its questions stand behind, and how many answers at most', () => {
    const centre = setupCentre();
    centre.round('p', 'parents', 2026);
    for (let n = 0; n < 8; n += 1) centre.answer('p', 'parents', { 'p-near': 4, 'p-hours': 1 });
    centre.close('p');
    expect(resultSentences(goal1(centre), 2026)).toMatchObject([
      {
        key: 'sentence.goal',
        // As sure as eight persons, though there are sixteen marks.
        params: { year: 2026, share: 50, lower: 22, upper: 78, count: 8, items: 2, allItems: 3 },
      },
      { key: 'sentence.firstYear' },
    ]);
  });

  it('hold the newest year against the last that is shown, and name that one', () => {
    const centre = setupCentre();
    for (const [year, good] of [
      [2024, 3],
      [2026, 27],
    ] as const) {
      const round = centre.round(`p${year}`, 'parents', year);
      answerCounts(centre, round, 'parents', 'p-near', [
        [4, good],
        [1, 30 - good],
      ]);
      centre.close(round);
    }
    // The year between has a round that nobody has closed.
    centre.round('p2025', 'parents', 2025);
    answerCounts(centre, 'p2025', 'parents', 'p-near', [[4, 9]]);
    expect(goal1(centre).verdict).toEqual({ verdict: 'better', against: 2024 });
    expect(resultSentences(goal1(centre), 2026)).toMatchObject([
      { key: 'sentence.goal', params: { year: 2026 } },
      { key: 'sentence.beforeWithheld', params: { lastYear: 2025 } },
      { key: 'sentence.goalBefore', params: { year: 2024, share: 10 } },
      { key: 'verdict.better', params: { lastYear: 2024 } },
    ]);
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
