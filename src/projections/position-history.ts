import type { Mark } from '#instruments/form.ts';
import { countedItemsOf } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { scales } from '#instruments/scales.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import { textOf } from './book-values.ts';
import { isMarkOf } from './distribution.ts';
import type { Ledger } from './ledger.ts';

/** What was once said of a statement: a mark (null: taken away again), a comment or a reservation. */
export interface PastPosition {
  readonly id: string;
  readonly what: 'mark' | 'comment' | 'reservation';
  readonly mark: Mark | null;
  readonly text: string;
  /** ISO time and device name, for show; the name is empty for a device without one. */
  readonly at: string;
  readonly by: string;
  readonly stands: boolean;
}

/** Everything that ever stood as a statement's joint position in a year, oldest first within each of its three fields. */
export function positionHistory(
  { book }: Ledger,
  year: number,
  item: string,
): readonly PastPosition[] {
  const fields = [
    ['mark', bookPaths.positionMark(year, item)],
    ['comment', bookPaths.positionComment(year, item)],
    ['reservation', bookPaths.positionReservation(year, item)],
  ] as const;
  return fields.flatMap(([what, path]) =>
    book.history(path).map(({ id, value, at, by, stands }) => ({
      id,
      what,
      mark: what === 'mark' ? markOf(item, value) : null,
      text: what === 'mark' ? '' : textOf(value),
      at,
      by: textOf(book.value(bookPaths.deviceName(by))),
      stands,
    })),
  );
}

function markOf(item: string, value: JsonValue): Mark | null {
  const known = countedItemsOf(currentForm('reflection')).find(({ id }) => id === item);
  return known !== undefined && isMarkOf(scales[known.scale], value) ? value : null;
}
