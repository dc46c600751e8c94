import type { EditIds } from '#commands/set-field.ts';
import { countedItemsOf, type FormId, type Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
import { writeFields, type WrittenField } from './taken-back.ts';
import type { OpenCentre } from './team-app.ts';

/** One form's year as it was entered by hand: what the entry form shows and what an undo goes back to. */
export interface HistoryCounts {
  readonly answered: number | null;
  /** By item: { mark: count }. Only items with something. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Reflection only: the joint positions of that year. */
  readonly positions: Readonly<Record<string, Mark>>;
}

/** Reads what was entered, unsuppressed: the one who types it in has the paper before them. */
export function historyCounts(
  centre: Pick<OpenCentre, 'fieldValue'>,
  form: FormId,
  year: number,
): HistoryCounts {
  const answered = centre.fieldValue(bookPaths.historyAnswered(form, year));
  const counts: Record<string, Record<string, number>> = {};
  const positions: Record<string, Mark> = {};
  for (const { id } of countedItemsOf(currentForm(form))) {
    const ofItem = countsOf(centre.fieldValue(bookPaths.historyCounts(form, year, id)));
    if (Object.keys(ofItem).length > 0) counts[id] = ofItem;
    if (form !== 'reflection') continue;
    const mark = centre.fieldValue(bookPaths.positionMark(year, id));
    if (typeof mark === 'number' || mark === 'unknown' || mark === 'notHere') positions[id] = mark;
  }
  return { answered: typeof answered === 'number' ? answered : null, counts, positions };
}

/** A year as somebody saw it who began to enter it: what their entry is a change of. */
export interface HistoryBase {
  readonly form: FormId;
  readonly year: number;
  readonly entry: HistoryCounts;
  /** By path of every field of the form's year: the edits that said it. */
  readonly shown: ReadonlyMap<string, EditIds>;
}

/** Reads a form's year, to be changed by hand. */
export function openHistory(
  centre: Pick<OpenCentre, 'fieldValue' | 'shownEdits'>,
  form: FormId,
  year: number,
): HistoryBase {
  const entry = historyCounts(centre, form, year);
  const paths = [...valuesOf(form, year, entry).keys()];
  return {
    form,
    year,
    entry,
    shown: new Map(paths.map((path) => [path, centre.shownEdits(path)])),
  };
}

/**
 * Saves a year by hand, with what it takes to take that back. Only what was changed here is written, in place of what was
 * seen: what another device wrote meanwhile in another field stays, and in the same field it stands beside this.
 */
export function saveHistory(
  centre: Pick<OpenCentre, 'fieldValue' | 'setFields'>,
  base: HistoryBase,
  entry: HistoryCounts,
): Promise<readonly WrittenField[]> {
  const { form, year, shown } = base;
  const before = valuesOf(form, year, base.entry);
  const changed = [...valuesOf(form, year, entry)].flatMap(([path, value]) => {
    const was = before.get(path) ?? null;
    if (textOf(value) === textOf(was)) return [];
    return [{ path, value, before: was, base: shown.get(path) ?? [] }];
  });
  return changed.length === 0 ? Promise.resolve([]) : writeFields(centre, changed);
}

/** Every field of a form's year, with what an entry says there. */
function valuesOf(
  form: FormId,
  year: number,
  entry: HistoryCounts,
): ReadonlyMap<string, JsonValue> {
  const items = countedItemsOf(currentForm(form));
  return new Map<string, JsonValue>([
    [bookPaths.historyAnswered(form, year), entry.answered],
    ...items.map(({ id }): [string, JsonValue] => [
      bookPaths.historyCounts(form, year, id),
      entry.counts[id] ?? {},
    ]),
    ...(form === 'reflection' ? items : []).map(({ id }): [string, JsonValue] => [
      bookPaths.positionMark(year, id),
      entry.positions[id] ?? null,
    ]),
  ]);
}

function countsOf(value: JsonValue | undefined): Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0,
    ),
  );
}

/** The same counts in another order are the same. */
function textOf(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
