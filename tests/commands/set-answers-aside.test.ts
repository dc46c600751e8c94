import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reopenIntake } from '#commands/reopen-intake.ts';
import { closeRound } from '#commands/take-step.ts';
import type { Mark } from '#instruments/form.ts';
import { breakdown } from '#projections/breakdown.ts';
import { markableGenders } from '#projections/quote-genders.ts';
import { countSetAside, idsPerEdit, setAnswersAside } from '#commands/set-answers-aside.ts';
import { marksAnswers } from '#projections/counted-answers.ts';
import { foldLedger, type Ledger } from '#projections/ledger.ts';
import { resultsView } from '#projections/results-view.ts';
import { roundViews } from '#projections/round-views.ts';
import { setAsideGroups } from '#projections/set-aside.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { plain, setupCentre, type Centre } from '../projections/centre-records.ts';
import { setupCommands } from './centre.ts';

type Marks = Readonly<Record<string, Mark>>;

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

function intent(ids: readonly string[], round = 'a') {
  return { round, ids, from: '2026-11-03T21', to: '2026-11-03T21', why: 'Samma' };
}

function given(centre: Centre, ids: readonly string[]) {
  const { deps } = setupCommands();
  const result = setAnswersAside(centre.ledger(), intent(ids), deps);
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
        const aside: SpeglaRecord[] = [...centre.records, ...given(centre, chosen)];
        const without = foldLedger(aside);
        expect(roundViews(without)[0]?.answered).toBe(answers - marks);
        expect(resultsView(without, 2026).setAside.parents).toBe(marks);
        const [group] = setAsideGroups(without.book);
        if (group === undefined) throw new Error('no group');
        const { deps } = setupCommands('d2');
        const back = countSetAside(without, group, true, deps);
        if (!back.ok) throw new Error(back.why);
        expect(shown(foldLedger([...aside, ...back.value]))).toBe(before);
      }),
      { numRuns: 60 },
    );
  });

  it('writes edits under the round, so that a purge takes the ids away', () => {
    const { centre, ids } = setupRound(3);
    const records = given(centre, ids);
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
    const records = given(centre, ids);
    expect(records).toHaveLength(4);
    for (const record of records) {
      expect(JSON.stringify(record.body).length * (4 / 3)).toBeLessThan(250 * 1_024);
    }
    const [group] = setAsideGroups(foldLedger([...centre.records, ...records]).book);
    expect(group?.ids.length).toBe(ids.length);
  });

  it('lets an answer in two groups count only when both are taken back', () => {
    const { centre, ids } = setupRound(2);
    const first = given(centre, ids.slice(0, 1));
    const records = [...centre.records, ...first];
    const { deps } = setupCommands('d2');
    const second = setAnswersAside(foldLedger(records), intent(ids.slice(0, 2)), deps);
    if (!second.ok) throw new Error(second.why);
    const both = foldLedger([...records, ...second.value]);
    const group = setAsideGroups(both.book).find((one) => one.ids.length === 1);
    if (group === undefined) throw new Error('no group');
    const back = countSetAside(both, group, true, deps);
    if (!back.ok) throw new Error(back.why);
    const after = foldLedger([...records, ...second.value, ...back.value]);
    expect(marksAnswers(after, 'a')).toHaveLength(0);
  });

  it('refuses where the difference would show what few have answered', () => {
    const { centre, ids } = setupRound(20);
    const { deps } = setupCommands();
    const tell = (count: number) =>
      setAnswersAside(centre.ledger(), intent(ids.slice(0, count)), deps);
    expect(tell(1).ok).toBe(true);
    expect(tell(0)).toEqual({ ok: false, why: 'empty' });
    const early = given(centre, ids.slice(0, 5));
    centre.close('a');
    expect(tell(5)).toEqual({ ok: false, why: 'tooFew' });
    expect(tell(6).ok).toBe(true);
    const ledger = foldLedger([...centre.records, ...early]);
    const [group] = setAsideGroups(ledger.book);
    if (group === undefined) throw new Error('no group');
    expect(countSetAside(ledger, group, true, deps)).toEqual({ ok: false, why: 'tooFew' });
    const unknown = { id: 'g', round: 'a' };
    expect(countSetAside(ledger, unknown, true, deps)).toEqual({ ok: false, why: 'empty' });
    // Free texts alone change no number.
    expect(setAnswersAside(centre.ledger(), intent(ids.slice(-1)), deps).ok).toBe(true);
  });

  it('leaves the team’s own answers alone once they were shown, one way and the other', () => {
    const centre = setupCentre();
    centre.round('a', 'reflection', 2026);
    for (let n = 0; n < 8; n += 1) centre.answer('a', 'reflection', { r01: 3 });
    const ids = centre.records.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
    const { deps } = setupCommands();
    centre.records.push(...given(centre, ids.slice(0, 2)));
    centre.reveal('a');
    const refused = { ok: false, why: 'revealed' };
    expect(setAnswersAside(centre.ledger(), intent(ids), deps)).toEqual(refused);
    const [group] = setAsideGroups(centre.ledger().book);
    if (group === undefined) throw new Error('no group');
    expect(countSetAside(centre.ledger(), group, true, deps)).toEqual(refused);
  });
});

describe('setting answers aside after the closing', () => {
  /** A round that is closed as the app closes one, with its list; `late` is answered after it. */
  function setupClosed(answers: readonly Marks[], late: readonly Marks[] = []) {
    const centre = setupCentre();
    const { deps } = setupCommands('closed');
    centre.round('a', 'parents', 2026);
    const answer = (marks: Marks, at: number): void =>
      centre.answer('a', 'parents', marks, {
        choices: { 'p-gender': [at > 4 && at < 15 ? 'man' : 'woman'] },
      });
    for (const [at, marks] of answers.entries()) answer(marks, at);
    centre.records.push(...closeRound(centre.ledger(), 'a', null, '2026-12-01', deps));
    for (const marks of late) answer(marks, 0);
    const ids = centre.records.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
    const setAside = (chosen: readonly string[]) => {
      const result = setAnswersAside(centre.ledger(), intent(chosen), deps);
      if (result.ok) centre.records.push(...result.value);
      return result.ok ? 'done' : result.why;
    };
    const back = (at = 0, counts = true) => {
      const group = setAsideGroups(centre.ledger().book)[at];
      if (group === undefined) throw new Error('no group');
      const result = countSetAside(centre.ledger(), group, counts, deps);
      if (result.ok) centre.records.push(...result.value);
      return result.ok ? 'done' : result.why;
    };
    return { centre, ids, setAside, back };
  }
  const glad = (count: number): readonly Marks[] =>
    Array.from({ length: count }, () => ({ 'p-near': 4 }));

  it('counts only those that were shown: one of ten and five that wait are one', () => {
    const { ids, setAside } = setupClosed(glad(10), glad(5));
    expect(setAside(ids.slice(9, 15))).toBe('tooFew');
    expect(setAside(ids.slice(10, 15))).toBe('done');
  });

  it('does not count a child under four', () => {
    const centre = setupCentre();
    const { deps } = setupCommands('closed');
    centre.round('a', 'children', 2026);
    for (let n = 0; n < 13; n += 1) {
      centre.answer('a', 'children', { 'c-feel': 3 }, { band: n < 8 ? 'from4to6' : 'under4' });
    }
    centre.records.push(...closeRound(centre.ledger(), 'a', null, '2026-12-01', deps));
    const ids = centre.records.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
    const chosen = [...ids.slice(0, 1), ...ids.slice(8)];
    expect(setAnswersAside(centre.ledger(), intent(chosen), deps)).toEqual({
      ok: false,
      why: 'tooFew',
    });
  });

  it('refuses a group that shares some of its answers with another, taken back or not', () => {
    const { ids, setAside, back } = setupClosed(glad(20));
    expect(setAside(ids.slice(0, 6))).toBe('done');
    expect(back()).toBe('done');
    expect(setAside(ids.slice(0, 7))).toBe('overlaps');
    expect(setAside(ids.slice(1, 7))).toBe('overlaps');
    expect(setAside(ids.slice(6, 12))).toBe('done');
    expect(setAside(ids.slice(0, 6))).toBe('done');
  });

  it('does not turn groups that were made before the closing into one that few differ from', () => {
    const centre = setupCentre();
    const { deps } = setupCommands('closed');
    centre.round('a', 'parents', 2026);
    for (const marks of glad(20)) centre.answer('a', 'parents', marks);
    const ids = centre.records.filter(({ kind }) => kind === 'answer').map(({ id }) => id);
    const write = (result: { ok: boolean; value?: readonly SpeglaRecord[] }): void =>
      void centre.records.push(...(result.value ?? []));
    for (const count of [6, 7]) {
      write(setAnswersAside(centre.ledger(), intent(ids.slice(0, count)), deps));
      const group = setAsideGroups(centre.ledger().book).find((one) => !one.removed);
      if (group !== undefined) write(countSetAside(centre.ledger(), group, true, deps));
    }
    centre.records.push(...closeRound(centre.ledger(), 'a', null, '2026-12-01', deps));
    for (const group of setAsideGroups(centre.ledger().book)) {
      const again = countSetAside(centre.ledger(), group, false, deps);
      expect(again).toEqual({ ok: false, why: 'overlaps' });
    }
  });

  it('shows no groups and marks no genders, until all are back', () => {
    const { centre, ids, setAside, back } = setupClosed(glad(40));
    const before = plain(breakdown(centre.ledger(), 2026, 'gender'));
    expect(before).toContain('shown');
    expect(markableGenders(centre.ledger(), 2026).size).toBe(2);
    expect(setAside(ids.slice(0, 6))).toBe('done');
    expect(breakdown(centre.ledger(), 2026, 'gender')).toBeUndefined();
    expect(markableGenders(centre.ledger(), 2026).size).toBe(0);
    back();
    expect(plain(breakdown(centre.ledger(), 2026, 'gender'))).toBe(before);
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
