/** Waits that grow from one second to a minute, cut short by a knock (network is back, somebody asks). */
export interface Backoff {
  /** Resolves after the present wait (`atLeastMs` at least), or at a knock; the next wait is longer. */
  wait(atLeastMs?: number): Promise<void>;
  /** Ends a wait at once; a knock between waits makes the next one end at once. */
  knock(): void;
  /** Something worked: start again with the shortest wait. */
  reset(): void;
}

const firstMs = 1_000;
const longestMs = 60_000;

/** `jitter` gives a number in [0, 1), so that many devices do not come back in step. */
export function createBackoff(jitter: () => number): Backoff {
  let nextMs = firstMs;
  let knocked = false;
  let wake: (() => void) | undefined;
  return {
    wait: async (atLeastMs = 0) => {
      if (!knocked) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(nextMs, atLeastMs) * (0.5 + jitter() / 2));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        nextMs = Math.min(nextMs * 2, longestMs);
      }
      knocked = false;
      wake = undefined;
    },
    knock: () => {
      knocked = true;
      wake?.();
    },
    reset: () => {
      nextMs = firstMs;
    },
  };
}
