declare const self: ServiceWorkerGlobalScope;
/** Filled in by the build: a hash of the release's contents, and its files relative to the scope. */
declare const __RELEASE__: string;
declare const __FILES__: readonly string[];
/** Filled in by the build: files that are kept when they are first used. */
declare const __ON_USE__: readonly string[];

// The cache's name holds the scope: two copies of the app under one host keep apart.
const OURS = `turfcast ${self.registration.scope} `;
const CACHE = OURS + __RELEASE__;
/** Of files that were used, from one release to the next: their names change with what they hold. */
const USED = `${OURS}used`;
const addressOf = (file: string) => new URL(file, self.registration.scope).href;
const onUse = new Set(__ON_USE__.map(addressOf));

async function keepRelease(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(__FILES__.map((file) => new Request(file, { cache: 'no-cache' })));
}

async function dropOlderReleases(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(OURS) && name !== CACHE && name !== USED)
      .map((name) => caches.delete(name)),
  );
  if (names.includes(USED)) await dropUnknown(await caches.open(USED));
  await self.clients.claim();
}

/** What was used and this release does not have is of no use to it. */
async function dropUnknown(used: Cache): Promise<void> {
  const gone = (await used.keys()).filter(({ url }) => !onUse.has(url));
  await Promise.all(gone.map((request) => used.delete(request)));
}

async function keepUsed(request: Request): Promise<Response> {
  const cache = await caches.open(USED);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
}

async function answer(request: Request): Promise<Response> {
  if (onUse.has(request.url)) return keepUsed(request);
  const cache = await caches.open(CACHE);
  const match = (wanted: RequestInfo) => cache.match(wanted, { ignoreSearch: true, ignoreVary: true });
  const kept = await match(request);
  if (kept) return kept;
  // Whatever other name the page is asked for by: some hosts tell index.html from its folder.
  return ((request.mode === 'navigate' && (await match('./'))) || undefined) ?? fetch(request);
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepRelease());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlderReleases());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope)) {
    event.respondWith(answer(request));
  }
});

// A new release waits until the reader takes it: the page never changes under their hands.
self.addEventListener('message', (event) => {
  if (event.data === 'take-update') void self.skipWaiting();
});

export {};
