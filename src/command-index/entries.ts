/** The index of the site, as in the back of a book: what stands where. Pure. */
import type { CheckedPage } from '../checks/check-code.ts';
import { fieldsIn } from './fields.ts';
import { wordsIn } from './words.ts';

export type Kind =
  | 'command'
  | 'flag'
  | 'instruction'
  | 'manifest-kind'
  | 'field'
  | 'variable'
  | 'path'
  | 'exit-code'
  | 'signal';

export interface Place {
  /** With the #id of the section. */
  readonly url: string;
  /** The page's title, and the section's behind a colon. */
  readonly title: string;
}

export interface Entry {
  readonly kind: Kind;
  /** docker, compose, buildx, kubectl, helm, dockerfile, kubernetes; empty where no tool owns it. */
  readonly tool: string;
  /** As it is written: `docker compose up`, `--detach`, `HEALTHCHECK`, `spec.replicas`. */
  readonly name: string;
  /** For a flag the command that it belongs to, for a field the kind of its object; else empty. */
  readonly of: string;
  readonly places: readonly Place[];
}

/** A page for the index: where it is, what the checks found on it, and the files that it shows. */
export interface IndexedPage {
  readonly url: string;
  readonly title: string;
  readonly source: string;
  readonly checked: CheckedPage;
  /** The text of a file of content/examples. */
  readonly example: (file: string) => string;
}

/** One mention, before the same ones are put together. */
export interface Mention {
  readonly kind: Kind;
  readonly tool: string;
  readonly name: string;
  readonly of?: string;
  readonly section: number;
}

/** All entries, sorted by name; the places of each in the order of the pages. */
export function indexCommands(pages: readonly IndexedPage[]): Entry[] {
  const entries = new Map<string, Omit<Entry, 'places'> & { places: Map<string, Place> }>();
  for (const page of pages) {
    for (const mention of mentionsOn(page)) {
      const { kind, tool, name, of = '', section } = mention;
      const key = [kind, tool, name, of].join('\n');
      const entry = entries.get(key) ?? { kind, tool, name, of, places: new Map<string, Place>() };
      entries.set(key, entry);
      const place = placeOf(page, section);
      if (!entry.places.has(place.url)) entry.places.set(place.url, place);
    }
  }
  return [...entries.values()]
    .map(({ places, ...entry }) => ({ ...entry, places: [...places.values()] }))
    .sort((a, b) => compare(bare(a.name), bare(b.name)) || compare(a.of, b.of) || compare(a.tool, b.tool));
}

function mentionsOn({ checked, source, example }: IndexedPage): Mention[] {
  const { page, calls } = checked;
  if (!page) return [];
  const commands = calls.flatMap(({ call, section }): Mention[] => [
    { kind: 'command', tool: call.tool, name: call.written, section },
    ...call.flags.map(({ name }): Mention => ({ kind: 'flag', tool: call.tool, name, of: call.written, section })),
  ]);
  return [...commands, ...fieldsIn(page, example), ...wordsIn(page, source)];
}

function placeOf({ url, title, checked }: IndexedPage, section: number): Place {
  const { id = '', title: heading = '' } = checked.page?.sections[section] ?? {};
  return id ? { url: `${url}#${id}`, title: `${title}: ${heading}` } : { url, title };
}

/** The word by which an entry is sorted: the verb of a command, a flag without its dashes. */
export function bare(name: string): string {
  return (name.startsWith('-') ? name.replace(/^-+/, '') : name).toLowerCase();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
