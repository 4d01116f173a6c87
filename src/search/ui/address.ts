/**
 * The address of a search: its text and its filters stand behind `#`, which no browser sends to a server or in a Referer.
 * Pure.
 */
import type { Filters } from '../query/group-by-page.ts';

export interface Asked extends Filters {
  readonly text: string;
}

/** A question of this many characters may stand in an address; longer texts and texts of several lines were pasted. */
const LONGEST = 200;

/** Whether a text may stand in an address at all: what is pasted does not, not even where only this browser sees it. */
export const fitsAddress = (text: string): boolean => text.trim().length <= LONGEST && !/[\r\n]/.test(text.trim());

/** What the part of an address behind `#` asks for; undefined where it is no search, such as the `#main` of the skip link. */
export function readAddress(hash: string): Asked | undefined {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  if (hash !== '' && hash !== '#' && !['q', 'kind', 'topic'].some((name) => query.has(name))) return undefined;
  return asked(query);
}

/** What an address of before this rule asks for, `?q=...`; undefined where there is none. The page rewrites it at once. */
export function readOldAddress(search: string): Asked | undefined {
  const query = new URLSearchParams(search);
  return query.has('q') ? asked(query) : undefined;
}

const asked = (query: URLSearchParams): Asked => ({
  text: query.get('q') ?? '',
  kind: query.get('kind') ?? undefined,
  topic: query.get('topic') ?? undefined,
});

/** The part of an address behind and with its `#`; empty for nothing. A text that does not fit is left out. */
export function writeAddress({ text, kind, topic }: Asked): string {
  const query = new URLSearchParams();
  if (text.trim() !== '' && fitsAddress(text)) query.set('q', text.trim());
  if (kind) query.set('kind', kind);
  if (topic) query.set('topic', topic);
  const written = query.toString();
  return written === '' ? '' : `#${written}`;
}
