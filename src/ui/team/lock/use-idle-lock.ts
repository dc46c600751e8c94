import { useEffect, useRef, useState } from 'preact/hooks';
import { createIdleClock, type Idle } from './idle-clock.ts';

const lookMs = 1_000;
const touches = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks after some minutes in which nobody touched the page; true for the last half minute. */
export function useIdleLock(minutes: number, lock: () => void): boolean {
  const [isSoon, setIsSoon] = useState(false);
  const latest = useRef(lock);
  latest.current = lock;
  useEffect(() => {
    const clock = createIdleClock(minutes, Date.now);
    const show = (idle: Idle): void => {
      if (idle === 'over') latest.current();
      else setIsSoon(idle === 'soon');
    };
    const touched = (): void => show(clock.touch());
    const look = (): void => show(clock.look());
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
