import { createContext } from 'preact';
import { useContext, useEffect, useMemo } from 'preact/hooks';
import { createTapGuard, type TapGuard } from './tap-guard.ts';

const TapGuardContext = createContext<TapGuard | undefined>(undefined);

/** Provides the guard to the child's screens. */
export const TapGuardProvider = TapGuardContext.Provider;

/** The guard of the survey that this part is in. */
export function useTapGuard(): TapGuard {
  const guard = useContext(TapGuardContext);
  if (guard === undefined) throw new Error('a child’s screen stands outside of its survey');
  return guard;
}

/** A guard that sees every finger on the page, before any part of the screen does. */
export function useNewTapGuard(): TapGuard {
  const guard = useMemo(() => createTapGuard(() => performance.now()), []);
  useEffect(() => {
    const capture = { capture: true };
    addEventListener('pointerdown', guard.pressed, capture);
    addEventListener('pointerup', guard.released, capture);
    addEventListener('pointercancel', guard.released, capture);
    addEventListener('keydown', guard.keyed, capture);
    addEventListener('blur', guard.forgotten);
    return () => {
      removeEventListener('pointerdown', guard.pressed, capture);
      removeEventListener('pointerup', guard.released, capture);
      removeEventListener('pointercancel', guard.released, capture);
      removeEventListener('keydown', guard.keyed, capture);
      removeEventListener('blur', guard.forgotten);
    };
  }, [guard]);
  return guard;
}
