import { announce } from './theme.ts';

/** What was read in this browser: kept here only, for "recently read" and for how far one is on a learning path. */
const KEY = 'read';
const MOST = 120;

/** An address and the title of its page. */
type Read = readonly [url: string, title: string];

/** Keeps the note that is open, marks links to what was read where a page asks for it, and lists the latest on the home page. */
export function startReading(): void {
  const main = document.querySelector<HTMLElement>('main');
  const title = document.querySelector('article h1')?.textContent?.trim();
  const before = readPages();
  if (title && main?.dataset['kind'] !== 'lost')
    save([[location.pathname, title], ...before.filter(([url]) => url !== location.pathname)].slice(0, MOST) as Read[]);
  const known = new Set(before.map(([url]) => url));
  for (const list of document.querySelectorAll('[data-progress]')) {
    const links = [...list.querySelectorAll<HTMLAnchorElement>('a[data-step]')];
    const done = links.filter((link) => known.has(link.pathname));
    for (const link of done) link.dataset['read'] = '';
    const count = list.querySelector('[data-progress-count]');
    if (count && done.length > 0) count.textContent = `${done.length} of ${links.length} read`;
  }
  const box = document.querySelector<HTMLElement>('[data-read-list]');
  if (!box || before.length === 0) return;
  box.querySelector('ul')?.append(
    ...before.slice(0, 6).map(([url, text]) => {
      const [item, link] = [document.createElement('li'), document.createElement('a')];
      link.href = url;
      link.textContent = text;
      item.append(link);
      return item;
    }),
  );
  box.hidden = false;
  box.querySelector('button')?.addEventListener('click', () => {
    save([]);
    box.hidden = true;
    announce('The list of what you read is cleared');
  });
}

/** The pages that were read, the latest first. */
export function readPages(): Read[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter(
          (entry): entry is Read => Array.isArray(entry) && /^\/[^/]/.test(entry[0]) && typeof entry[1] === 'string',
        )
      : [];
  } catch {
    return [];
  }
}

function save(pages: readonly Read[]): void {
  try {
    if (pages.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(pages));
  } catch {
    // Without storage nothing is kept.
  }
}
