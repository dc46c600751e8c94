import { expect, test } from 'vitest';
import { mergeOrder, nextOpen } from '#ui/team/dialogue/order.ts';
import { fakeCentre, fakeYear } from './fake-results.ts';

test('the most divided come first, what all agree on after, and everything once', () => {
  const board = fakeCentre({ agreed: false }).board(fakeYear);
  const order = mergeOrder([], board);
  expect(order.slice(0, board.agenda.length)).toEqual(board.agenda);
  expect(order.slice(board.agenda.length)).toEqual(board.unanimousOpen);
  expect(new Set(order).size).toBe(30);
});

test('an agreed position does not move the meeting', async () => {
  const centre = fakeCentre({ agreed: false });
  const before = mergeOrder([], centre.board(fakeYear));
  const [first, second] = before;
  if (first === undefined) throw new Error('empty order');
  await centre.agreePosition(fakeYear, first, 4);
  const board = centre.board(fakeYear);
  expect(mergeOrder(before, board)).toEqual(before);
  expect(nextOpen(before, board)).toBe(second);
});

test('after a reload the meeting goes on with what is left', async () => {
  const centre = fakeCentre({ agreed: false });
  const [first, second] = centre.board(fakeYear).agenda;
  if (first === undefined) throw new Error('empty agenda');
  await centre.agreePosition(fakeYear, first, 'unknown');
  const board = centre.board(fakeYear);
  expect(nextOpen(mergeOrder([], board), board)).toBe(second);
});
