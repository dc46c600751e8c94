/** Something that is due at a time. */
export interface Timed {
  atMs: number;
  readonly order: number;
}

/** A binary heap: earliest first, then in the order of setting. */
export function createTimerHeap<T extends Timed>() {
  const heap: T[] = [];
  const isBefore = (a: T, b: T): boolean =>
    a.atMs === b.atMs ? a.order < b.order : a.atMs < b.atMs;
  const at = (place: number): T => heap[place] as T; // Callers stay within.
  function swap(a: number, b: number): void {
    [heap[a], heap[b]] = [at(b), at(a)];
  }
  return {
    first: (): T | undefined => heap[0],
    push: (timer: T): void => {
      heap.push(timer);
      for (let place = heap.length - 1; place > 0;) {
        const parent = (place - 1) >> 1;
        if (!isBefore(at(place), at(parent))) return;
        swap(place, parent);
        place = parent;
      }
    },
    shift: (): void => {
      swap(0, heap.length - 1);
      heap.pop();
      for (let place = 0; ;) {
        let least = place;
        for (const child of [2 * place + 1, 2 * place + 2]) {
          if (child < heap.length && isBefore(at(child), at(least))) least = child;
        }
        if (least === place) return;
        swap(place, least);
        place = least;
      }
    },
  };
}
