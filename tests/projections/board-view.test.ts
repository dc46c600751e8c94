import { describe, expect, it } from 'vitest';
import type { Mark } from '#instruments/form.ts';
import { boardView } from '#projections/board-view.ts';
import { bookPaths } from '#records/book-paths.ts';
import { only, setupCentre } from './centre-records.ts';

/** Five colleagues: each row one person's marks of r01, r02, … */
function setupTeam(rows: readonly (readonly Mark[])[]) {
  const centre = setupCentre();
  centre.round('s', 'reflection', 2026);
  for (const row of rows) {
    const marks = row.map((mark, n): [string, Mark] => [
      `r${String(n + 1).padStart(2, '0')}`,
      mark,
    ]);
    centre.answer('s', 'reflection', Object.fromEntries(marks));
  }
  return centre;
}

const five: readonly (readonly Mark[])[] = [
  [5, 6, 5, 6, 'unknown', 4],
  [5, 1, 4, 2, 'unknown', 3],
  [5, 6, 5, 2, 'unknown', 4],
  [5, 6, 5, 6, 'unknown', 'unknown'],
  [5, 6, 5, 2, 6, 'unknown'],
];

describe('the board', () => {
  it('can be revealed from three answers, once', () => {
    expect(boardView(setupTeam(five.slice(0, 2)).ledger(), 2026).canReveal).toBe(false);
    const centre = setupTeam(five);
    expect(boardView(centre.ledger(), 2026)).toMatchObject({
      rounds: ['s'],
      answered: 5,
      revealed: false,
      canReveal: true,
      smallTeam: true,
      positionsLeft: 30,
    });
    centre.reveal('s');
    expect(boardView(centre.ledger(), 2026)).toMatchObject({ revealed: true, canReveal: false });
  });

  it('has the statements in form order on its agenda until the reveal, then the most divided first', () => {
    const centre = setupTeam(five);
    expect(boardView(centre.ledger(), 2026).agenda.slice(0, 3)).toEqual(['r01', 'r02', 'r03']);
    centre.reveal('s');
    const board = boardView(centre.ledger(), 2026);
    // r02 spans five stops, r04 four; r03 and r06 one, r06 more evenly split; r05 was rated by one alone.
    expect(board.agenda.slice(0, 6)).toEqual(['r02', 'r04', 'r06', 'r03', 'r05', 'r07']);
    expect(board.unanimousOpen).toEqual(['r01']);
    const [first] = board.items;
    expect(first).toMatchObject({ item: 'r01', unanimous: 5, range: { low: 5, high: 5 } });
    expect(only(board.items, ({ item }) => item === 'r05').unanimous).toBeNull();
  });

  it('takes what has a position off the agenda, and keeps its comment and reservation', () => {
    const centre = setupTeam(five);
    centre.reveal('s');
    centre.set(bookPaths.positionMark(2026, 'r01'), 5);
    centre.set(bookPaths.positionMark(2026, 'r02'), 'unknown');
    centre.set(bookPaths.positionComment(2026, 'r02'), 'Tas upp i mars');
    centre.set(bookPaths.positionReservation(2026, 'r02'), 'BVC ser det annorlunda');
    const board = boardView(centre.ledger(), 2026);
    expect(board.unanimousOpen).toEqual([]);
    expect(board.agenda).not.toContain('r02');
    expect(board.positionsLeft).toBe(28);
    expect(board.items[1]).toMatchObject({
      position: 'unknown',
      comment: 'Tas upp i mars',
      reservation: 'BVC ser det annorlunda',
    });
  });

  it('keeps a statement with two positions at once open, also where all marked the same', () => {
    const centre = setupTeam(five);
    centre.reveal('s');
    for (const mark of [5, 3]) centre.set(bookPaths.positionMark(2026, 'r01'), mark, []);
    const board = boardView(centre.ledger(), 2026);
    expect(board.items[0]).toMatchObject({ position: null, positionsDiffer: true });
    expect(board.unanimousOpen).toEqual([]);
    expect(board.agenda).toContain('r01');
    expect(board.positionsLeft).toBe(30);
  });

  it('shows statements about a lacking service as not applicable, and never asks for them', () => {
    const centre = setupTeam(five);
    centre.set(bookPaths.centreServices, ['childHealth', 'openPreschool', 'socialServices']);
    const board = boardView(centre.ledger(), 2026);
    const midwifery = board.items.filter(({ applicable }) => !applicable).map(({ item }) => item);
    expect(midwifery).toEqual(['r17', 'r18']);
    expect(board.agenda).not.toContain('r17');
    expect(board.positionsLeft).toBe(28);
    expect(board.items.filter((one) => one.aboutOnePerson)).toHaveLength(8);
  });

  it('tells last year’s position, and no counts in its place', () => {
    const centre = setupTeam(five);
    centre.set(bookPaths.positionMark(2025, 'r01'), 3);
    centre.set(bookPaths.historyCounts('reflection', 2025, 'r02'), { 4: 3 });
    const board = boardView(centre.ledger(), 2026);
    expect(board.items.slice(0, 3).map(({ lastYear }) => lastYear)).toEqual([3, null, null]);
  });

  it('of a year without a round is open for positions that a team agrees on without marks', () => {
    const board = boardView(setupCentre().ledger(), 2026);
    expect(board).toMatchObject({ rounds: [], answered: 0, revealed: false, canReveal: false });
    expect(board.agenda).toHaveLength(30);
  });
});
