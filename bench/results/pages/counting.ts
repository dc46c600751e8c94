import { countedItemsOf, type Mark, type ScaleItem } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { codeOfMark } from '#projections/mark-tally.ts';
import type { MarksAnswer } from '#records/answer.ts';

/** The same answers in every shape that somebody wants, made before anything is timed. */
export interface CountingData {
  readonly items: readonly ScaleItem[];
  readonly answers: readonly MarksAnswer[];
  /** One row a mark: item and code. */
  readonly long: { readonly item: Int32Array; readonly code: Int32Array };
}

/** Somebody who has taken the answers in, in a shape of its own. */
export interface Counter {
  /** Counts every mark of every item; as `item × code`. Timed as `ms` says, or else by who calls it. */
  count(): Promise<Counts> | Counts;
  /** What else it timed, by name: milliseconds. */
  readonly ms: Readonly<Record<string, number>>;
  stop?(): Promise<void>;
}

export interface Counts {
  /** Milliseconds of counting alone, where the shape that is compared is made afterwards. */
  readonly ms: number;
  readonly counts: Uint32Array;
}

export type TakeIn = (data: CountingData) => Promise<Counter> | Counter;

/** Milliseconds by who counted and what. */
export type CountingRound = Readonly<Record<string, number>>;

declare global {
  var countingRound:
    | ((answers: number, order: readonly string[]) => Promise<CountingRound>)
    | undefined;
}

/** Each counts again and again, so that everybody's code is compiled: at least so often, or for so long. */
const leastTimes = 5;
const leastMs = 150;

/** Makes the page's round: everyone counts the same answers, and must come to the same counts. */
export function countWith(counters: Readonly<Record<string, TakeIn>>): void {
  globalThis.countingRound = async (count, order) => {
    const data = makeData(count);
    const ms: Record<string, number> = {};
    let expected: string | undefined;
    for (const name of order) {
      const takeIn = counters[name];
      if (takeIn === undefined) throw new Error(`nobody is called ${name}`);
      const started = performance.now();
      const counter = await takeIn(data);
      const takenIn = performance.now() - started;
      const times: number[] = [];
      const until = performance.now() + leastMs;
      while (times.length < leastTimes || performance.now() < until) {
        const found = await counter.count();
        times.push(found.ms);
        const text = times.length === 1 ? found.counts.join() : expected;
        expected ??= text;
        if (text !== expected) throw new Error(`${name} counts otherwise`);
      }
      ms[name] = median(times);
      if (name !== 'loop') ms[`${name}, taking in`] = takenIn;
      Object.assign(ms, counter.ms);
      await counter.stop?.();
    }
    return ms;
  };
}

/** Not the runner's own: this is the page. */
function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
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
  const answers = Array.from({ length: count }, (): MarksAnswer => {
    const ofOne: Record<string, Mark> = {};
    for (const [place, { id }] of items.entries()) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const mark = marks[(state >>> 16) % marks.length] ?? 4;
      ofOne[id] = mark;
      long.item[row] = place;
      long.code[row] = codeOfMark(mark);
      row += 1;
    }
    const common = { v: 1, type: 'marks', form: 'parents', formVersion: 1, mode: 'phone' } as const;
    return { ...common, marks: ofOne, choices: {} };
  });
  return { items, answers, long };
}
