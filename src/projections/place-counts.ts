import { columnsOf, type AnswerRows } from './answer-rows.ts';
import { countingPlan } from './counting-plan.ts';

/** Rows with the place that each one has (round-answers.ts), and how many places there are. */
export interface PlacedRows {
  readonly rows: AnswerRows;
  /** By row; longer than there are rows. */
  readonly places: Uint16Array;
  readonly placeCount: number;
}

/** By place: its rows' marks by cell of the form's counting plan. The same array as long as nothing there has changed. */
export type PlaceCounts = readonly Uint32Array[];

/** Counts every row: one addition a row and group of items. */
export function countAll({ rows, places, placeCount }: PlacedRows): PlaceCounts {
  const { cells, groups } = planOf(rows);
  const all = new Uint32Array(placeCount * cells);
  const columns = columnsOf(rows);
  for (const [at, { from }] of groups.entries()) {
    const column = columns[at];
    if (column !== undefined) countColumn(all, column, places, rows.size, cells, from);
  }
  return Array.from({ length: placeCount }, (_unused, place) =>
    all.slice(place * cells, (place + 1) * cells),
  );
}

/** A function of its own, so that nothing but the loop is in it when it is compiled. */
function countColumn(
  counts: Uint32Array,
  column: Uint16Array,
  places: Uint16Array,
  size: number,
  cells: number,
  from: number,
): void {
  for (let row = 0; row < size; row += 1) {
    const cell = (places[row] ?? 0) * cells + from + (column[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

/**
 * Counts on from `old`, which counted the first `counted` rows: takes those that moved out of their old place's counts,
 * and adds them and what came behind to their own. Costs what has changed, however many rows there are.
 */
export function countChanges(
  old: PlaceCounts,
  counted: number,
  placesBefore: Uint16Array,
  { rows, places, placeCount }: PlacedRows,
  moved: readonly number[],
): PlaceCounts {
  const { cells, groups } = planOf(rows);
  const columns = columnsOf(rows);
  const counts = Array.from(
    { length: placeCount },
    (_unused, place) => old[place] ?? new Uint32Array(cells),
  );
  const own = new Set<number>();
  function count(row: number, place: number, step: 1 | -1): void {
    // The arrays of before belong to who holds them.
    const ofPlace = own.has(place) ? counts[place] : counts[place]?.slice();
    if (ofPlace === undefined) return;
    own.add(place);
    counts[place] = ofPlace;
    for (const [at, { from }] of groups.entries()) {
      const cell = from + (columns[at]?.[row] ?? 0);
      ofPlace[cell] = (ofPlace[cell] ?? 0) + step;
    }
  }
  for (const row of moved) {
    count(row, placesBefore[row] ?? 0, -1);
    count(row, places[row] ?? 0, 1);
  }
  for (let row = counted; row < rows.size; row += 1) count(row, places[row] ?? 0, 1);
  return counts;
}

function planOf({ form }: AnswerRows): Pick<ReturnType<typeof countingPlan>, 'cells' | 'groups'> {
  return form === null ? { cells: 0, groups: [] } : countingPlan(form);
}
