import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { finishWaiting, whenIdle } from './when-idle.ts';

/**
 * A part of a long screen that nobody sees at once: it is made when the first part stands and the page is idle. Several
 * come in their order. What is asked for by name, or on paper, does not wait.
 */
export function Later({ children }: { readonly children: ComponentChildren }) {
  const [isMade, setMade] = useState(false);
  useEffect(() => {
    if (isMade) return undefined;
    const stop = whenIdle(() => setMade(true));
    addEventListener('beforeprint', finishWaiting, { capture: true });
    return () => {
      stop();
      removeEventListener('beforeprint', finishWaiting, { capture: true });
    };
  }, [isMade]);
  return isMade ? children : null;
}
