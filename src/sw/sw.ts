import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & {
  /** Put in by the build: every file of the team's page. */
  readonly __PRECACHE: readonly { readonly url: string; readonly revision: string | null }[];
};

/** The answer page has a worker of its own, so that a phone never fetches the team's app. */
const answerPage = /\/answer(?:\.html|-sw\.js)?(?:$|\?)/;

const files = self.__PRECACHE.filter(({ url }) => !answerPage.test(`/${url}`));
precacheAndRoute(files.map((file) => ({ ...file })));
cleanupOutdatedCaches();

if (files.some(({ url }) => url === 'index.html')) {
  const { pathname } = new URL('./', self.registration.scope);
  const escaped = pathname.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  registerRoute(
    new NavigationRoute(createHandlerBoundToURL('index.html'), {
      // Only the page itself: everything else on the host (the answer page, the mailbox) goes by.
      allowlist: [new RegExp(`^${escaped}(?:index\\.html)?(?:\\?.*)?$`)],
    }),
  );
}

// The page of the first visit, too, has its screens from here when the network goes before they are met.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A waiting version takes over only when a person has asked for it (worker-registration.ts).
self.addEventListener('message', (event) => {
  const data: unknown = event.data;
  if (typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});
