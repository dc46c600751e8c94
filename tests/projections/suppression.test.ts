import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedItemsOf, type Mark } from '#instruments/form.ts';
import { childrenForm } from '#instruments/children-form.ts';
import { parentsForm } from '#instruments/parents-form.ts';
import { reflectionForm } from '#instruments/reflection-form.ts';
import { boardView } from '#projections/board-view.ts';
import { underFourCount } from '#projections/counted-answers.ts';
import { itemTrends } from '#projections/item-trends.ts';
import { parentGoalTrends } from '#projections/parent-goal-trends.ts';
import { resultsView } from '#projections/results-view.ts';
import type { ItemYear, ResultsView } from '#projections/views.ts';
import { bookPaths } from '#records/book-paths.ts';
import { answerCounts, only, plain, setupCentre, type Centre } from './centre-records.ts';

const parentIds = countedItemsOf(parentsForm).map(({ id }) => id);
const statementIds = countedItemsOf(reflectionForm).map(({ id }) => id);
const childIds = countedItemsOf(childrenForm).map(({ id }) => id);

/** One respondent: for each item a mark or none. */
function respondent(
  ids: readonly string[],
  marks: readonly Mark[],
): fc.Arbitrary<Record<string, Mark>> {
  return fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...marks), {
    minKeys: Math.floor(ids.length / 2),
    noNullPrototype: true,
  });
}
const parent = respondent(parentIds, [4, 3, 2, 1, 'unknown', 'notUsed', 'notUsed', 'notUsed']);
const colleague = respondent(statementIds, [6, 5, 4, 3, 2, 1, 'unknown']);
const child = respondent(childIds, [3, 2, 1, 'declined']);

function yearOf(
  centre: Centre,
  form: 'parents' | 'children' | 'reflection',
  item: string,
): ItemYear {
  const trend = only(itemTrends(centre.ledger(), form, 2026), (one) => one.item === item);
  const year = trend.years.at(-1);
  if (year === undefined) throw new Error('no year');
  return year;
}

function parentsYear(answers: readonly Readonly<Record<string, Mark>>[]): ResultsView {
  const centre = setupCentre();
  centre.round('p', 'parents', 2026);
  for (const marks of answers) centre.answer('p', 'parents', marks);
  centre.close('p');
  return resultsView(centre.ledger(), 2026);
}

describe('parents’ and children’s results', () => {
  it('wait until every round of the form and year is closed', () => {
    const centre = setupCentre();
    centre.round('one', 'parents', 2026);
    centre.round('two', 'parents', 2026);
    answerCounts(centre, 'one', 'parents', 'p-near', [[4, 20]]);
    centre.close('one');
    expect(yearOf(centre, 'parents', 'p-near').spread).toEqual({ shown: false, why: 'stillOpen' });
    centre.close('two');
    expect(yearOf(centre, 'parents', 'p-near').spread).toMatchObject({ value: { rated: 20 } });
  });

  it('count two rounds of a form and year together', () => {
    const centre = setupCentre();
    for (const round of ['one', 'two']) {
      centre.round(round, 'children', 2026);
      answerCounts(centre, round, 'children', 'c-feel', [[3, 3]]);
      centre.close(round);
    }
    expect(yearOf(centre, 'children', 'c-feel')).toMatchObject({
      answered: 6,
      spread: { shown: true, value: { rated: 6, favourable: 6 } },
    });
  });

  it.each([
    [5, false],
    [6, true],
  ])('with %d respondents are shown: %s', (count, shown) => {
    const centre = setupCentre();
    centre.round('p', 'parents', 2026);
    answerCounts(centre, 'p', 'parents', 'p-near', [[3, count]]);
    centre.close('p');
    expect(yearOf(centre, 'parents', 'p-near').spread.shown).toBe(shown);
    const entered = setupCentre();
    entered.set(bookPaths.historyCounts('parents', 2026, 'p-near'), { 3: count });
    expect(yearOf(entered, 'parents', 'p-near').spread.shown).toBe(shown);
  });

  it('leave children under four out of shares, and count them apart', () => {
    const centre = setupCentre();
    centre.round('c', 'children', 2026);
    for (let n = 0; n < 6; n += 1) {
      centre.answer('c', 'children', { 'c-feel': 3, 'c-practice': 3 }, { band: 'from4to6' });
      centre.answer('c', 'children', { 'c-feel': 1 }, { band: 'under4' });
    }
    centre.close('c');
    expect(yearOf(centre, 'children', 'c-feel')).toMatchObject({
      answered: 6,
      spread: { value: { rated: 6, favourable: 6 } },
    });
    expect(underFourCount(centre.ledger(), 2026)).toBe(6);
    const { children } = resultsView(centre.ledger(), 2026);
    expect(children.map(({ item }) => item)).toEqual(['c-feel', 'c-decide', 'c-listen']);
  });

  it('show no item that fewer than six rated, whatever the answers', () => {
    fc.assert(
      fc.property(fc.array(parent, { maxLength: 14 }), (answers) => {
        const view = parentsYear(answers);
        for (const { item, years } of view.parentItems) {
          const rated = answers.filter((marks) => typeof marks[item] === 'number').length;
          for (const { spread } of years) {
            const told = spread.shown ? spread.value.rated : 'nothing';
            expect(told).toBe(rated >= 6 ? rated : 'nothing');
          }
        }
      }),
    );
  });

  it('take a goal from its shown items only, so that subtracting gives nothing back', () => {
    fc.assert(
      fc.property(fc.array(parent, { maxLength: 14 }), (answers) => {
        const view = parentsYear(answers);
        for (const { items, years } of view.parentGoals) {
          for (const { share } of years) {
            const shown = items.filter((item) =>
              view.parentItems.some(
                (trend) => trend.item === item && trend.years.some(({ spread }) => spread.shown),
              ),
            );
            const marks = shown.flatMap((item) =>
              answers.map((one) => one[item]).filter((mark) => typeof mark === 'number'),
            );
            expect(share.shown).toBe(shown.length > 0);
            if (!share.shown) continue;
            expect(share.value.items).toEqual(shown);
            expect(share.value.ratings).toBe(marks.length);
            expect(share.value.mostRated).toBeGreaterThanOrEqual(6);
            expect(share.value.share).toBe(marks.filter((mark) => mark >= 3).length / marks.length);
          }
        }
      }),
    );
  });

  it('follow the centre’s own limit where it is higher, and six where it is lower', () => {
    const centre = setupCentre();
    centre.round('p', 'parents', 2026);
    answerCounts(centre, 'p', 'parents', 'p-near', [[3, 8]]);
    centre.close('p');
    const isShown = (): boolean => yearOf(centre, 'parents', 'p-near').spread.shown;
    expect(isShown()).toBe(true);
    centre.set(bookPaths.leastShown, 10);
    expect(isShown()).toBe(false);
    expect(resultsView(centre.ledger(), 2026).least).toBe(10);
    for (const lower of [3, 0, -1, 'none']) {
      centre.set(bookPaths.leastShown, lower);
      expect(resultsView(centre.ledger(), 2026).least).toBe(6);
    }
  });

  it('follow the higher of two limits that were written at once, until one is settled', () => {
    const centre = setupCentre();
    const both = [8, 12].map((limit) => centre.set(bookPaths.leastShown, limit, []));
    expect(resultsView(centre.ledger(), 2026).least).toBe(12);
    centre.set(bookPaths.leastShown, 8, both);
    expect(resultsView(centre.ledger(), 2026).least).toBe(8);
  });

  it('do not depend on a single mark of a withheld item: other marks give the same view', () => {
    const seed = fc.array(fc.constantFrom<Mark>(4, 3, 2, 1), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(parent, { maxLength: 12 }), seed, (answers, others) => {
        const view = parentsYear(answers);
        const withheld = new Set(
          view.parentItems
            .filter(({ years }) => years.every(({ spread }) => !spread.shown))
            .map(({ item }) => item),
        );
        let turn = 0;
        const changed = answers.map((marks) =>
          Object.fromEntries(
            Object.entries(marks).map(([item, mark]): [string, Mark] => {
              turn += 1;
              const other = others[turn % others.length] ?? mark;
              return [item, withheld.has(item) && typeof mark === 'number' ? other : mark];
            }),
          ),
        );
        expect(plain(parentsYear(changed))).toBe(plain(view));
      }),
    );
  });

  it('of an open round tell how many answered and nothing else', () => {
    const view = (form: 'parents' | 'children', answers: readonly Record<string, Mark>[]) => {
      const centre = setupCentre();
      centre.round('r', form, 2026);
      for (const marks of answers) centre.answer('r', form, marks);
      return plain(resultsView(centre.ledger(), 2026));
    };
    fc.assert(
      fc.property(fc.array(parent, { maxLength: 9 }), fc.array(child, { maxLength: 9 }), (a, b) => {
        expect(view('parents', a)).toBe(
          view(
            'parents',
            a.map(() => ({})),
          ),
        );
        expect(view('children', b)).toBe(
          view(
            'children',
            b.map(() => ({})),
          ),
        );
      }),
    );
  });

  it('entered by hand follow the same rule, by item and by who answered', () => {
    const counts = fc.record({
      4: fc.integer({ min: -1, max: 5 }),
      1: fc.integer({ min: -1, max: 5 }),
      notUsed: fc.nat({ max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 3, maxLength: 3 }), (items) => {
        const centre = setupCentre();
        for (const [n, item] of ['p-near', 'p-hours', 'p-welcome'].entries()) {
          centre.set(bookPaths.historyCounts('parents', 2024, item), items[n] ?? null);
        }
        for (const { years } of itemTrends(centre.ledger(), 'parents', 2026)) {
          for (const { spread } of years) {
            expect(spread.shown ? spread.value.rated : 6).toBeGreaterThanOrEqual(6);
          }
        }
      }),
    );
    const centre = setupCentre();
    centre.set(bookPaths.historyAnswered('parents', 2024), 5);
    centre.set(bookPaths.historyCounts('parents', 2024, 'p-near'), { 4: 5 });
    const goal = only(parentGoalTrends(centre.ledger(), 2026), (one) => one.goal === 'goal1');
    expect(goal.years).toMatchObject([
      { source: 'history', answered: 5, share: { shown: false, why: 'tooFew' } },
    ]);
  });
});

describe('the team’s own marks', () => {
  it('stay hidden until the reveal, in results and on the board, its agenda’s order included', () => {
    const views = (answers: readonly Record<string, Mark>[]): string => {
      const centre = setupCentre();
      centre.round('s', 'reflection', 2026);
      for (const marks of answers) centre.answer('s', 'reflection', marks);
      const ledger = centre.ledger();
      return plain([resultsView(ledger, 2026), boardView(ledger, 2026)]);
    };
    fc.assert(
      fc.property(fc.array(colleague, { maxLength: 6 }), (answers) => {
        expect(views(answers)).toBe(views(answers.map(() => ({}))));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [2, false, 'tooFew'],
    [3, true, undefined],
  ])('of %d colleagues, revealed, are shown: %s', (count, shown, why) => {
    const centre = setupCentre();
    centre.round('s', 'reflection', 2026);
    answerCounts(centre, 's', 'reflection', 'r01', [[5, count]]);
    expect(yearOf(centre, 'reflection', 'r01').spread).toEqual({
      shown: false,
      why: 'notRevealed',
    });
    centre.reveal('s');
    expect(yearOf(centre, 'reflection', 'r01').spread).toMatchObject(
      why === undefined ? { shown } : { shown, why },
    );
  });

  it('show the rounds that were revealed, whatever another round of the year holds', () => {
    const centre = setupCentre();
    for (const round of ['one', 'two', 'empty']) centre.round(round, 'reflection', 2026);
    answerCounts(centre, 'one', 'reflection', 'r01', [[5, 4]]);
    answerCounts(centre, 'two', 'reflection', 'r01', [[2, 4]]);
    centre.reveal('one');
    expect(yearOf(centre, 'reflection', 'r01').spread).toMatchObject({ value: { rated: 4 } });
    expect(boardView(centre.ledger(), 2026)).toMatchObject({ revealed: true, waiting: 4 });
    centre.reveal('two');
    expect(yearOf(centre, 'reflection', 'r01').spread).toMatchObject({ value: { rated: 8 } });
    expect(boardView(centre.ledger(), 2026).revealed).toBe(true);
  });
});
