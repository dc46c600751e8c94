// oxlint-disable-next-line import/default -- The bundler gives the worker's address here; the file itself has no default.
import openingWorkerUrl from '#worker/open-answers.ts?worker&url';
import type { TeamDeps } from './team-deps.ts';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

/** The team page's surroundings in a real browser. */
export function browserTeamDeps(): TeamDeps {
  // Typed as always there; older browsers and insecure pages lack it.
  const { locks }: { locks?: LockManager } = navigator;
  return {
    pageUrl: new URL('.', location.href).href,
    secureContext: isSecureContext && 'subtle' in crypto && 'indexedDB' in globalThis,
    storage: {},
    fetch: (input, init) => fetch(input, init),
    locks,
    newOpeningWorker: () => new Worker(trustedWorkerUrl(openingWorkerUrl), { type: 'module' }),
    now: () => new Date(),
    jitter: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
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
    persist: async () => {
      try {
        return (await navigator.storage.persisted()) || (await navigator.storage.persist());
      } catch {
        return false;
      }
    },
  };
}
