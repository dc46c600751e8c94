import { useEffect, useState } from 'preact/hooks';

/** How long a begun survey may lie untouched before it is asked after. */
export const idleMs = 90_000;
/** How long one then has to stay. */
export const graceMs = 20_000;

const touches = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

/**
 * True when a begun survey has not been touched for `idleMs`; a touch or `false` for `begun` starts
 * anew. While it is true, touches no longer count: the warning has its own buttons.
 */
export function useIdle(begun: boolean): readonly [idle: boolean, stay: () => void] {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!begun || idle) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), idleMs);
    };
    wait();
    for (const touch of touches) addEventListener(touch, wait, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const touch of touches) removeEventListener(touch, wait);
    };
  }, [begun, idle]);
  return [idle, () => setIdle(false)];
}
