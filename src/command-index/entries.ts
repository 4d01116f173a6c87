/** The index of the site, as in the back of a book: what stands where. Pure. */
import type { CheckedNote } from '../checks/site.ts';
import { fieldsIn } from './fields.ts';
import type { Entry, Mention, Place } from './types.ts';
import { wordsIn } from './words.ts';

/** A page for the index: where it is, what the checks found on it, and the files that it shows. */
export interface IndexedPage {
  readonly title: string;
  readonly checked: CheckedNote;
  /** The text of a file of content/examples. */
  readonly example: (file: string) => string;
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
    .sort((a, b) => compare(sortWord(a.name), sortWord(b.name)) || compare(a.of, b.of) || compare(a.tool, b.tool));
}

function mentionsOn({ checked: { note, code }, example }: IndexedPage): Mention[] {
  const commands = code.calls.flatMap(({ call, section }): Mention[] => [
    { kind: 'command', tool: call.tool, name: call.written, section },
    ...call.flags.map(({ name }): Mention => ({ kind: 'flag', tool: call.tool, name, of: call.written, section })),
  ]);
  return [...commands, ...fieldsIn(note, example), ...wordsIn(note)];
}

function placeOf({ title, checked: { note } }: IndexedPage, section: number): Place {
  const { url, sections } = note;
  const { id, title: heading = '' } = sections[section] ?? {};
  return id ? { url: `${url}#${id}`, title: `${title}: ${heading}` } : { url, title };
}

/** The word by which an entry is sorted: the verb of a command, a flag without its dashes. */
export function sortWord(name: string): string {
  return (name.startsWith('-') ? name.replace(/^-+/, '') : name).toLowerCase();
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
