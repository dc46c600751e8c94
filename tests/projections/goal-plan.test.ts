import { describe, expect, it } from 'vitest';
import { goalPlan, lastCount } from '#projections/goal-plan.ts';
import { keyFigureOf } from '#projections/key-figures.ts';
import { measurableSignsOf } from '#projections/measurable.ts';
import { bookPaths } from '#records/book-paths.ts';
import { setupCentre } from './centre-records.ts';

const written = { title: '', measure: '', target: '', due: '', responsible: '' };

describe('a goal’s plan', () => {
  it('is empty where nobody has written, and survives what does not belong there', () => {
    const centre = setupCentre();
    centre.set(bookPaths.goal('g', 'measureBy'), { by: 'parents', id: 'r25' });
    centre.set(bookPaths.goal('g', 'outcome'), 'nästan');
    centre.set(bookPaths.goal('g', 'followWhen'), 'i mars');
    expect(goalPlan(centre.ledger(), 'g')).toEqual({
      actions: '',
      measureBy: null,
      baseline: '',
      followWhen: '',
      followHow: '',
      followWho: '',
      outcome: null,
      worked: '',
      difference: '',
      beyondTwo: '',
      checks: [],
    });
  });

  it('points at a parents’ question, a child’s, a key figure or a count, never at a statement of our own', () => {
    const centre = setupCentre();
    const measure = (value: { by: string; id?: string }) => {
      centre.set(bookPaths.goal('g', 'measureBy'), value);
      return goalPlan(centre.ledger(), 'g').measureBy;
    };
    for (const value of [
      { by: 'parents', id: 'p-near' },
      { by: 'children', id: 'c-feel' },
      { by: 'keyFigure', id: 'slussning' },
      { by: 'count' },
      { by: 'words' },
    ]) {
      expect(measure(value)).toEqual(value);
    }
    expect(measure({ by: 'reflection', id: 'r25' })).toBeNull();
    expect(measure({ by: 'children', id: 'c-practice' })).toBeNull();
    expect(measure({ by: 'keyFigure', id: 'toString' })).toBeNull();
  });

  it('keeps its checks by day, and knows what was counted last', () => {
    const centre = setupCentre();
    const check = (id: string, day: string, count: string) => {
      centre.set(bookPaths.goalCheck('g', id, 'day'), day);
      centre.set(bookPaths.goalCheck('g', id, 'count'), count);
    };
    check('b', '2027-05-03', '19');
    check('a', '2027-03-01', '16');
    check('c', '2027-09-06', '');
    check('gone', '2027-10-01', '40');
    centre.set(bookPaths.goalCheck('g', 'gone', 'removed'), true);
    const plan = goalPlan(centre.ledger(), 'g');
    expect(plan.checks.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(lastCount(plan)).toMatchObject({ day: '2027-05-03', count: '19' });
    expect(lastCount({ checks: [] })).toBeNull();
  });

  it('takes a count without a day for the last only where none has one', () => {
    const centre = setupCentre();
    centre.set(bookPaths.goalCheck('g', 'b', 'count'), '3');
    expect(lastCount(goalPlan(centre.ledger(), 'g'))).toMatchObject({ day: '', count: '3' });
    centre.set(bookPaths.goalCheck('g', 'a', 'day'), '2026-11-01');
    centre.set(bookPaths.goalCheck('g', 'a', 'count'), '14');
    expect(lastCount(goalPlan(centre.ledger(), 'g'))).toMatchObject({ count: '14' });
    // A day on which nothing was counted is no count.
    centre.set(bookPaths.goalCheck('g', 'c', 'day'), '2026-12-01');
    expect(lastCount(goalPlan(centre.ledger(), 'g'))).toMatchObject({ count: '14' });
  });
});

describe('whether a goal can be measured', () => {
  const bare = { measureBy: null, baseline: '' } as const;

  it('is told by six signs, none of which is a gate', () => {
    expect([...measurableSignsOf(written, bare)]).toEqual([]);
    const full = {
      title: 'Fler pappor kommer',
      measure: 'Vi räknar varje tisdag',
      target: 'Från 14 till 25 i veckan',
      due: '2027-12-01',
      responsible: 'Förskollärarna',
    };
    expect(measurableSignsOf(full, { ...bare, baseline: '14 i veckan' }).size).toBe(6);
  });

  it('a target without a figure cannot be told reached, and a survey says itself where things stand', () => {
    expect(measurableSignsOf({ ...written, target: 'Många fler' }, bare).has('number')).toBe(false);
    const signs = measurableSignsOf(written, {
      measureBy: { by: 'parents', id: 'p-near' },
      baseline: '',
    });
    expect([...signs]).toEqual(['source', 'baseline']);
  });
});

it('a key figure is a whole number of a year, or nothing', () => {
  const centre = setupCentre();
  centre.set(bookPaths.keyFigure(2026, 'slussning'), 41);
  centre.set(bookPaths.keyFigure(2025, 'slussning'), 'många');
  expect(keyFigureOf(centre.ledger(), 2026, 'slussning')).toBe(41);
  expect(keyFigureOf(centre.ledger(), 2025, 'slussning')).toBeNull();
});
