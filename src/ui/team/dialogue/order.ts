import type { BoardView } from '#projections/views.ts';

/** The order that a team goes through its statements in: the most divided first, or as the form has them. */
export type MeetingOrder = 'divided' | 'area';

/** The stop before the statements, where what all agree on is settled in one tap. */
export const agreedStop = 'agreed';

/**
 * The stops of a meeting: what all agree on as long as any of it is open, then every statement that concerns the
 * centre. What had a place keeps it (`before`), so that a late answer does not move the ground under the meeting.
 */
export function meetingStops(
  board: BoardView,
  order: MeetingOrder,
  before: readonly string[] = [],
): readonly string[] {
  const statements =
    order === 'divided'
      ? board.order
      : board.items.filter(({ applicable }) => applicable).map(({ item }) => item);
  const known = new Set(statements);
  const kept = before.filter((stop) => known.has(stop));
  const agreed = board.unanimousOpen.length > 0 ? [agreedStop] : [];
  return [...agreed, ...new Set([...kept, ...statements])];
}

/** Where a meeting goes on: at what all agree on, else at the first statement without a position; undefined when all have one. */
export function nextOpen(stops: readonly string[], board: BoardView): string | undefined {
  const open = new Set(
    board.items.filter((item) => item.applicable && item.position === null).map(({ item }) => item),
  );
  return stops.find((stop) => stop === agreedStop || open.has(stop));
}
