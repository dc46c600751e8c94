import type { Mark } from '#instruments/form.ts';
import type { BoardItem } from '#projections/views.ts';

/** How many placed a mark, as the team may see it; 0 where it may not. */
export function countAt({ spread }: Pick<BoardItem, 'spread'>, mark: Mark): number {
  if (!spread.shown) return 0;
  const { points, nonAnswers } = spread.value;
  return (typeof mark === 'number' ? points.get(mark) : nonAnswers.get(mark)) ?? 0;
}
