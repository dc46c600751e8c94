import type { Mark, NonAnswer, ScaleItem } from '#instruments/form.ts';
import type { MarksAnswer } from '#records/answer.ts';

/** Points are 1–6; what is said instead of a point comes after them. 0 is no mark at all. */
const nonAnswerCodes: Readonly<Record<NonAnswer, number>> = {
  unknown: 7,
  notHere: 8,
  notUsed: 9,
  declined: 10,
};
/** How many codes a mark can have. */
export const markCodes = 11;

/** A mark as a small whole number, for counting: 0 where there is none. */
export function codeOfMark(mark: Mark | undefined): number {
  if (typeof mark === 'number') return mark >= 1 && mark <= 6 ? mark : 0;
  return mark === undefined ? 0 : nonAnswerCodes[mark];
}

/**
 * How often each mark was given to each item: `tally[item × markCodes + code]`. One pass over the answers, however many
 * items there are; more answers are added to the same tally without counting the others again.
 */
export type MarkTally = Uint32Array;

/** An empty tally for so many items. */
export function emptyTally(items: number): MarkTally {
  return new Uint32Array(items * markCodes);
}

/** Adds answers to a tally, in place. */
export function tallyMarks(
  tally: MarkTally,
  items: readonly Pick<ScaleItem, 'id'>[],
  answers: readonly Pick<MarksAnswer, 'marks'>[],
): void {
  for (const { marks } of answers) {
    let place = 0;
    for (const { id } of items) {
      const cell = place + codeOfMark(marks[id]);
      tally[cell] = (tally[cell] ?? 0) + 1;
      place += markCodes;
    }
  }
}
