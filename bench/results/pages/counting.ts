import { countedItemsOf, type Mark, type ScaleItem } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { distributionFromTally } from '#projections/distribution.ts';
import { codeOfMark, emptyTally, markCodes, tallyMarks } from '#projections/mark-tally.ts';

/** Milliseconds by who counted and what. */
export interface CountingRound {
  readonly ms: Readonly<Record<string, number>>;
}

/** Counts every mark of every item, given the answers in its own shape; gives the counts as `item × code`. */
export type Counter = (data: CountingData) => Promise<{
  readonly ms: Readonly<Record<string, number>>;
  readonly counts: Uint32Array;
}>;

/** The same answers in every shape that somebody wants, made before anything is timed. */
export interface CountingData {
  readonly items: readonly ScaleItem[];
  readonly answers: readonly { readonly marks: Readonly<Record<string, Mark>> }[];
  /** One row a mark: item and code. */
  readonly long: { readonly item: Int32Array; readonly code: Int32Array };
}

declare global {
  var countingRound:
    | ((answers: number, order: readonly string[]) => Promise<CountingRound>)
    | undefined;
}

/** The bare floor: codes in typed arrays, one addition a mark. */
export const loop: Counter = async ({ items, long }) => {
  const { item, code } = long;
  const counts = new Uint32Array(items.length * markCodes);
  const started = performance.now();
  for (let row = 0; row < item.length; row += 1) {
    const cell = (item[row] ?? 0) * markCodes + (code[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return { ms: { loop: performance.now() - started }, counts };
};

/** The product: from the answers as the ledger holds them to distributions; and one more answer to the same tally. */
export const spegla: Counter = async ({ items, answers }) => {
  const started = performance.now();
  const tally = emptyTally(items.length);
  tallyMarks(tally, items, answers);
  for (const [place, item] of items.entries()) distributionFromTally(item, tally, place);
  const all = performance.now() - started;
  const counts = tally.slice();
  const [first] = answers;
  const again = performance.now();
  if (first !== undefined) tallyMarks(tally, items, [first]);
  for (const [place, item] of items.entries()) distributionFromTally(item, tally, place);
  return { ms: { spegla: all, 'spegla, one more': performance.now() - again }, counts };
};

/** Makes the round: everyone counts the same answers, and must come to the same counts. */
export function countWith(counters: Readonly<Record<string, Counter>>): void {
  globalThis.countingRound = async (count, order) => {
    const data = makeData(count);
    const ms: Record<string, number> = {};
    let expected: string | undefined;
    for (const name of order) {
      const counter = counters[name];
      if (counter === undefined) throw new Error(`nobody is called ${name}`);
      const found = await counter(data);
      const text = found.counts.join();
      expected ??= text;
      if (text !== expected) throw new Error(`${name} counts otherwise`);
      Object.assign(ms, found.ms);
    }
    return { ms };
  };
}

function makeData(count: number): CountingData {
  const items = countedItemsOf(currentForm('parents'));
  const marks: readonly Mark[] = [4, 4, 4, 3, 3, 2, 1, 'unknown', 'notUsed'];
  const long = {
    item: new Int32Array(count * items.length),
    code: new Int32Array(count * items.length),
  };
  let state = 1;
  let row = 0;
  const answers = Array.from({ length: count }, () => {
    const ofOne: Record<string, Mark> = {};
    for (const [place, { id }] of items.entries()) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const mark = marks[(state >>> 16) % marks.length] ?? 4;
      ofOne[id] = mark;
      long.item[row] = place;
      long.code[row] = codeOfMark(mark);
      row += 1;
    }
    return { marks: ofOne };
  });
  return { items, answers, long };
}
