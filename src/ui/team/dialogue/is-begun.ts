import type { BoardView } from '#projections/views.ts';

/** Whether a meeting is under way. Positions can be set without the spread, and the spread can still be shown after that. */
export function isBegun({ revealed, openTalk, items }: BoardView): boolean {
  return revealed || openTalk || items.some(({ position }) => position !== null);
}
