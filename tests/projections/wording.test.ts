import { describe, expect, it } from 'vitest';
import { boardView } from '#projections/board-view.ts';
import { areaTrends } from '#projections/area-trends.ts';
import { improvementCandidates } from '#projections/improvement-candidates.ts';
import { itemTrends } from '#projections/item-trends.ts';
import { resultSentences } from '#projections/result-sentence.ts';
import { canReword, wordingOf } from '#projections/wording.ts';
import { bookPaths } from '#records/book-paths.ts';
import { only, setupCentre, type Centre } from './centre-records.ts';

const pack = (text: string, version = '1') => ({
  v: 1 as const,
  form: 'reflection' as const,
  name: 'Länet',
  version,
  texts: { sv: { r01: { text } }, en: {} },
});

/** A year's revealed reflection of three, with a position; `wording` is what its card carries. */
function year(centre: Centre, of: number, position: number, wording?: object): void {
  const round = centre.round(`round-${of}-${centre.records.length}`, 'reflection', of);
  const last = centre.records.at(-1);
  if (last?.kind === 'roundKey') last.body.card = JSON.stringify({ wording });
  for (const mark of [4, 4, 4]) centre.answer(round, 'reflection', { r01: mark, r02: mark });
  centre.reveal(round);
  for (const item of ['r01', 'r02']) centre.set(bookPaths.positionMark(of, item), position);
}

const trendOf = (centre: Centre, upTo: number, item: string) =>
  only(itemTrends(centre.ledger(), 'reflection', upTo), (one) => one.item === item);

describe('the wording of a year', () => {
  it('is the form’s own until a pack is chosen, and from the chosen year on', () => {
    const centre = setupCentre();
    expect(wordingOf(centre.ledger(), 2026)).toBeNull();
    centre.set(bookPaths.wordingFrom(2026), pack('Nytt'));
    expect(wordingOf(centre.ledger(), 2025)).toBeNull();
    expect(wordingOf(centre.ledger(), 2027)?.texts.sv['r01']?.text).toBe('Nytt');
    centre.set(bookPaths.wordingFrom(2027), null);
    expect(wordingOf(centre.ledger(), 2026)?.name).toBe('Länet');
    expect(wordingOf(centre.ledger(), 2027)).toBeNull();
  });

  it('is what its round carried to those who answered, whatever is chosen after that', () => {
    const centre = setupCentre();
    year(centre, 2026, 4);
    centre.set(bookPaths.wordingFrom(2026), pack('För sent'));
    expect(wordingOf(centre.ledger(), 2026)).toBeNull();
    expect(canReword(centre.ledger(), 2026)).toBe(false);
    expect(canReword(centre.ledger(), 2027)).toBe(true);
  });

  it('is the form’s own where a field or a card holds something else', () => {
    const centre = setupCentre();
    centre.set(bookPaths.wordingFrom(2026), { v: 9 });
    expect(wordingOf(centre.ledger(), 2026)).toBeNull();
    year(centre, 2027, 4, { name: 'x' });
    expect(wordingOf(centre.ledger(), 2027)).toBeNull();
  });
});

describe('a statement that is worded otherwise', () => {
  function reworded(): Centre {
    const centre = setupCentre();
    year(centre, 2025, 5);
    year(centre, 2026, 3, pack('Nytt'));
    return centre;
  }

  it('breaks its own series and no other, and says why', () => {
    const centre = reworded();
    const [r01, r02] = [trendOf(centre, 2026, 'r01'), trendOf(centre, 2026, 'r02')];
    expect(r01.years.map(({ continues }) => continues)).toEqual([true, false]);
    expect(r01.comparisons).toEqual([{ year: 2025, comparable: false, why: 'notComparable' }]);
    expect(resultSentences(r01, 2026).map(({ key }) => key)).toEqual([
      'sentence.statement',
      'verdict.notComparable',
    ]);
    expect(r02.years.map(({ continues }) => continues)).toEqual([true, true]);
    expect(resultSentences(r02, 2026).map(({ key }) => key)).toEqual(['sentence.statementMoved']);
  });

  it('is marked with the pack in its year, the others are not', () => {
    const centre = reworded();
    expect(trendOf(centre, 2026, 'r01').years.map(({ wording }) => wording)).toEqual([
      undefined,
      'Länet 1',
    ]);
    expect(trendOf(centre, 2026, 'r02').years.map(({ wording }) => wording)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('makes its area’s year no measure of the year before', () => {
    const area = only(areaTrends(reworded().ledger(), 2026), (one) => one.area === 'general');
    expect(area.years.map(({ continues }) => continues)).toEqual([true, false]);
    expect(resultSentences(area, 2026).at(-1)).toEqual({
      key: 'verdict.notComparable',
      params: { lastYear: 2025 },
    });
  });

  it('has not fallen for being lower than another statement was', () => {
    const ledger = reworded().ledger();
    const board = boardView(ledger, 2026);
    const reasons = (item: string) =>
      only([...improvementCandidates(ledger, board)], (one) => one.item === item).reasons;
    expect(reasons('r01')).toEqual(['low']);
    expect(reasons('r02')).toEqual(['low', 'falling']);
    expect(only([...board.items], ({ item }) => item === 'r01').reworded).toBe(true);
  });

  it('is one series again as long as the words are the same, in whichever version of the pack', () => {
    const centre = reworded();
    year(centre, 2027, 4, pack('Nytt', '2'));
    expect(trendOf(centre, 2027, 'r01').years.at(-1)?.continues).toBe(true);
    year(centre, 2028, 4, pack('Ännu nyare', '3'));
    expect(trendOf(centre, 2028, 'r01').years.at(-1)?.continues).toBe(false);
  });

  it('is no year’s equal where two of its rounds asked in different ways', () => {
    const centre = reworded();
    year(centre, 2027, 4, pack('Nytt'));
    year(centre, 2027, 4);
    expect(trendOf(centre, 2027, 'r01').years.at(-1)?.continues).toBe(false);
  });
});
