import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepAggregates, purgeRounds } from '#commands/purge-rounds.ts';
import { countedItemsOf, type FormId, type Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { scales } from '#instruments/scales.ts';
import { formYear } from '#projections/form-year.ts';
import { foldLedger } from '#projections/ledger.ts';
import { purgeLog, retentionViews } from '#projections/retention-views.ts';
import { resultsView } from '#projections/results-view.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { setupCommands } from '../commands/centre.ts';
import { answerCounts, plain, setupCentre, type Centre } from './centre-records.ts';

/** Purges a form's year as a device would: numbers first, then the purges; the rows are gone. */
function purge(records: readonly SpeglaRecord[], form: FormId, year: number, device = 'd1') {
  const { deps } = setupCommands(`purge-${device}`);
  const ledger = foldLedger(records);
  const kept = keepAggregates(ledger, form, year, deps);
  const purges = purgeRounds(ledger, form, year, deps);
  const gone = new Set(purges.map(({ round }) => round));
  const left = records.filter(({ round }) => round === null || !gone.has(round));
  return { kept, purges, left, after: foldLedger([...left, ...kept, ...purges]) };
}

function shownWithoutTexts(ledger: ReturnType<Centre['ledger']>, year: number): string {
  return plain({ ...resultsView(ledger, year), quotes: [] });
}

/** Answers to every counted item of a form, some of them left out. */
function answersTo(form: FormId): fc.Arbitrary<Record<string, Mark>[]> {
  const items = countedItemsOf(currentForm(form));
  const marks = items.map((item) => {
    const { points, nonAnswers } = scales[item.scale];
    return fc
      .option(fc.constantFrom<Mark>(...points, ...nonAnswers), { nil: undefined })
      .map((mark) => [item.id, mark] as const);
  });
  const answer = fc.tuple(...marks).map((entries) => {
    const given = entries.flatMap(([id, mark]) =>
      mark === undefined ? [] : [[id, mark] as const],
    );
    return Object.fromEntries(given);
  });
  return fc.array(answer, { minLength: 1, maxLength: 14 });
}

describe('what a purge keeps', () => {
  it.each(['parents', 'children'] as const)(
    'shows %s’ year as it was shown before, whatever was answered',
    (form) => {
      fc.assert(
        fc.property(answersTo(form), answersTo(form), (first, second) => {
          const centre = setupCentre();
          for (const [round, answers] of [
            ['a', first],
            ['b', second],
          ] as const) {
            centre.round(round, form, 2026);
            for (const marks of answers) centre.answer(round, form, marks, { band: 'from4to6' });
            centre.close(round);
          }
          centre.set(bookPaths.roundFamilies('a'), 80);
          const before = shownWithoutTexts(centre.ledger(), 2026);
          const { after } = purge(centre.records, form, 2026);
          expect(shownWithoutTexts(after, 2026)).toBe(before);
          expect(after.answers.size).toBe(0);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('keeps what next year is compared with', () => {
    const centre = setupCentre();
    for (const [round, year, good] of [
      ['a', 2025, 2],
      ['b', 2026, 30],
    ] as const) {
      centre.round(round, 'parents', year);
      answerCounts(centre, round, 'parents', 'p-near', [
        [1, 30 - good],
        [4, good],
      ]);
      centre.close(round);
    }
    const before = shownWithoutTexts(centre.ledger(), 2026);
    const { after } = purge(centre.records, 'parents', 2025);
    expect(shownWithoutTexts(after, 2026)).toBe(before);
  });

  it('writes no number of an item that fewer than six rated, and none of a single answer', () => {
    const centre = setupCentre();
    centre.round('a', 'parents', 2026);
    answerCounts(centre, 'a', 'parents', 'p-near', [[4, 6]]);
    answerCounts(centre, 'a', 'parents', 'p-hours', [
      [4, 5],
      ['unknown', 3],
    ]);
    centre.text('a', 'p-good', 'Kanariefågel');
    centre.close('a');
    const { kept } = purge(centre.records, 'parents', 2026);
    const text = JSON.stringify(kept);
    expect(text).toContain('p-near');
    expect(text).not.toContain('p-hours');
    expect(text).not.toContain('Kanariefågel');
  });

  it('keeps nothing of which marks one parent gave together, and reads past what was once kept of it', () => {
    const centre = setupCentre();
    centre.round('a', 'parents', 2026);
    for (let n = 0; n < 8; n += 1) centre.answer('a', 'parents', { 'p-info': 4, 'p-learn': 1 });
    centre.close('a');
    const { after, kept, left, purges } = purge(centre.records, 'parents', 2026);
    const written = kept.map((record) => {
      if (record.kind !== 'edit' || record.body.path !== bookPaths.kept('parents', 2026))
        return record;
      const { value } = record.body;
      if (typeof value !== 'object' || value === null) throw new Error('nothing was kept');
      expect(Object.keys(value)).toEqual([
        'rounds',
        'answered',
        'families',
        'setAside',
        'items',
        'asked',
        'series',
      ]);
      const shares = { 'p-info p-learn': { respondents: 8, ratings: 16, sum: 4, squares: 2 } };
      return {
        ...record,
        body: {
          ...record.body,
          value: Object.fromEntries([...Object.entries(value), ['shares', shares]]),
        },
      };
    });
    expect(shownWithoutTexts(foldLedger([...left, ...written, ...purges]), 2026)).toBe(
      shownWithoutTexts(after, 2026),
    );
  });

  it('keeps the team’s spread from six, never for a statement about one colleague, and its positions always', () => {
    const centre = setupCentre();
    centre.round('a', 'reflection', 2026);
    for (let n = 0; n < 7; n += 1) {
      centre.answer('a', 'reflection', { r01: 5, r17: 2, ...(n < 5 ? { r02: 3 } : {}) });
    }
    centre.set(bookPaths.positionMark(2026, 'r17'), 4);
    centre.reveal('a');
    const { after, kept } = purge(centre.records, 'reflection', 2026);
    expect(JSON.stringify(kept)).not.toContain('r17');
    const year = formYear(after, 'reflection', 2026);
    expect(year?.answered).toBe(7);
    expect(year?.items.get('r01')).toMatchObject({ shown: true, value: { rated: 7 } });
    expect(year?.items.get('r02')).toEqual({ shown: false, why: 'purged' });
    expect(year?.items.get('r17')).toEqual({ shown: false, why: 'purged' });
    const statement = resultsView(after, 2026).statements.find(({ item }) => item === 'r17');
    expect(statement?.years.at(-1)?.position).toBe(4);
  });

  it('keeps nothing of a spread that the team never chose to see', () => {
    const centre = setupCentre();
    centre.round('a', 'reflection', 2026);
    for (let n = 0; n < 9; n += 1) centre.answer('a', 'reflection', { r01: 5 });
    centre.close('a');
    const { after } = purge(centre.records, 'reflection', 2026);
    expect(formYear(after, 'reflection', 2026)?.items.get('r01')).toEqual({
      shown: false,
      why: 'purged',
    });
  });

  it('changes nothing until a purge has come, and counts no answer twice while one is halfway', () => {
    const centre = setupCentre();
    for (const round of ['a', 'b']) {
      centre.round(round, 'parents', 2026);
      answerCounts(centre, round, 'parents', 'p-near', [[4, 8]]);
      centre.close(round);
    }
    const before = shownWithoutTexts(centre.ledger(), 2026);
    const { kept, purges } = purge(centre.records, 'parents', 2026);
    expect(shownWithoutTexts(foldLedger([...centre.records, ...kept]), 2026)).toBe(before);
    const [first] = purges;
    if (first === undefined) throw new Error('nothing was purged');
    const halfway = foldLedger([...centre.records, ...kept, first]);
    expect(shownWithoutTexts(halfway, 2026)).toBe(before);
    expect(purgeLog(halfway)).toMatchObject([{ form: 'parents', answered: 16 }]);
  });

  it('is one where two devices purge at once', () => {
    const centre = setupCentre();
    centre.round('a', 'parents', 2026);
    answerCounts(centre, 'a', 'parents', 'p-near', [[4, 8]]);
    centre.close('a');
    const one = purge(centre.records, 'parents', 2026, 'd1');
    const other = purge(centre.records, 'parents', 2026, 'd2');
    const both = foldLedger([
      ...one.left,
      ...one.kept,
      ...other.kept,
      ...one.purges,
      ...other.purges,
    ]);
    expect(both.book.contested).toEqual([]);
    expect(plain(resultsView(both, 2026))).toBe(plain(resultsView(one.after, 2026)));
    expect(purgeLog(both)).toHaveLength(1);
  });

  it('adds a later round only where that can be shown by itself', () => {
    const centre = setupCentre();
    centre.round('a', 'parents', 2026);
    answerCounts(centre, 'a', 'parents', 'p-near', [[4, 8]]);
    centre.close('a');
    const { left, kept, purges } = purge(centre.records, 'parents', 2026);
    const rated = (extra: number): number | undefined => {
      const later = setupCentre();
      later.round('z', 'parents', 2026);
      answerCounts(later, 'z', 'parents', 'p-near', [[1, extra]]);
      later.close('z');
      const renamed = later.records.map((record) => ({ ...record, id: `z-${record.id}` }));
      const year = formYear(foldLedger([...left, ...kept, ...purges, ...renamed]), 'parents', 2026);
      const shown = year?.items.get('p-near');
      return shown?.shown === true ? shown.value.rated : undefined;
    };
    expect(rated(5)).toBe(8);
    expect(rated(6)).toBe(14);
  });

  it('does not believe a book that claims more than it may', () => {
    const centre = setupCentre();
    centre.round('a', 'parents', 2026);
    centre.close('a');
    centre.purge('a');
    const items = { 'p-near': { 4: 5 }, 'p-hours': { 4: 6 } };
    centre.set(bookPaths.kept('parents', 2026), { rounds: ['a'], answered: 6, items });
    const year = formYear(centre.ledger(), 'parents', 2026);
    expect(year?.items.get('p-near')).toEqual({ shown: false, why: 'tooFew' });
    expect(year?.items.get('p-hours')).toMatchObject({ shown: true });
  });
});

describe('when to purge', () => {
  it('is 24 months after the closing, the centre’s own rule, or a day of its own', () => {
    const centre = setupCentre();
    centre.round('a', 'parents', 2026);
    centre.set(bookPaths.roundCloses('a'), '2026-11-30');
    const day = (): string | undefined => retentionViews(centre.ledger())[0]?.day;
    expect(day()).toBe('2028-11-30');
    centre.set(bookPaths.retentionMonths, 3);
    expect(day()).toBe('2027-02-28');
    centre.set(bookPaths.roundRetention('a'), '2027-05-01');
    expect(day()).toBe('2027-05-01');
    centre.set(bookPaths.roundRetention('a'), '');
    expect(day()).toBe('2027-02-28');
  });

  it('waits for every round of a form’s year', () => {
    const centre = setupCentre();
    centre.round('a', 'parents', 2026);
    centre.round('b', 'parents', 2026);
    centre.set(bookPaths.roundCloses('a'), '2026-11-15');
    centre.set(bookPaths.roundCloses('b'), '2026-12-15');
    centre.close('a');
    expect(retentionViews(centre.ledger())).toMatchObject([{ day: '2028-12-15', closed: false }]);
    centre.close('b');
    expect(retentionViews(centre.ledger())).toMatchObject([{ closed: true }]);
  });
});
