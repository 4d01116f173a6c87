/** What was read in this browser: kept here only, for "recently read" and for how far one is on a learning path. */
import { readPages, savePages } from '../lib/read-pages.ts';

/** Keeps the note that is open. */
export function startReading(): void {
  const title = document.querySelector('article h1')?.textContent?.trim();
  if (title) savePages([[location.pathname, title], ...readPages().filter(([url]) => url !== location.pathname)]);
}
