import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reopenIntake } from '#commands/reopen-intake.ts';
import { countSetAside, idsPerEdit, setAnswersAside } from '#commands/set-answers-aside.ts';
import { marksAnswers } from '#projections/counted-answers.ts';
import { foldLedger, type Ledger } from '#projections/ledger.ts';
import { resultsView } from '#projections/results-view.ts';
import { roundViews } from '#projections/round-views.ts';
import { setAsideGroups } from '#projections/set-aside.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { plain, setupCentre, type Centre } from '../projections/centre-records.ts';
import { setupCommands } from './centre.ts';

/** A parents' round with some answers and a text; ids of its answers. */
function setupRound(answers: number) {
  const centre = setupCentre();
  centre.round('a', 'parents', 2026);
  for (let n = 0; n < answers; n += 1) centre.answer('a', 'parents', { 'p-near': (n % 4) + 1 });
  centre.text('a', 'p-good', 'Fika');
  const ids = centre.records.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
  return { centre, ids };
}

function shown(ledger: Ledger): string {
  return plain([resultsView(ledger, 2026), roundViews(ledger)]);
}

function intent(ids: readonly string[], respondents: number) {
  return { round: 'a', ids, respondents, from: '2026-11-03T21', to: '2026-11-03T21', why: 'Samma' };
}

function given(centre: Centre, ids: readonly string[], respondents: number) {
  const { deps } = setupCommands();
  const result = setAnswersAside(centre.ledger(), intent(ids, respondents), deps);
  if (!result.ok) throw new Error(`refused: ${result.why}`);
  return result.value;
}

describe('setting answers aside', () => {
  it('takes them out of every number, and having them back gives exactly what was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.array(fc.nat(40)), (answers, picks) => {
        const { centre, ids } = setupRound(answers);
        const chosen = [...new Set(picks.flatMap((pick) => ids[pick] ?? []))];
        if (chosen.length === 0) return;
        const before = shown(centre.ledger());
        const marks = chosen.filter((id) => id !== ids.at(-1)).length;
        const aside: SpeglaRecord[] = [...centre.records, ...given(centre, chosen, marks)];
        const without = foldLedger(aside);
        expect(roundViews(without)[0]?.answered).toBe(answers - marks);
        expect(resultsView(without, 2026).setAside.parents).toBe(marks);
        const [group] = setAsideGroups(without.book);
        if (group === undefined) throw new Error('no group');
        const { deps } = setupCommands('d2');
        const back = countSetAside(without, { ...group, respondents: marks }, true, deps);
        if (!back.ok) throw new Error(back.why);
        expect(shown(foldLedger([...aside, ...back.value]))).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  it('writes edits under the round, so that a purge takes the ids away', () => {
    const { centre, ids } = setupRound(3);
    const records = given(centre, ids, 3);
    expect(records.map(({ kind, round }) => [kind, round])).toEqual([
      ['edit', 'a'],
      ['edit', 'a'],
    ]);
    centre.purge('a');
    expect(setAsideGroups(foldLedger([...centre.records, ...records]).book)).toEqual([]);
  });

  it('splits thousands of ids so that each edit fits its envelope', () => {
    const { centre } = setupRound(1);
    const ids = Array.from(
      { length: idsPerEdit * 2 + 1 },
      (_, n) => `${'x'.repeat(16)}${n + 100_000}`,
    );
    const records = given(centre, ids, ids.length);
    expect(records).toHaveLength(4);
    for (const record of records) {
      expect(JSON.stringify(record.body).length * (4 / 3)).toBeLessThan(250 * 1_024);
    }
    const [group] = setAsideGroups(foldLedger([...centre.records, ...records]).book);
    expect(group?.ids.length).toBe(ids.length);
  });

  it('lets an answer in two groups count only when both are taken back', () => {
    const { centre, ids } = setupRound(2);
    const first = given(centre, ids.slice(0, 1), 1);
    const records = [...centre.records, ...first];
    const { deps } = setupCommands('d2');
    const second = setAnswersAside(foldLedger(records), intent(ids.slice(0, 2), 2), deps);
    if (!second.ok) throw new Error(second.why);
    const both = foldLedger([...records, ...second.value]);
    const group = setAsideGroups(both.book).find((one) => one.ids.length === 1);
    if (group === undefined) throw new Error('no group');
    const back = countSetAside(both, { ...group, respondents: 1 }, true, deps);
    if (!back.ok) throw new Error(back.why);
    const after = foldLedger([...records, ...second.value, ...back.value]);
    expect(marksAnswers(after, 'a')).toHaveLength(0);
  });

  it('refuses where the difference would show what few have answered', () => {
    const { centre, ids } = setupRound(20);
    const { deps } = setupCommands();
    const tell = (count: number) =>
      setAnswersAside(centre.ledger(), intent(ids.slice(0, count), count), deps);
    expect(tell(1).ok).toBe(true);
    expect(tell(0)).toEqual({ ok: false, why: 'empty' });
    centre.close('a');
    expect(tell(5)).toEqual({ ok: false, why: 'tooFew' });
    expect(tell(6).ok).toBe(true);
    const group = { id: 'g', round: 'a', respondents: 5 };
    expect(countSetAside(centre.ledger(), group, true, deps)).toEqual({ ok: false, why: 'tooFew' });
    // Free texts alone change no number.
    const texts = setAnswersAside(centre.ledger(), intent(ids.slice(-1), 0), deps);
    expect(texts.ok).toBe(true);
  });

  it('leaves the team’s own answers alone once they were shown, one way and the other', () => {
    const centre = setupCentre();
    centre.round('a', 'reflection', 2026);
    for (let n = 0; n < 8; n += 1) centre.answer('a', 'reflection', { r01: 3 });
    const ids = centre.records.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
    const { deps } = setupCommands();
    expect(setAnswersAside(centre.ledger(), intent(ids, 8), deps).ok).toBe(true);
    centre.reveal('a');
    const refused = { ok: false, why: 'revealed' };
    expect(setAnswersAside(centre.ledger(), intent(ids, 8), deps)).toEqual(refused);
    const group = { id: 'g', round: 'a', respondents: 8 };
    expect(countSetAside(centre.ledger(), group, true, deps)).toEqual(refused);
  });
});

it('reopens the intake of a closed round only', () => {
  const { centre } = setupRound(3);
  const { deps } = setupCommands();
  const reopen = () => reopenIntake(centre.ledger(), 'a', '2027-03-01', deps);
  expect(reopen()).toEqual({ ok: false, why: 'notClosed' });
  centre.close('a');
  const result = reopen();
  expect(result.ok && result.value.map(({ kind }) => kind)).toEqual(['edit']);
});
