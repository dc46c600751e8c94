/** What a network does to a request on its way, as probabilities, and how long a way takes. */
export interface Weather {
  lost: number;
  replyLost: number;
  doubled: number;
  slow: number;
  cut: number;
  /** An event stream that goes silent, or ends, before its next line. */
  streamCut: number;
  readonly delayMs: readonly [number, number];
}

export const calm: Weather = {
  lost: 0,
  replyLost: 0,
  doubled: 0,
  slow: 0,
  cut: 0,
  streamCut: 0,
  delayMs: [5, 60],
};

/** What was done to the world, by name and number of times. */
export type FaultCounts = Record<string, number>;

export function countFault(counts: FaultCounts, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
