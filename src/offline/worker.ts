/**
 * The service worker: a page that was read opens at once and is fetched anew behind it; without a network everything that was
 * read, or kept (see keep.ts), still answers. It asks no other host and sees nothing that a page does not request.
 */
import { BroadcastUpdatePlugin } from 'workbox-broadcast-update';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies';
import { HASHED } from '../lib/headers.ts';
import { withBase, withoutBase } from '../lib/site-address.ts';
import { CACHES, FILES } from './names.ts';

/** What of its scope is used here: the types of workers and of pages exclude each other in one project. */
interface Scope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate',
    heard: (event: { waitUntil(work: Promise<void>): void }) => void,
  ): void;
}
declare const self: Scope;

/** Workbox writes its own plugins with looser types than it takes. */
const plugin = (own: object): WorkboxPlugin => own as WorkboxPlugin;
const newest = (maxEntries: number): WorkboxPlugin =>
  plugin(new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true }));

/** The base path of the site: where this file is. */
const base = new URL(self.location.href).pathname.slice(0, -FILES.worker.length);
const isHashed = new RegExp(`^/${HASHED.pattern}`);
/** Pages and files that are remembered of what was read. */
const MOST_PAGES = 300;
const MOST_FILES = 3000;
/** A network that does not answer within so many seconds is taken for none. */
const PATIENCE = 4;

/** A page is the same whatever stands behind # or ?. */
const plain = async ({ request }: { request: Request }): Promise<string> => {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
};

/** Nothing is remembered but whole answers: no error, no step of a redirect. */
const whole = async ({ response }: { response: Response }): Promise<Response | null> =>
  response.status === 200 && !response.redirected ? response : null;

/** What the reader kept, where nothing was remembered. */
const orKept: WorkboxPlugin = {
  cacheKeyWillBeUsed: plain,
  cacheWillUpdate: whole,
  cachedResponseWillBeUsed: async ({ cachedResponse, request }) => cachedResponse ?? (await kept(request)),
};

async function kept(request: Request): Promise<Response | undefined> {
  return (await caches.has(CACHES.kept)) ? (await caches.open(CACHES.kept)).match(await plain({ request })) : undefined;
}

/** The page that says what is on this device. */
const fallback = async (): Promise<Response> =>
  (await caches.match(withBase(base, FILES.fallback))) ?? Response.error();

const path = (url: URL): string => withoutBase(base, url.pathname);

registerRoute(
  ({ url }) => isHashed.test(path(url)),
  new CacheFirst({
    cacheName: CACHES.files,
    plugins: [orKept, newest(MOST_FILES)],
  }),
);

registerRoute(
  ({ request }) => request.mode === 'navigate',
  new StaleWhileRevalidate({
    cacheName: CACHES.read,
    plugins: [
      orKept,
      newest(MOST_PAGES),
      plugin(new BroadcastUpdatePlugin({ headersToCheck: ['etag', 'last-modified', 'content-length'] })),
      { handlerDidError: fallback },
    ],
  }),
);

// What names the index must fit the index: without a network the kept one comes first, since it is whole.
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && /\.(json|md|txt|svg|webmanifest|xml)$/.test(url.pathname) && path(url) !== FILES.about,
  new NetworkFirst({
    cacheName: CACHES.data,
    networkTimeoutSeconds: PATIENCE,
    plugins: [
      {
        cacheKeyWillBeUsed: plain,
        cacheWillUpdate: whole,
        cachedResponseWillBeUsed: async ({ cachedResponse, request }) => (await kept(request)) ?? cachedResponse,
      },
      newest(MOST_FILES),
    ],
  }),
);

self.addEventListener('install', (event) => event.waitUntil(keepFallback().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Remembers the page of last resort with its styles and scripts. */
async function keepFallback(): Promise<void> {
  const address = withBase(base, FILES.fallback);
  const read = await caches.open(CACHES.read);
  await read.add(address);
  const html = (await (await read.match(address))?.text()) ?? '';
  const assets = [...html.matchAll(/"(\/[^"]*_astro\/[^"]+)"/g)].map((match) => match[1]!);
  await (await caches.open(CACHES.files)).addAll([...new Set(assets)]);
}
