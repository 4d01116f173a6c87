/**
 * The service worker: a page that was read opens at once and is fetched anew behind it; without a network everything that was
 * read, or kept (see keep.ts), still answers. It asks no other host and sees nothing that a page does not request.
 */
import { responsesAreSame } from 'workbox-broadcast-update/responsesAreSame.js';
import type { WorkboxPlugin } from 'workbox-core/types.js';
import { ExpirationPlugin } from 'workbox-expiration';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies';
import { isHashed } from '../lib/headers.ts';
import { withBase, withoutBase } from '../lib/site-address.ts';
import { CACHES, FILES } from './names.ts';

/** What of its scope is used here: the types of workers and of pages exclude each other in one project. */
interface Scope {
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(): Promise<readonly { readonly url: string; postMessage(data: string): void }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: 'install' | 'activate' | 'message',
    heard: (event: { readonly data: unknown; waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
}
declare const self: Scope;

/** Workbox writes its own plugins with looser types than it takes. */
const plugin = (own: object): WorkboxPlugin => own as WorkboxPlugin;
const newest = (maxEntries: number): WorkboxPlugin =>
  plugin(new ExpirationPlugin({ maxEntries, purgeOnQuotaError: true }));

/** The base path of the site: where this file is. */
const base = new URL(self.location.href).pathname.slice(0, -FILES.worker.length);
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

/** Pages that turned out newer than what was shown, until somebody has heard of it. */
const changed = new Set<string>();
const SAID_BY = ['etag', 'last-modified', 'content-length'];

/** Notes a page whose new answer differs from the old one, and tells it where it is open. */
async function tellChanged({
  oldResponse,
  newResponse,
  request,
}: {
  oldResponse?: Response | null;
  newResponse: Response;
  request: Request;
}): Promise<void> {
  if (!oldResponse || responsesAreSame(oldResponse, newResponse, SAID_BY)) return;
  changed.add(await plain({ request }));
  await tell();
}

async function tell(): Promise<void> {
  for (const client of await self.clients.matchAll()) {
    const { origin, pathname } = new URL(client.url);
    if (changed.has(origin + pathname)) client.postMessage(origin + pathname);
  }
}

/** Remembers a page that was shown before the worker was there, from the browser's own cache. */
async function remember({ page, files }: { page: string; files: readonly string[] }): Promise<void> {
  const again = (url: string) => new Request(url, { cache: 'force-cache' });
  await (await caches.open(CACHES.files)).addAll(files.map(again));
  const answer = await fetch(again(page));
  if (answer.status === 200) await (await caches.open(CACHES.read)).put(page, answer);
}

self.addEventListener('message', (event) =>
  event.waitUntil(
    event.data === 'changed?' ? tell() : remember(event.data as { page: string; files: readonly string[] }),
  ),
);

// Of the files with a hash in their name those of the index are left to the page: see search/ui/index-files.ts.
registerRoute(
  ({ url }) => path(url).startsWith('/_astro/'),
  new CacheFirst({
    cacheName: CACHES.files,
    plugins: [orKept, newest(MOST_FILES)],
  }),
);

registerRoute(
  ({ request }) => request.mode === 'navigate',
  new StaleWhileRevalidate({
    cacheName: CACHES.read,
    plugins: [orKept, newest(MOST_PAGES), { cacheDidUpdate: tellChanged }, { handlerDidError: fallback }],
  }),
);

// What names the index must fit the index: without a network the kept one comes first, since it is whole.
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin &&
    /\.(json|md|txt|svg|webmanifest|xml)$/.test(url.pathname) &&
    path(url) !== FILES.about &&
    !isHashed(path(url)),
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
  const files = await caches.open(CACHES.files);
  const left = [...html.matchAll(/"(\/[^"]*_astro\/[^"]+)"/g)].map((match) => match[1]!);
  const seen = new Set<string>();
  for (let url = left.pop(); url !== undefined; url = left.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    await files.add(url);
    if (!url.endsWith('.js')) continue;
    // What a script imports lies beside it.
    const code = (await (await files.match(url))?.text()) ?? '';
    for (const [, name] of code.matchAll(/["'`]\.\/([\w.~-]+\.js)["'`]/g)) left.push(url.replace(/[^/]+$/, name!));
  }
}
