import { bookPaths } from '#records/book-paths.ts';
import { textOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';
import type { ContestedField } from './views.ts';

/** Every field that two people wrote at once. `by` is empty for a device without a name. */
export function contestedFields(ledger: Ledger): readonly ContestedField[] {
  const { book } = ledger;
  return book.contested.map((path) => ({
    path,
    choices: (book.field(path)?.heads ?? []).map(({ value, at, by }) => ({
      value,
      at,
      by: textOf(book.value(bookPaths.deviceName(by))),
    })),
  }));
}
