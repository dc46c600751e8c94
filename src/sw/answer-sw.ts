/*
 * The answering page's worker: answer.html opens without a network, and nothing else is touched. One cache a build:
 * a document and its files belong together, so a newer build comes in whole, beside the old one, and takes over when
 * no page of the old one is open any more; no survey changes under anyone's thumb. /v1/ (the mailbox) passes untouched.
 */
declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the answering page in this build; put in by build/workers.ts. */
  readonly __PRECACHE: readonly string[];
  /** Those of them without which nobody can hand in. */
  readonly __NEEDED: readonly string[];
  /** A hash of this build's document. */
  readonly __REVISION: string;
};

/** The Static Routing API, which not every browser has. */
interface RoutedInstallEvent extends ExtendableEvent {
  addRoutes?(
    rules: readonly {
      readonly condition: {
        readonly urlPattern: { readonly pathname: string };
        readonly requestMethod: string;
      };
      readonly source: { readonly cacheName: string };
    }[],
  ): Promise<void>;
}

const family = 'spegla-answer-';
const cacheName = family + self.__REVISION;
const documentUrl = new URL('answer.html', self.location.href).href;
const assetsUrl = new URL('assets/', self.location.href).href;
const absolute = (file: string): string => new URL(file, documentUrl).href;
const buildFiles = self.__PRECACHE.map(absolute);
const neededFiles = self.__NEEDED.map(absolute);

/** What a file is, whatever its content: `assets/parents-Cx1.js` → `parents`. */
function stem(url: string): string {
  return url.slice(assetsUrl.length).replace(/-[\w-]{8}\.\w+$/u, '');
}

async function keep(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const missing = await Promise.all(
    urls.map(async (url) => ((await cache.match(url)) === undefined ? [url] : [])),
  );
  await cache.addAll(missing.flat());
}

/** Takes this build in: the document, the files it cannot do without, and the kin of whatever an earlier build had been asked for. */
async function takeBuild(): Promise<void> {
  const response = await fetch(documentUrl, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`answer.html: ${response.status}`);
  const names = await caches.keys();
  const earlier = names.filter((name) => name.startsWith(family) && name !== cacheName);
  const kept = await Promise.all(
    earlier.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
  );
  const stems = new Set(kept.flat().map(stem));
  await keep(buildFiles.filter((url) => neededFiles.includes(url) || stems.has(stem(url))));
  // Last: a document in the cache means that everything it needs is there.
  await (await caches.open(cacheName)).put(documentUrl, response);
}

/** No page of an earlier build is open any more: its files can go. */
async function dropEarlierBuilds(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(family) && name !== cacheName)
      .map((name) => caches.delete(name)),
  );
}

async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request.url, response.clone());
  return response;
}

async function openDocument(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(documentUrl)) ?? fetch(request);
}

/**
 * Lets the browser itself take what stands in this build's cache for good, where it can (Chromium 123): a phone that comes
 * back need not start the worker before it sees the first screen.
 */
async function routeAroundWorker(event: RoutedInstallEvent): Promise<void> {
  const kept = [documentUrl, ...neededFiles].map((url) => new URL(url).pathname);
  const routes = kept.map((pathname) => ({
    condition: { urlPattern: { pathname }, requestMethod: 'GET' },
    source: { cacheName },
  }));
  // A short cut only: the worker answers for the same files below.
  await event.addRoutes?.(routes).catch(() => undefined);
}

self.addEventListener('install', (event) => {
  event.waitUntil(takeBuild());
  event.waitUntil(routeAroundWorker(event));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropEarlierBuilds().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = request.url.split(/[?#]/u, 1)[0] ?? '';
  if (request.mode === 'navigate' && url === documentUrl) event.respondWith(openDocument(request));
  else if (url.startsWith(assetsUrl)) event.respondWith(fromCache(request));
});

// The page names the files it fetched before this worker was there; a tablet asks for all languages.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const urls: unknown = event.data;
  const wanted = Array.isArray(urls) ? buildFiles.filter((url) => urls.includes(url)) : [];
  event.waitUntil(keep(urls === 'all' ? buildFiles : wanted));
});

export {};
