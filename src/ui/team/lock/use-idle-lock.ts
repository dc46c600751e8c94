import { useEffect, useRef, useState } from 'preact/hooks';

const warnMs = 30_000;
const lookMs = 1_000;
const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Locks after some minutes in which nobody touched the page; true for the last half minute. Counted by the clock, since
 * timers stand still while a device sleeps.
 */
export function useIdleLock(minutes: number, lock: () => void): boolean {
  const [isSoon, setIsSoon] = useState(false);
  const latest = useRef(lock);
  latest.current = lock;
  useEffect(() => {
    let touchedAt = Date.now();
    const touched = (): void => {
      touchedAt = Date.now();
      setIsSoon(false);
    };
    const look = (): void => {
      const left = minutes * 60_000 - Math.abs(Date.now() - touchedAt);
      if (left <= 0) latest.current();
      else setIsSoon(left <= warnMs);
    };
    for (const touch of touches) window.addEventListener(touch, touched, { capture: true });
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, lookMs);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      for (const touch of touches) window.removeEventListener(touch, touched, { capture: true });
    };
  }, [minutes]);
  return isSoon;
}
