import { expect, test } from 'vitest';
import { agreedStop, meetingStops, nextOpen } from '#ui/team/dialogue/order.ts';
import { fakeCentre, fakeYear } from './fake-results.ts';

test('what all agree on opens, then the most divided come first, and every statement once', () => {
  const board = fakeCentre({ agreed: false }).board(fakeYear);
  const [first, ...statements] = meetingStops(board, 'divided');
  expect(first).toBe(agreedStop);
  expect(statements.slice(0, board.agenda.length)).toEqual(board.agenda);
  expect(statements.slice(board.agenda.length)).toEqual(board.unanimousOpen);
  expect(new Set(statements).size).toBe(30);
});

test('a team that goes area by area meets the statements as the form has them', () => {
  const board = fakeCentre({ agreed: false }).board(fakeYear);
  const [, ...statements] = meetingStops(board, 'area');
  expect(statements).toEqual(board.items.map(({ item }) => item));
});

test('an agreed position moves nothing, on this device and on one that comes later', async () => {
  const centre = fakeCentre({ agreed: false });
  const before = meetingStops(centre.board(fakeYear), 'divided');
  const [, first, second] = before;
  if (first === undefined) throw new Error('empty order');
  for (const item of centre.board(fakeYear).unanimousOpen) {
    await centre.agreePosition(fakeYear, item, 5);
  }
  await centre.agreePosition(fakeYear, first, 4);
  const board = centre.board(fakeYear);
  const statements = before.slice(1);
  expect(meetingStops(board, 'divided', statements)).toEqual(statements);
  expect(meetingStops(board, 'divided')).toEqual(statements);
  expect(nextOpen(statements, board)).toBe(second);
});

test('a meeting without anything left has no next', async () => {
  const centre = fakeCentre({ agreed: true });
  const board = centre.board(fakeYear);
  expect(nextOpen(meetingStops(board, 'divided'), board)).toBeUndefined();
});
