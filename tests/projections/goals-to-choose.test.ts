import { expect, it } from 'vitest';
import { goalsToChoose } from '#projections/goals-to-choose.ts';
import { bookPaths } from '#records/book-paths.ts';
import { setupCentre } from './centre-records.ts';

/** A centre with goals for 2027, of which some say why they stand beside the two. */
function goalsOf(reasons: readonly string[]) {
  const centre = setupCentre();
  for (const [at, reason] of reasons.entries()) {
    centre.set(bookPaths.goal(`g${at}`, 'year'), 2027);
    centre.set(bookPaths.goal(`g${at}`, 'title'), `Mål ${at}`);
    if (reason !== '') centre.set(bookPaths.goal(`g${at}`, 'beyondTwo'), reason);
  }
  return goalsToChoose(centre.ledger(), 2027).map(({ id }) => id);
}

it('two goals are no question, and a third with a reason is none either', () => {
  expect(goalsOf(['', ''])).toEqual([]);
  expect(goalsOf(['', '', 'Ledningsgruppen bad om det'])).toEqual([]);
});

it('three goals of two devices that wrote apart are', () => {
  expect(goalsOf(['', '', ''])).toEqual(['g0', 'g1', 'g2']);
  expect(goalsOf(['', '', '  '])).toEqual(['g0', 'g1', 'g2']);
});

it('a reasoned goal is never among those to choose from', () => {
  expect(goalsOf(['', 'Ledningsgruppen bad om det', '', ''])).toEqual(['g0', 'g2', 'g3']);
});
