import type { BoardView } from '#projections/views.ts';

/**
 * The order in which the statements are talked about: most divided first, then what all agree on, then what is
 * settled. What had a place keeps it, so that an agreed position does not move the ground under the meeting.
 */
export function mergeOrder(before: readonly string[], board: BoardView): readonly string[] {
  const applicable = board.items.filter((item) => item.applicable).map(({ item }) => item);
  const known = new Set(applicable);
  const kept = before.filter((item) => known.has(item));
  const all = [...kept, ...board.agenda, ...board.unanimousOpen, ...applicable];
  return [...new Set(all)];
}

/** The first statement that still has no position, or undefined when all have. */
export function nextOpen(order: readonly string[], board: BoardView): string | undefined {
  const open = new Set(
    board.items.filter((item) => item.applicable && item.position === null).map(({ item }) => item),
  );
  return order.find((item) => open.has(item));
}
