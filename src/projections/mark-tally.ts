import type { Mark, NonAnswer } from '#instruments/form.ts';

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

/** How often each mark was given to each item: `tally[item × markCodes + code]`. */
export type MarkTally = Uint32Array;

/** An empty tally for so many items. */
export function emptyTally(items: number): MarkTally {
  return new Uint32Array(items * markCodes);
}

/** The sum of two tallies over the same items. */
export function addTallies(one: MarkTally, other: MarkTally): MarkTally {
  return one.map((count, at) => count + (other[at] ?? 0));
}
