import type { FormId } from '#instruments/form.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import type { Book } from '#records/merge.ts';
import type { SpeglaRecord } from '#records/record.ts';
import type { CommandDeps } from './command-deps.ts';
import { setFields } from './set-field.ts';

/** Counts of one item: how many said each mark. */
export type MarkCounts = Readonly<Record<string, number>>;

/** Enters an earlier year's counts by hand. Only the items given change; `answered` stands once for the form, null where unknown. */
export function enterHistory(
  book: Book,
  form: FormId,
  year: number,
  answered: number | null,
  counts: Readonly<Record<string, MarkCounts>>,
  deps: CommandDeps,
): readonly SpeglaRecord[] {
  const fields: Record<string, JsonValue> = {};
  const answeredPath = bookPaths.historyAnswered(form, year);
  // Null empties what stands there; it is not written where nothing ever stood.
  if (answered !== null || book.field(answeredPath) !== undefined) fields[answeredPath] = answered;
  for (const [item, itemCounts] of Object.entries(counts)) {
    fields[bookPaths.historyCounts(form, year, item)] = itemCounts;
  }
  return setFields(book, fields, deps);
}
