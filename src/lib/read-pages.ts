/** The pages that were read in this browser, and nowhere else known: their addresses and titles, never a word that was typed. */
const KEY = 'read';
const MOST = 120;

/** An address and the title of its page. */
export type Read = readonly [url: string, title: string];

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
