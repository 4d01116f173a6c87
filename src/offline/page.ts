/** The page "Offline": keeps the notes, shows how far that is, takes them away again. */
import { href, pathOf } from '../lib/href.ts';
import { forget, type Kept, keep, whatIsKept, whatIsOffered } from './keep.ts';
import { type AboutZip, FILES } from './names.ts';

const base = href('/').slice(0, -1);
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const day = (time: number): string => new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long' });

/** Starts the page's controls; without service workers it says so and leaves them out. */
export async function startOffline(): Promise<void> {
  const box = document.querySelector<HTMLElement>('[data-offline]');
  if (!box) return;
  // In place of a page that is not on this device: say which.
  if (pathOf(location.pathname) !== FILES.fallback) {
    const lost = document.querySelector<HTMLElement>('[data-offline-lost]');
    if (lost) lost.hidden = false;
  }
  for (const address of document.querySelectorAll<HTMLElement>('[data-address]'))
    address.textContent = location.origin + href(address.dataset['address'] ?? '');
  const status = box.querySelector<HTMLElement>('[data-offline-status]')!;
  if (!('serviceWorker' in navigator) || !('caches' in window)) {
    status.textContent =
      'This browser cannot keep pages here: it does so over https only, and not in every private window.';
    return;
  }
  const progress = box.querySelector('progress')!;
  const [keepButton, forgetButton] = [...box.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
  let offered = await whatIsOffered(base).catch(() => undefined);
  show(await whatIsKept(base));

  keepButton.addEventListener('click', async () => {
    keepButton.disabled = true;
    progress.hidden = false;
    try {
      offered = await whatIsOffered(base);
      status.textContent = `Fetching ${megabytes(offered.bytes)} …`;
      show(
        await keep(base, offered, (share) => {
          progress.value = share;
        }),
      );
    } catch (error) {
      show(await whatIsKept(base));
      status.textContent = `That did not work: ${error instanceof Error ? error.message : error}. ${status.textContent}`;
    }
    progress.hidden = true;
    keepButton.disabled = false;
  });
  forgetButton.addEventListener('click', async () => {
    await forget();
    show(undefined);
    keepButton.focus();
  });

  function show(kept: Kept | undefined): void {
    status.textContent = wordsFor(kept, offered);
    keepButton.textContent = kept ? 'Fetch the newer notes' : 'Keep these notes offline';
    keepButton.hidden = !offered || kept?.about.sha256 === offered.sha256;
    forgetButton.hidden = !kept;
  }
}

function wordsFor(kept: Kept | undefined, offered: AboutZip | undefined): string {
  if (!kept)
    return offered
      ? `${megabytes(offered.bytes)} to fetch. Pages that you have read are remembered without it.`
      : 'There is no connection now, and the notes are not kept in this browser.';
  const since = `All notes are kept in this browser since ${day(kept.since)}, with search and error matching.`;
  if (!offered || offered.sha256 === kept.about.sha256) return since;
  return `${since} Newer ones are there (${megabytes(offered.bytes)}).`;
}
