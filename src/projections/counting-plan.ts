import { countedItemsOf, type FormId, type Mark, type ScaleItem } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { scales } from '#instruments/scales.ts';
import type { MarksAnswer } from '#records/answer.ts';
import { codeOfMark, emptyTally, markCodes, type MarkTally } from './mark-tally.ts';

/**
 * How a form's answers are counted. Items of one goal are counted together, one cell for each way to mark them all: one
 * addition a goal and respondent instead of one an item. All that is taken out of the cells is how often each mark was
 * given to each item; which marks one person gave together is never shown.
 */
export interface CountingPlan {
  readonly items: readonly ScaleItem[];
  readonly groups: readonly ItemGroup[];
  /** Cells of all groups together. */
  readonly cells: number;
}

/** The items of one goal, or one item that belongs to none. */
interface ItemGroup {
  readonly items: readonly ScaleItem[];
  /** By item: the codes of its scale's marks here, 0 for none, and how many cells one step of it spans. */
  readonly codes: readonly ReadonlyMap<Mark, number>[];
  readonly spans: readonly number[];
  /** Its first cell among the plan's, and how many it has. */
  readonly from: number;
  readonly cells: number;
  /** By cell and item: the mark's place in a tally over the plan's items. Made when first tallied. */
  tallied(): Uint16Array;
}

/** A group's cell is kept in sixteen bits. */
const mostCells = 2 ** 16;

/** The plan of a form's present version: an answer to an earlier one is counted where it has the same items. */
export function countingPlan(form: FormId): CountingPlan {
  const known = plans.get(form) ?? newPlan(form);
  plans.set(form, known);
  return known;
}

const plans = new Map<FormId, CountingPlan>();

function newPlan(form: FormId): CountingPlan {
  const items = countedItemsOf(currentForm(form));
  const together = Map.groupBy(items, ({ goal, id }) => goal ?? id);
  const groups: ItemGroup[] = [];
  let from = 0;
  for (const ofGroup of together.values()) {
    const group = newGroup(ofGroup, from, (item) => items.indexOf(item));
    groups.push(group);
    from += group.cells;
  }
  return { items, groups, cells: from };
}

function newGroup(
  items: readonly ScaleItem[],
  from: number,
  placeOf: (item: ScaleItem) => number,
): ItemGroup {
  const marks = items.map(({ scale }): readonly Mark[] => [
    ...scales[scale].points,
    ...scales[scale].nonAnswers,
  ]);
  const codes = marks.map((ofItem) => new Map(ofItem.map((mark, at) => [mark, at + 1])));
  const spans: number[] = [];
  let cells = 1;
  for (const ofItem of marks) {
    spans.push(cells);
    cells *= ofItem.length + 1;
  }
  if (cells > mostCells) throw new RangeError('a goal has too many items to be counted together');
  let made: Uint16Array | undefined;
  function newTallied(): Uint16Array {
    const tallied = new Uint16Array(cells * items.length);
    for (const [at, item] of items.entries()) {
      const [ofItem, span, place] = [marks[at] ?? [], spans[at] ?? 1, placeOf(item) * markCodes];
      const tallyCodes = [0, ...ofItem.map(codeOfMark)].map((code) => place + code);
      for (let cell = 0; cell < cells; cell += 1) {
        const code = Math.floor(cell / span) % tallyCodes.length;
        tallied[cell * items.length + at] = tallyCodes[code] ?? place;
      }
    }
    return tallied;
  }
  return { items, codes, spans, from, cells, tallied: () => (made ??= newTallied()) };
}

/** The cell of one answer within a group. What an item's scale does not know is no mark. */
export function cellOf({ items, codes, spans }: ItemGroup, marks: MarksAnswer['marks']): number {
  let cell = 0;
  for (let at = 0; at < items.length; at += 1) {
    const mark = marks[items[at]?.id ?? ''];
    if (mark !== undefined) cell += (codes[at]?.get(mark) ?? 0) * (spans[at] ?? 0);
  }
  return cell;
}

/** How often each mark was given to each item, out of counted cells. */
export function tallyOfCells({ items, groups }: CountingPlan, counts: Uint32Array): MarkTally {
  const tally = emptyTally(items.length);
  for (const { from, cells, tallied, items: ofGroup } of groups) {
    const [places, width] = [tallied(), ofGroup.length];
    for (let cell = 0; cell < cells; cell += 1) {
      const count = counts[from + cell] ?? 0;
      if (count === 0) continue;
      for (let at = cell * width; at < (cell + 1) * width; at += 1) {
        const place = places[at] ?? 0;
        tally[place] = (tally[place] ?? 0) + count;
      }
    }
  }
  return tally;
}
