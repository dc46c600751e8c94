import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardView } from '#projections/board-view.ts';
import { contestedFields } from '#projections/contested-fields.ts';
import { knownYears } from '#projections/known-years.ts';
import { foldLedger, type Ledger } from '#projections/ledger.ts';
import { priorityGoals } from '#projections/priority-goals.ts';
import { resultsView } from '#projections/results-view.ts';
import { roundViews } from '#projections/round-views.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { answerCounts, plain, setupCentre } from './centre-records.ts';

/** A centre with a bit of everything: two parents' rounds, a reveal, a conflict, counts, goals, a purge. */
function aYear(): readonly SpeglaRecord[] {
  const centre = setupCentre();
  for (const round of ['p1', 'p2', 'gone']) {
    centre.round(round, 'parents', 2026);
    answerCounts(centre, round, 'parents', 'p-near', [
      [4, 3],
      [2, 2],
    ]);
    centre.text(round, 'p-good', `Bra i ${round}`);
    centre.close(round);
  }
  centre.purge('gone');
  centre.round('s', 'reflection', 2026);
  answerCounts(centre, 's', 'reflection', 'r01', [
    [6, 2],
    [2, 2],
  ]);
  centre.reveal('s');
  centre.set(bookPaths.historyCounts('parents', 2025, 'p-near'), { 4: 9, 1: 3 });
  const path = bookPaths.positionMark(2026, 'r01');
  centre.set(path, 5, []);
  centre.set(path, 3, []);
  for (const goal of ['g1', 'g2', 'g3']) centre.set(bookPaths.goal(goal, 'year'), 2027);
  return centre.records;
}

function everything(ledger: Ledger): string {
  return plain([
    roundViews(ledger),
    knownYears(ledger),
    resultsView(ledger, 2026),
    boardView(ledger, 2026),
    priorityGoals(ledger, 2027),
    contestedFields(ledger),
  ]);
}

describe('every view', () => {
  it('is the same whatever the order and doubling of the same records', () => {
    const records = aYear();
    const expected = everything(foldLedger(records));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...records], { minLength: records.length }),
        fc.subarray([...records]),
        (shuffled, again) => {
          expect(everything(foldLedger([...shuffled, ...again]))).toBe(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});
