/** Registers the service worker, remembers the page that was there before it, and offers a page that is newer than the one shown. */
import { href } from '../lib/href.ts';
import { CACHES, FILES } from '../offline/names.ts';

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** Once the page has loaded: nothing of it waits for this. */
export async function startWorker(): Promise<void> {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const url = href(FILES.worker);
  const script = trustedTypes?.createPolicy('worker', { createScriptURL: () => url }).createScriptURL(url) ?? url;
  const { serviceWorker } = navigator;
  const fresh = serviceWorker.controller === null;
  await serviceWorker.register(script, { scope: href('/') });
  await serviceWorker.ready;
  if (fresh) await rememberThis();
}

/** The first page came without the worker: its files are in the browser's own cache still. */
async function rememberThis(): Promise<void> {
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('/_astro/'));
  const [read, own] = await Promise.all([caches.open(CACHES.read), caches.open(CACHES.files)]);
  const again = (url: string) => new Request(url, { cache: 'force-cache' });
  await Promise.all([
    own.addAll(files.map(again)),
    // A page of errors is not worth remembering.
    fetch(again(location.pathname)).then((answer) =>
      answer.ok ? read.put(location.origin + location.pathname, answer) : undefined,
    ),
  ]);
}

/** What the worker says when it has fetched a page anew and found it changed. */
export interface Updated {
  readonly type?: string;
  readonly payload?: { readonly updatedURL: string };
}

/** Offers the newer page, if it is this one. */
export function offerNewer({ type, payload }: Updated): void {
  const main = document.querySelector('main');
  if (type !== 'CACHE_UPDATED' || payload?.updatedURL !== location.origin + location.pathname) return;
  if (!main || document.querySelector('.newer')) return;
  const [box, button] = [document.createElement('p'), document.createElement('button')];
  box.className = 'newer';
  box.role = 'status';
  button.type = 'button';
  button.className = 'link-button';
  button.textContent = 'Show it';
  button.addEventListener('click', () => location.reload());
  box.append('This page has changed since you last read it. ', button);
  main.prepend(box);
}
