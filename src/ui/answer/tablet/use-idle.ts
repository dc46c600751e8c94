import { useEffect, useState } from 'preact/hooks';

/** How long a begun survey may lie untouched before it is asked after. */
export const idleMs = 90_000;
/** How long one then has to stay. */
export const graceMs = 20_000;
/** How long a last screen, or the adults' gate, stays up with nobody there: there is nothing to lose. */
export const restMs = 60_000;

const touches = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

/**
 * True when something has not been touched for `ms` since it came (`watched`); a touch or `again()` starts anew. While
 * it is true, touches no longer count: who asked for it says what comes next.
 */
export function useUntouched(
  watched: boolean,
  ms: number,
): readonly [untouched: boolean, again: () => void] {
  const [untouched, setUntouched] = useState(false);
  useEffect(() => {
    if (!watched || untouched) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setUntouched(true), ms);
    };
    wait();
    for (const touch of touches) addEventListener(touch, wait, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const touch of touches) removeEventListener(touch, wait);
    };
  }, [watched, untouched, ms]);
  return [untouched, () => setUntouched(false)];
}

/** Does something as soon as what is watched has lain untouched for `ms`, each time anew. */
export function useWhenUntouched(watched: boolean, ms: number, act: () => void): void {
  const [untouched, again] = useUntouched(watched, ms);
  useEffect(() => {
    if (!untouched) return;
    again();
    act();
  }, [untouched]);
}
