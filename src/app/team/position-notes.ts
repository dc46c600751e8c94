import { bookPaths } from '#records/book-paths.ts';
import type { OpenCentre } from './team-app.ts';

/** What may stand beside a joint position. */
export type PositionNote = 'comment' | 'reservation';

/** Saves the team's comment on a joint position, or the reservation of someone who sees it differently. */
export function notePosition(
  centre: Pick<OpenCentre, 'setField'>,
  year: number,
  item: string,
  note: PositionNote,
  text: string,
): Promise<void> {
  const path =
    note === 'comment'
      ? bookPaths.positionComment(year, item)
      : bookPaths.positionReservation(year, item);
  return centre.setField(path, text);
}
