import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLaterAnswers } from '#commands/count-answers.ts';
import { closeRound } from '#commands/take-step.ts';
import type { Mark } from '#instruments/form.ts';
import { formYear } from '#projections/form-year.ts';
import { waitingAnswers } from '#projections/answer-steps.ts';
import { roundsOf } from '#projections/round-views.ts';
import { setupCommands } from '../commands/centre.ts';
import { setupCentre, type Centre } from './centre-records.ts';

const year = 2026;
const items = ['p-near', 'p-hours'];

function setupRounds() {
  const centre = setupCentre();
  const { deps } = setupCommands('steps');
  const close = (round: string): void => {
    centre.records.push(...closeRound(centre.ledger(), round, null, '2026-12-01', deps));
  };
  const countLater = (): boolean => {
    const result = countLaterAnswers(centre.ledger(), 'parents', year, deps);
    if (result.ok) centre.records.push(...result.value);
    return result.ok;
  };
  return { centre, close, countLater };
}

function rated(centre: Centre, item = 'p-near'): number {
  const spread = formYear(centre.ledger(), 'parents', year)?.items.get(item);
  return spread?.shown === true ? spread.value.rated : 0;
}

function answer(centre: Centre, round: string, count: number, mark: Mark = 4): void {
  for (let n = 0; n < count; n += 1) centre.answer(round, 'parents', { 'p-near': mark });
}

describe('what a closed round shows', () => {
  it('does not change with what comes later, until six have come and someone takes them in', () => {
    const { centre, close, countLater } = setupRounds();
    centre.round('p', 'parents', year);
    answer(centre, 'p', 10);
    close('p');
    answer(centre, 'p', 5, 1);
    expect(rated(centre)).toBe(10);
    const ledger = centre.ledger();
    expect(waitingAnswers(ledger, roundsOf(ledger, 'parents', year))).toBe(5);
    expect(countLater()).toBe(false);
    answer(centre, 'p', 1, 1);
    expect(countLater()).toBe(true);
    expect(rated(centre)).toBe(16);
    expect(formYear(centre.ledger(), 'parents', year)?.answered).toBe(16);
  });

  it('waits for an item until six have rated that very item', () => {
    const { centre, close, countLater } = setupRounds();
    centre.round('p', 'parents', year);
    for (let n = 0; n < 10; n += 1) centre.answer('p', 'parents', { 'p-near': 4, 'p-hours': 4 });
    close('p');
    answer(centre, 'p', 6);
    centre.answer('p', 'parents', { 'p-hours': 1 });
    expect(countLater()).toBe(true);
    expect(rated(centre, 'p-near')).toBe(16);
    expect(rated(centre, 'p-hours')).toBe(10);
  });

  it('has two rounds together when both close before anything was shown, however few the second has', () => {
    const { centre, close } = setupRounds();
    centre.round('a', 'parents', year);
    centre.round('b', 'parents', year);
    answer(centre, 'a', 10);
    answer(centre, 'b', 2, 1);
    close('a');
    expect(rated(centre)).toBe(0);
    close('b');
    expect(rated(centre)).toBe(12);
  });

  it('takes a second round in only where it is six by itself, once the first was shown', () => {
    const { centre, close } = setupRounds();
    centre.round('a', 'parents', year);
    answer(centre, 'a', 10);
    close('a');
    centre.round('b', 'parents', year);
    answer(centre, 'b', 3, 1);
    close('b');
    expect(rated(centre)).toBe(10);
    centre.round('c', 'parents', year);
    answer(centre, 'c', 3, 1);
    close('c');
    expect(rated(centre)).toBe(16);
  });

  it('adds what was too little to be shown: four, and then three, are seven', () => {
    const { centre, close } = setupRounds();
    for (const [round, count] of [
      ['a', 4],
      ['b', 3],
    ] as const) {
      centre.round(round, 'parents', year);
      answer(centre, round, count);
      close(round);
    }
    expect(rated(centre)).toBe(7);
  });

  it('never differs from what was shown before by fewer than six marks, whatever happens in which order', () => {
    const mark = fc.constantFrom<Mark>(4, 1, 'notUsed');
    const event = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          is: fc.constant('answers' as const),
          marks: fc.array(fc.tuple(mark, mark), { maxLength: 9 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ is: fc.constant('later' as const) }) },
      { weight: 1, arbitrary: fc.record({ is: fc.constant('close' as const) }) },
      { weight: 1, arbitrary: fc.record({ is: fc.constant('open' as const) }) },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 14 }), (events) => {
        const { centre, close, countLater } = setupRounds();
        const rounds: { id: string; closed: boolean }[] = [];
        const open = (): void => {
          const id = `r${rounds.length}`;
          centre.round(id, 'parents', year);
          rounds.push({ id, closed: false });
        };
        open();
        const before = new Map(items.map((item) => [item, 0]));
        for (const one of events) {
          const last = rounds.at(-1);
          if (one.is === 'open') open();
          else if (one.is === 'later') countLater();
          else if (one.is === 'close') {
            const toClose = rounds.find(({ closed }) => !closed);
            if (toClose !== undefined) close(toClose.id);
            if (toClose !== undefined) toClose.closed = true;
          } else if (last !== undefined) {
            for (const [near, hours] of one.marks) {
              centre.answer(last.id, 'parents', { 'p-near': near, 'p-hours': hours });
            }
          }
          for (const item of items) {
            const now = rated(centre, item);
            if (now === 0) continue;
            const difference = now - (before.get(item) ?? 0);
            expect(difference === 0 || difference >= 6).toBe(true);
            before.set(item, now);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
