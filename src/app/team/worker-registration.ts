import { signal, type ReadonlySignal } from '@preact/signals';
import { Workbox } from 'workbox-window';
import { trustedWorkerUrl } from './trusted-worker-url.ts';

/** The team page's service worker, seen from the page. */
export interface WorkerRegistration {
  /** A new version is fetched and waits. Offer it on a quiet screen, never in the middle of work. */
  readonly updateReady: ReadonlySignal<boolean>;
  /** Changes to the new version; the page reloads by itself. */
  applyUpdate(): void;
}

const checkEveryMs = 60 * 60 * 1000;

/** Registers `./sw.js` where the browser can, and watches for updates. Without one the app works online. */
export function registerWorker(scriptUrl = './sw.js'): WorkerRegistration {
  const updateReady = signal(false);
  if (!('serviceWorker' in navigator)) return { updateReady, applyUpdate: () => {} };
  const workbox = new Workbox(trustedWorkerUrl(scriptUrl));
  let wanted = false;
  workbox.addEventListener('waiting', () => {
    updateReady.value = true;
  });
  workbox.addEventListener('controlling', () => {
    // Another tab may have asked; only the one that asked reloads, the others keep their work.
    if (wanted) location.reload();
  });
  workbox.register().catch(() => {}); // A host without the worker's file: the page works without.
  setInterval(() => void workbox.update().catch(() => {}), checkEveryMs);
  return {
    updateReady,
    applyUpdate() {
      wanted = true;
      workbox.messageSkipWaiting();
    },
  };
}
