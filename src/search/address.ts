/** The address of a search: its text and its filters. Pure. */
import type { Filters } from './groups.ts';

export interface Asked extends Filters {
  readonly text: string;
}

/** A longer text would not fit into an address that servers accept; the page keeps it in its history instead. */
const LONGEST = 4000;

/** What an address asks for. */
export function readAddress(search: string): Asked {
  const query = new URLSearchParams(search);
  return { text: query.get('q') ?? '', kind: query.get('kind') ?? undefined, topic: query.get('topic') ?? undefined };
}

/** The query part of an address, with its question mark; empty for nothing. */
export function writeAddress({ text, kind, topic }: Asked): string {
  const query = new URLSearchParams();
  if (text.trim() !== '') query.set('q', text.length > LONGEST ? text.slice(0, LONGEST) : text);
  if (kind) query.set('kind', kind);
  if (topic) query.set('topic', topic);
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}
