import { useEffect, useRef } from 'preact/hooks';

/**
 * Left and right lead the meeting from a keyboard, but never out of a field that is being used. `remote`: also the keys
 * that a remote for slides sends, which elsewhere scroll the page.
 */
export function useArrowKeys(go: (step: number) => void, remote = false): void {
  const latest = useRef(go);
  latest.current = go;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const forward = event.key === 'ArrowRight' || (remote && event.key === 'PageDown');
      const backward = event.key === 'ArrowLeft' || (remote && event.key === 'PageUp');
      const busy =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, dialog, [tabindex="0"]') !== null;
      if (forward === backward || busy || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      latest.current(forward ? 1 : -1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [remote]);
}
