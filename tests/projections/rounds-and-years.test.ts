import { describe, expect, it } from 'vitest';
import { centreView } from '#projections/centre-view.ts';
import { contestedFields } from '#projections/contested-fields.ts';
import { knownYears } from '#projections/known-years.ts';
import { priorityGoals } from '#projections/priority-goals.ts';
import { roundViews } from '#projections/round-views.ts';
import { bookPaths } from '#records/book-paths.ts';
import { setupCentre } from './centre-records.ts';

describe('the centre', () => {
  it('has all four services until its profile says otherwise', () => {
    const centre = setupCentre();
    expect(centreView(centre.ledger()).services).toHaveLength(4);
    centre.set(bookPaths.centreServices, ['socialServices', 'dentist', 'midwifery']);
    expect(centreView(centre.ledger()).services).toEqual(['midwifery', 'socialServices']);
  });

  it('shows empty texts where the book holds something else', () => {
    const centre = setupCentre();
    centre.set(bookPaths.centreName, 7);
    centre.set(bookPaths.centreResponsible, ['A']);
    expect(centreView(centre.ledger())).toMatchObject({
      name: '',
      responsible: { name: '', contact: '' },
    });
  });
});

describe('rounds', () => {
  it('come by year, form and id with dates, families, facts and counts', () => {
    const centre = setupCentre();
    centre.round('b', 'parents', 2026);
    centre.round('a', 'parents', 2026);
    centre.round('c', 'reflection', 2025);
    centre.set(bookPaths.roundCloses('a'), '2026-11-15');
    centre.set(bookPaths.roundOpens('a'), 'soon');
    centre.set(bookPaths.roundFamilies('a'), 80);
    centre.set(bookPaths.roundFamilies('b'), -3);
    centre.close('a');
    centre.reveal('c');
    centre.answer('a', 'parents', { 'p-near': 4 });
    centre.text('a', 'p-good', 'Fikat');
    const rounds = roundViews(centre.ledger());
    expect(rounds.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(rounds[1]).toMatchObject({
      opens: '',
      closes: '2026-11-15',
      families: 80,
      closed: true,
      revealed: false,
      answered: 1,
      textCount: 1,
    });
    expect(rounds[2]).toMatchObject({ families: null, closed: false, answered: 0 });
    expect(rounds[0]?.revealed).toBe(true);
  });

  it('are gone when purged', () => {
    const centre = setupCentre();
    centre.answer(centre.round('a', 'parents', 2026), 'parents', { 'p-near': 4 });
    centre.purge('a');
    expect(roundViews(centre.ledger())).toEqual([]);
  });
});

describe('known years', () => {
  it('are those with a round, counts, positions or goals, and those begun', () => {
    const centre = setupCentre();
    centre.round('a', 'children', 2026);
    centre.set(bookPaths.historyCounts('parents', 2021, 'p-near'), { 4: 3 });
    centre.set(bookPaths.historyAnswered('parents', 2022), 8);
    centre.set(bookPaths.positionMark(2023, 'r01'), 5);
    centre.set(bookPaths.goal('g', 'year'), 2027);
    centre.set(bookPaths.yearBegun(2028), 2028);
    expect(knownYears(centre.ledger())).toEqual([2021, 2022, 2023, 2026, 2027, 2028]);
  });

  it('leave out what was emptied or removed again, and what is no year', () => {
    const centre = setupCentre();
    centre.set(bookPaths.historyCounts('parents', 2021, 'p-near'), {});
    centre.set(bookPaths.positionMark(2023, 'r01'), null);
    centre.set(bookPaths.goal('g', 'year'), 2027);
    centre.set(bookPaths.goal('g', 'removed'), true);
    centre.set('positions/soon/r01/mark', 4);
    centre.set(bookPaths.goal('h', 'year'), 'next');
    expect(knownYears(centre.ledger())).toEqual([]);
  });
});

describe('priority goals', () => {
  it('come in their order, all of them when a merge left more than two, without the removed', () => {
    const centre = setupCentre();
    const goals = [
      ['g1', 'a1'],
      ['g2', 'a0'],
      ['g3', 'a1'],
      ['g4', null],
    ] as const;
    for (const [id, order] of goals) {
      centre.set(bookPaths.goal(id, 'year'), 2027);
      centre.set(bookPaths.goal(id, 'title'), `Mål ${id}`);
      centre.set(bookPaths.goal(id, 'order'), order);
    }
    centre.set(bookPaths.goal('g2', 'evidence'), ['r03', 4, 'p-near']);
    centre.set(bookPaths.goal('gone', 'year'), 2027);
    centre.set(bookPaths.goal('gone', 'removed'), true);
    centre.set(bookPaths.goal('older', 'year'), 2026);
    const found = priorityGoals(centre.ledger(), 2027);
    expect(found.map(({ id }) => id)).toEqual(['g2', 'g1', 'g3', 'g4']);
    expect(found[0]).toMatchObject({ title: 'Mål g2', evidence: ['r03', 'p-near'], measure: '' });
  });
});

describe('contested fields', () => {
  it('show both values with the devices’ names where they have one, until one tap settles', () => {
    const centre = setupCentre();
    const path = bookPaths.positionMark(2026, 'r01');
    centre.set(bookPaths.deviceName('d1'), 'Plattan');
    const one = centre.set(path, 5, []);
    const other = centre.set(path, 3, [], 'd2');
    expect(contestedFields(centre.ledger())).toEqual([
      {
        path,
        edits: [one, other],
        choices: [
          { value: 5, at: 't', by: 'Plattan', together: false },
          { value: 3, at: 't', by: '', together: false },
        ],
      },
    ]);
    centre.set(path, 5, [one, other]);
    expect(contestedFields(centre.ledger())).toEqual([]);
  });
});
