import { effect, type ReadonlySignal } from '@preact/signals';

/** Resolves with a signal's value as soon as it fits; rejects when that takes too long. */
export function until<T>(
  signal: ReadonlySignal<T>,
  fits: (value: T) => boolean,
  withinMs = 10_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isDone = false;
    let dispose: (() => void) | undefined;
    const timer = setTimeout(() => {
      isDone = true;
      dispose?.();
      const last = JSON.stringify(signal.peek())?.slice(0, 400);
      reject(new Error(`not within ${withinMs} ms; last seen: ${last}`));
    }, withinMs);
    dispose = effect(() => {
      const { value } = signal;
      if (isDone || !fits(value)) return;
      isDone = true;
      clearTimeout(timer);
      resolve(value);
      dispose?.();
    });
    if (isDone) dispose();
  });
}

/** Looks again and again until `look` gives something; for what no signal tells of. */
export async function eventually<T>(
  look: () => Promise<T | undefined> | T | undefined,
  withinMs = 10_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() > deadline) throw new Error(`not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
