import type { AnswerDeps } from './answer-deps.ts';

/** The answering page's surroundings in a real browser. */
export function browserAnswerDeps(): AnswerDeps {
  // Typed as always there; older browsers and insecure pages lack it.
  const { locks }: { locks?: LockManager } = navigator;
  return {
    fragment: location.hash,
    pageOrigin: location.origin,
    secureContext: isSecureContext && 'subtle' in crypto && 'indexedDB' in globalThis,
    storage: {},
    fetch: (input, init) => fetch(input, init),
    locks,
    now: () => new Date(),
    onReturn: (callback) => {
      const looked = (): void => {
        if (document.visibilityState === 'visible') callback();
      };
      addEventListener('online', callback);
      document.addEventListener('visibilitychange', looked);
      return () => {
        removeEventListener('online', callback);
        document.removeEventListener('visibilitychange', looked);
      };
    },
  };
}
