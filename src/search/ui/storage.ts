/** What the browser keeps: recent searches, and what the next page shall mark. Storage that is switched off is no error. */

const RECENT = 'searches';
const ASKED = 'asked';
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

/** The reader's own values by placeholder, as client/values.ts keeps them. */
export function keptValues(): Record<string, string> {
  const kept = read<unknown>(() => localStorage, 'values');
  return typeof kept === 'object' && kept !== null
    ? Object.fromEntries(
        Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      )
    : {};
}

/** Leaves word for the next page. */
export const leaveFound = (found: FoundWords): void => write(() => sessionStorage, FOUND, found);

/** Leaves a text for the search page that this tab goes to next: one that does not fit into an address. */
export const leaveText = (text: string): void => write(() => sessionStorage, ASKED, text);

/** Takes the text that was left for the search page; it is gone then. */
export function takeText(): string | undefined {
  const text = read<unknown>(() => sessionStorage, ASKED);
  write(() => sessionStorage, ASKED, undefined);
  return typeof text === 'string' ? text : undefined;
}

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
