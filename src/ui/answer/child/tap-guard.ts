/**
 * Lets a tap through only when the screen has been still for a while: the second half of a double
 * tap and a palm that lands with the finger are not answers. `now` gives milliseconds.
 */
export function createTapGuard(
  now: () => number,
  quietMs: number,
): { changed(): void; allows(): boolean } {
  let changedAt = Number.NEGATIVE_INFINITY;
  return {
    /** The screen has just become another one. */
    changed() {
      changedAt = now();
    },
    /** Whether a tap now is meant for what is shown now. */
    allows: () => now() - changedAt >= quietMs,
  };
}
