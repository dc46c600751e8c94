import { describe, expect, it } from 'vitest';
import { revealRound } from '#commands/take-step.ts';
import type { Mark } from '#instruments/form.ts';
import { boardView } from '#projections/board-view.ts';
import { divisionOf, mostDividedFirst } from '#projections/division.ts';
import { improvementCandidates } from '#projections/improvement-candidates.ts';
import { positionHistory } from '#projections/position-history.ts';
import type { Distribution } from '#projections/views.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { SpeglaRecord } from '#records/record.ts';
import { setupCommands } from '../commands/centre.ts';
import { only, setupCentre } from './centre-records.ts';

function marked(...marks: readonly number[]): Distribution {
  const points = new Map([6, 5, 4, 3, 2, 1].map((point) => [point, 0]));
  for (const mark of marks) points.set(mark, (points.get(mark) ?? 0) + 1);
  return { points, nonAnswers: new Map(), rated: marks.length, favourable: 0 };
}

function setupMeeting(rows: readonly Readonly<Record<string, Mark>>[]) {
  const centre = setupCentre();
  centre.round('s', 'reflection', 2026);
  for (const row of rows) centre.answer('s', 'reflection', row);
  return centre;
}

describe('how divided a team is', () => {
  it('goes by the span first, so that one lone voice is heard before two near camps', () => {
    const lone = divisionOf(marked(6, 6, 6, 6, 1));
    const camps = divisionOf(marked(5, 5, 5, 3, 3, 3));
    expect(lone.width).toBe(5);
    expect([camps, lone].toSorted(mostDividedFirst)).toEqual([lone, camps]);
  });

  it('goes by the variance among equal spans: half the team at either end is the most there can be', () => {
    const halves = divisionOf(marked(6, 6, 6, 1, 1, 1));
    const lone = divisionOf(marked(6, 6, 6, 6, 6, 1));
    expect(halves.variance).toBe((5 / 2) ** 2);
    expect([lone, halves].toSorted(mostDividedFirst)).toEqual([halves, lone]);
  });

  it('is nothing where nobody placed a mark', () => {
    expect(divisionOf(marked())).toEqual({ width: -1, variance: 0 });
    expect(divisionOf(marked(4, 4, 4))).toEqual({ width: 0, variance: 0 });
  });
});

describe('the meeting', () => {
  const three = [
    { r01: 6, r02: 5, r03: 4 },
    { r01: 1, r02: 5, r03: 3 },
    { r01: 6, r02: 5, r03: 4 },
  ] as const;

  it('goes through the statements in an order that positions do not move', () => {
    const centre = setupMeeting(three);
    centre.reveal('s');
    const { order } = boardView(centre.ledger(), 2026);
    expect(order.slice(0, 2)).toEqual(['r01', 'r03']);
    expect(order.at(-1)).toBe('r02');
    expect(order).toHaveLength(30);
    for (const item of ['r01', 'r02', 'r17']) centre.set(bookPaths.positionMark(2026, item), 4);
    expect(boardView(centre.ledger(), 2026).order).toEqual(order);
  });

  it('shows no comment before the reveal, and all of them without their order of writing after', () => {
    const centre = setupMeeting(three);
    const write = (id: string, item: string, text: string): void => {
      centre.records.push({
        id,
        kind: 'answer',
        round: 's',
        body: { v: 1, type: 'text', form: 'reflection', formVersion: 1, item, text },
      });
    };
    write('z', 'r01', 'skrevs först');
    write('a', 'r01', 'skrevs sist');
    write('m', 'r02', 'vi kan mer');
    const comments = () => boardView(centre.ledger(), 2026).items.map((item) => item.comments);
    expect(comments().flat()).toEqual([]);
    centre.reveal('s');
    expect(comments().slice(0, 3)).toEqual([['skrevs sist', 'skrevs först'], ['vi kan mer'], []]);
  });

  it('shows no comment of a round that was not revealed, nor one that came after the reveal', () => {
    const centre = setupMeeting(three);
    const { deps } = setupCommands('reveal');
    const write = (id: string, round: string, text: string): void => {
      const body = { v: 1, type: 'text', form: 'reflection', formVersion: 1, item: 'r01', text };
      centre.records.push({ id, kind: 'answer', round, body } as SpeglaRecord);
    };
    const reveal = (round: string): void => {
      const step = revealRound(centre.ledger(), round, '2026-12-10', deps);
      if (step.ok) centre.records.push(...step.value);
    };
    const comments = () => boardView(centre.ledger(), 2026).items[0]?.comments;
    write('a', 's', 'i tid');
    reveal('s');
    centre.round('t', 'reflection', 2026);
    write('b', 't', 'i en annan omgång');
    write('c', 's', 'för sent');
    expect(comments()).toEqual(['i tid']);
    for (let n = 0; n < 3; n += 1) centre.answer('t', 'reflection', { r01: 2 });
    expect(comments()).toEqual(['i tid']);
    reveal('t');
    expect(comments()?.toSorted()).toEqual(['för sent', 'i en annan omgång', 'i tid']);
  });

  it('knows how many were asked, once for rounds that meet the same team', () => {
    const centre = setupMeeting(three);
    expect(boardView(centre.ledger(), 2026).invited).toBeNull();
    centre.round('late', 'reflection', 2026);
    centre.set(bookPaths.roundInvited('s'), 9);
    centre.set(bookPaths.roundInvited('late'), 9);
    expect(boardView(centre.ledger(), 2026)).toMatchObject({ invited: 9, answered: 3 });
  });

  it('remembers that the team chose to talk openly', () => {
    const centre = setupMeeting([]);
    expect(boardView(centre.ledger(), 2026).openTalk).toBe(false);
    centre.set(bookPaths.meetingOpenTalk(2026), true);
    expect(boardView(centre.ledger(), 2026).openTalk).toBe(true);
  });

  it('tells what a position was before, when, and on which device', () => {
    const centre = setupMeeting(three);
    centre.set(bookPaths.deviceName('d1'), 'Kontoret');
    centre.set(bookPaths.positionMark(2026, 'r01'), 5);
    centre.set(bookPaths.positionMark(2026, 'r01'), 3);
    centre.set(bookPaths.positionReservation(2026, 'r01'), 'BVC ser det annorlunda');
    expect(positionHistory(centre.ledger(), 2026, 'r01')).toMatchObject([
      { what: 'mark', mark: 5, stands: false, by: 'Kontoret' },
      { what: 'mark', mark: 3, stands: true, by: 'Kontoret' },
      { what: 'reservation', text: 'BVC ser det annorlunda', stands: true },
    ]);
  });
});

describe('what to talk about improving', () => {
  it('is what stands low, falls, divides or has a reservation, those with most reasons first', () => {
    const centre = setupMeeting([
      { r01: 6, r02: 2, r03: 4, r04: 5 },
      { r01: 5, r02: 6, r03: 3, r04: 5 },
      { r01: 6, r02: 4, r03: 4, r04: 5 },
    ]);
    centre.reveal('s');
    centre.set(bookPaths.positionMark(2025, 'r02'), 5);
    centre.set(bookPaths.positionMark(2025, 'r04'), 4);
    for (const [item, mark] of [
      ['r01', 6],
      ['r02', 3],
      ['r03', 3],
      ['r04', 5],
      ['r05', 'unknown'],
    ] as const) {
      centre.set(bookPaths.positionMark(2026, item), mark);
    }
    centre.set(bookPaths.positionReservation(2026, 'r05'), 'Jag är inte säker');
    centre.set(bookPaths.shortlist(2026, 'r02'), 'yes');
    centre.set(bookPaths.shortlist(2026, 'r03'), 'kanske');
    const ledger = centre.ledger();
    const candidates = improvementCandidates(ledger, boardView(ledger, 2026));
    expect(candidates).toEqual([
      { item: 'r02', reasons: ['low', 'falling', 'divided'], answer: 'yes' },
      // Next to one another over the middle is no division.
      { item: 'r03', reasons: ['low'], answer: null },
      { item: 'r05', reasons: ['reservation'], answer: null },
    ]);
  });

  it('says nothing of division before the reveal', () => {
    const centre = setupMeeting([{ r02: 1 }, { r02: 6 }, { r02: 6 }]);
    const ledger = centre.ledger();
    expect(improvementCandidates(ledger, boardView(ledger, 2026))).toEqual([]);
    centre.reveal('s');
    const shown = centre.ledger();
    expect(
      only(improvementCandidates(shown, boardView(shown, 2026)), ({ item }) => item === 'r02')
        .reasons,
    ).toEqual(['divided']);
  });
});
