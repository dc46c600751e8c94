import { countedItemsOf, type FormId, type Mark } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { JsonValue } from '#records/json.ts';
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

/** Saves a year by hand: writes only what differs from what stands there, and empties what was taken away. */
export async function saveHistory(
  centre: Pick<OpenCentre, 'fieldValue' | 'enterHistory' | 'agreePosition'>,
  form: FormId,
  year: number,
  entry: HistoryCounts,
): Promise<void> {
  const before = historyCounts(centre, form, year);
  const changed: Record<string, Readonly<Record<string, number>>> = {};
  for (const { id } of countedItemsOf(currentForm(form))) {
    const next = entry.counts[id] ?? {};
    if (textOf(next) !== textOf(before.counts[id] ?? {})) changed[id] = next;
  }
  if (Object.keys(changed).length > 0 || entry.answered !== before.answered) {
    await centre.enterHistory(form, year, entry.answered, changed);
  }
  if (form !== 'reflection') return;
  for (const { id } of countedItemsOf(currentForm(form))) {
    const next = entry.positions[id] ?? null;
    if (next !== (before.positions[id] ?? null)) await centre.agreePosition(year, id, next);
  }
}

function countsOf(value: JsonValue | undefined): Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] >= 0,
    ),
  );
}

function textOf(counts: Readonly<Record<string, number>>): string {
  return JSON.stringify(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
