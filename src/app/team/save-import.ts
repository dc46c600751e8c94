import type { FormId, Mark } from '#instruments/form.ts';
import { countOf, membersOf } from '#projections/book-values.ts';
import { bookPaths } from '#records/book-paths.ts';
import { canonicalJson, type JsonValue } from '#records/json.ts';
import { historyCounts } from './history-counts.ts';
import type { ImportedRow, ItemHistory } from './history-import.ts';
import { takeBack, writeFields } from './taken-back.ts';
import type { OpenCentre } from './team-app.ts';

type Centre = Pick<OpenCentre, 'fieldValue' | 'setFields' | 'shownEdits'>;
type GoodRow = ImportedRow & { readonly ok: true };

/** Saves the rows that a person has looked through and confirmed. Gives how to take it all back. */
export async function saveImport(
  centre: Centre,
  form: FormId,
  year: number,
  rows: readonly GoodRow[],
): Promise<() => Promise<void>> {
  const stands = standingYear(centre, form, year);
  const fields = rows.flatMap(({ item, values }) => {
    const before = stands(item);
    const field = (path: string, value: JsonValue | undefined, old: JsonValue) =>
      value === undefined ? [] : [{ path, value, before: old, base: centre.shownEdits(path) }];
    const { counts, share } = emptied(before, values);
    return [
      ...field(bookPaths.historyCounts(form, year, item), counts, { ...before.counts }),
      ...field(
        bookPaths.historyShare(form, year, item),
        share,
        before.share === undefined ? null : { ...before.share },
      ),
      ...field(bookPaths.positionMark(year, item), values.position, before.position ?? null),
    ];
  });
  const written = await writeFields(centre, fields);
  return () => takeBack(centre, written);
}

/** What stands of an item already; undefined where nothing does. */
export interface StandingItem {
  readonly counts: ItemHistory['counts'];
  readonly share: ItemHistory['share'];
  readonly position: Mark | undefined;
}

/** What saving a row takes the place of; what it says again is not among it. */
export function replacedBy(
  centre: Pick<OpenCentre, 'fieldValue'>,
  form: FormId,
  year: number,
): (row: GoodRow) => StandingItem {
  const stands = standingYear(centre, form, year);
  const replaced = <T>(old: T | undefined, next: JsonValue | undefined): T | undefined =>
    old === undefined || next === undefined || canonicalJson(old) === canonicalJson(next)
      ? undefined
      : old;
  return ({ item, values }) => {
    const before = stands(item);
    const { counts, share } = emptied(before, values);
    return {
      counts: replaced(before.counts, counts),
      share: replaced(before.share, share),
      position: replaced(before.position, values.position),
    };
  };
}

/**
 * An item is known by its counts or by a share, never by both: what was told before in the other way would be read instead
 * of what is told now, or come back when that is emptied. Undefined leaves a field as it is.
 */
function emptied(
  before: StandingItem,
  { counts, share }: ItemHistory,
): { readonly counts: JsonValue | undefined; readonly share: JsonValue | undefined } {
  if (counts !== undefined) {
    return { counts: { ...counts }, share: before.share === undefined ? undefined : null };
  }
  if (share === undefined) return { counts: undefined, share: undefined };
  return { counts: before.counts === undefined ? undefined : {}, share: { ...share } };
}

function standingYear(
  centre: Pick<OpenCentre, 'fieldValue'>,
  form: FormId,
  year: number,
): (item: string) => StandingItem {
  const { counts, positions } = historyCounts(centre, form, year);
  return (item) => {
    const share = membersOf(centre.fieldValue(bookPaths.historyShare(form, year, item)));
    const [favourable, of] = [countOf(share.get('favourable')), countOf(share.get('of'))];
    return {
      counts: counts[item],
      share: favourable === null || of === null ? undefined : { favourable, of },
      position: positions[item],
    };
  };
}
