import { bookPaths } from '#records/book-paths.ts';
import type { Mark } from '#instruments/form.ts';
import { bookText, type BookText } from './book-text.ts';
import { writeFields, type WrittenField } from './taken-back.ts';
import type { OpenCentre } from './team-app.ts';

/** Settles the statements that all placed the same mark on, as they were shown; gives what was written. */
export async function agreeUnanimous(
  centre: Pick<OpenCentre, 'setFields' | 'shownEdits' | 'fieldValue'>,
  year: number,
  items: readonly { readonly item: string; readonly unanimous: Mark }[],
): Promise<readonly WrittenField[]> {
  return writeFields(
    centre,
    items.map(({ item, unanimous }) => {
      const path = bookPaths.positionMark(year, item);
      return { path, value: unanimous, base: centre.shownEdits(path) };
    }),
  );
}

/** What may stand beside a joint position. */
export type PositionNote = 'comment' | 'reservation';

/** The team's comment on a joint position, or the reservation of someone who sees it differently. */
export function positionNote(
  centre: Pick<OpenCentre, 'setField' | 'shownEdits'>,
  year: number,
  item: string,
  note: PositionNote,
): BookText {
  const path =
    note === 'comment'
      ? bookPaths.positionComment(year, item)
      : bookPaths.positionReservation(year, item);
  return bookText(centre, path);
}
