/** Registers the service worker on the first visit, and offers a page that is newer than the one shown. */

/** Where the worker is: FILES.worker of offline/names.ts, written here so that a first view fetches no further file for it. */
const WORKER = `${import.meta.env.BASE_URL}sw.js`;

interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/** Once the page has loaded: nothing of it waits for this. */
export async function startWorker(): Promise<void> {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const script =
    trustedTypes?.createPolicy('worker', { createScriptURL: () => WORKER }).createScriptURL(WORKER) ?? WORKER;
  await navigator.serviceWorker.register(script);
  const { active } = await navigator.serviceWorker.ready;
  // This page came without the worker: its files are in the browser's own cache still.
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('/_astro/'));
  active?.postMessage({ page: location.origin + location.pathname, files });
}

/** Offers the page that the worker has fetched, if it is this one. */
export function offerNewer(url: string): void {
  const main = document.querySelector('main');
  if (!main || url !== location.origin + location.pathname || document.querySelector('.newer[role]')) return;
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
