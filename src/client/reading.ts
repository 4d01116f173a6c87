/** What was read in this browser: kept here only, for "recently read" and for how far one is on a learning path. */
const KEY = 'read';
const MOST = 120;

/** An address and the title of its page. */
type Read = readonly [url: string, title: string];

/** Keeps the note that is open. */
export function startReading(): void {
  const title = document.querySelector('article h1')?.textContent?.trim();
  if (title) savePages([[location.pathname, title], ...readPages().filter(([url]) => url !== location.pathname)]);
}

/** The pages that were read, the latest first. */
export function readPages(): Read[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((entry): entry is Read => /^\/[^/]/.test(entry?.[0]) && entry[1] !== '')
      : [];
  } catch {
    return [];
  }
}

/** Keeps them; none is forgotten without a trace. */
export function savePages(pages: readonly Read[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(pages.slice(0, MOST)));
  } catch {
    // Without storage nothing is kept.
  }
}
