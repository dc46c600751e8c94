import type { FormId } from '#instruments/form.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import { historyCounts } from './history-counts.ts';
import type { ImportedRow } from './history-import.ts';
import { takeBack, writeFields } from './taken-back.ts';
import type { OpenCentre } from './team-app.ts';

type Centre = Pick<OpenCentre, 'fieldValue' | 'setFields' | 'shownEdits'>;

/** Saves the rows that a person has looked through and confirmed. Gives how to take it all back. */
export async function saveImport(
  centre: Centre,
  form: FormId,
  year: number,
  rows: readonly (ImportedRow & { readonly ok: true })[],
): Promise<() => Promise<void>> {
  const { counts, positions } = historyCounts(centre, form, year);
  const field = (path: string, value: JsonValue | undefined, before: JsonValue) =>
    value === undefined ? [] : [{ path, value, before, base: centre.shownEdits(path) }];
  const fields = rows.flatMap(({ item, values }) => {
    const share = bookPaths.historyShare(form, year, item);
    return [
      ...field(
        bookPaths.historyCounts(form, year, item),
        values.counts && { ...values.counts },
        counts[item] ?? {},
      ),
      ...field(share, values.share && { ...values.share }, centre.fieldValue(share) ?? null),
      ...field(bookPaths.positionMark(year, item), values.position, positions[item] ?? null),
    ];
  });
  const written = await writeFields(centre, fields);
  return () => takeBack(centre, written);
}
