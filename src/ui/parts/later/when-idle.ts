/** A browser without idle callbacks gets this long a pause instead. */
const pauseMs = 30;
/** No work waits longer than this, however busy the page is. */
const longestWaitMs = 1_000;

const waiting = new Set<() => void>();
let isAsked = false;

/**
 * Does one thing after the other while nobody waits for the page: one in each idle moment, in the order in which they were
 * asked for. Returns how to take it back. Paper waits for nothing: all that is left is done before it is printed.
 */
export function whenIdle(task: () => void): () => void {
  // A task of its own, so that the same function asked for twice is two.
  const own = (): void => task();
  waiting.add(own);
  ask();
  return () => void waiting.delete(own);
}

/** Does now what waits. */
export function finishWaiting(): void {
  for (const task of waiting) doOne(task);
}

function ask(): void {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  if (typeof requestIdleCallback === 'function') {
    requestIdleCallback(next, { timeout: longestWaitMs });
  } else setTimeout(next, pauseMs);
}

function next(): void {
  isAsked = false;
  const [first] = waiting;
  if (first !== undefined) doOne(first);
  ask();
}

function doOne(task: () => void): void {
  waiting.delete(task);
  task();
}
