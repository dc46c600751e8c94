/*
 * The answering page's worker: answer.html opens without a network, and nothing else is touched.
 * Document: from the cache at once; the network's copy is fetched behind it and taken, with all its
 * files, only at the next load, so that no survey changes under anyone's thumb. Hashed files: from
 * the cache, else fetched and kept. /v1/ (the mailbox) passes by untouched.
 */
declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the answering page in this build; put in by build/workers.ts. */
  readonly __PRECACHE: readonly string[];
};

const cacheName = 'spegla-answer';
const documentUrl = new URL('answer.html', self.location.href).href;
const assetsUrl = new URL('assets/', self.location.href).href;
const buildFiles = self.__PRECACHE;

async function keep(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(
    urls
      .filter((url) => url.startsWith(assetsUrl))
      .map(async (url) => {
        if ((await cache.match(url)) === undefined) await cache.add(url);
      }),
  );
}

/** Takes the newest document, but only together with every file it names. */
async function takeDocument(): Promise<void> {
  const response = await fetch(documentUrl, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`answer.html: ${response.status}`);
  const html = await response.clone().text();
  const named = [...html.matchAll(/(?:src|href)="(\.\/assets\/[^"]+)"/gu)];
  await keep(named.map(([, path]) => new URL(path ?? '', documentUrl).href));
  const cache = await caches.open(cacheName);
  await cache.put(documentUrl, response);
}

/** Lets go of files that neither this build nor the kept document knows. */
async function sweep(): Promise<void> {
  const cache = await caches.open(cacheName);
  const html = await (await cache.match(documentUrl))?.text();
  const known = new Set(buildFiles.map((file) => new URL(file, documentUrl).href));
  for (const { url } of await cache.keys()) {
    const name = url.slice(url.lastIndexOf('/') + 1);
    if (url !== documentUrl && !known.has(url) && html?.includes(name) !== true) {
      await cache.delete(url);
    }
  }
}

async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request.url, response.clone());
  return response;
}

async function openDocument(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(documentUrl);
  const fresh = takeDocument();
  // Without a network the kept document is all there is, and enough.
  event.waitUntil(fresh.catch(() => undefined));
  return kept ?? fetch(event.request);
}

self.addEventListener('install', (event) => {
  event.waitUntil(takeDocument());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(sweep().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = request.url.split(/[?#]/u, 1)[0] ?? '';
  if (request.mode === 'navigate' && url === documentUrl) event.respondWith(openDocument(event));
  else if (url.startsWith(assetsUrl)) event.respondWith(fromCache(request));
});

// The page names the files it fetched before this worker was there; a tablet asks for all languages.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const urls: unknown = event.data;
  if (urls === 'all') {
    event.waitUntil(keep(buildFiles.map((file) => new URL(file, documentUrl).href)));
  } else if (Array.isArray(urls)) {
    event.waitUntil(keep(urls.filter((url): url is string => typeof url === 'string')));
  }
});

export {};
