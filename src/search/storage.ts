/** What the browser keeps: recent searches, and what the next page shall mark. Storage that is switched off is no error. */

const RECENT = 'searches';
const MOST = 8;
const LONGEST = 160;
/** The shell looks for this key and loads highlight.ts when it is set. */
export const FOUND = 'found';

/** Handed to the page that a result leads to. */
export interface FoundWords {
  readonly path: string;
  readonly keys: readonly string[];
  /** Variable parts of a pasted message, by name. */
  readonly values: Readonly<Record<string, string>>;
}

/** Recent searches, the latest first. */
export function recentSearches(): string[] {
  const kept = read<unknown>(() => localStorage, RECENT);
  return Array.isArray(kept) ? kept.filter((text): text is string => typeof text === 'string').slice(0, MOST) : [];
}

/** Keeps a search; pasted logs are not kept. */
export function keepSearch(text: string): void {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length < 2 || flat.length > LONGEST || text.includes('\n')) return;
  write(() => localStorage, RECENT, [flat, ...recentSearches().filter((other) => other !== flat)].slice(0, MOST));
}

/** Forgets all searches. */
export const clearSearches = (): void => write(() => localStorage, RECENT, undefined);

/** Leaves word for the next page. */
export const leaveFound = (found: FoundWords): void => write(() => sessionStorage, FOUND, found);

/** Takes what was left for this page; it is gone then. */
export function takeFound(): FoundWords | undefined {
  const found = read<FoundWords>(() => sessionStorage, FOUND);
  write(() => sessionStorage, FOUND, undefined);
  return found && typeof found === 'object' && Array.isArray(found.keys) ? found : undefined;
}

function read<T>(storage: () => Storage, key: string): T | undefined {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function write(storage: () => Storage, key: string, value: unknown): void {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch {
    // Without storage nothing is kept.
  }
}
