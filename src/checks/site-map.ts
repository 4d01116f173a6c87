/** The addresses of the site and what can be linked on each page, known without a build. Pure. */
import { COMMAND_PAGES } from '../command-pages.ts';
import type { NoteOutline } from '../content/read-note.ts';
import { TOPICS } from '../topics.ts';

/** Ids by page; undefined where any id goes, since the page is made from data at build time. */
export type SiteMap = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** Pages that are no notes. */
const GENERATED = [
  '/search/',
  '/commands/',
  ...COMMAND_PAGES.map(({ id }) => `/commands/${id}/`),
  '/changes/',
  '/learn/',
  '/cheat-sheets/',
  '/contents/',
  '/sources/',
  '/about/',
  '/offline/',
  '/about/deploy/',
  '/troubleshooting/by-message/',
  '/troubleshooting/by-exit-code/',
  '/troubleshooting/by-pod-status/',
];

/** Every page of the site with the ids that a link may name. */
export function siteMapOf(notes: readonly NoteOutline[]): SiteMap {
  return new Map<string, ReadonlySet<string> | undefined>([
    ['/', new Set()],
    ...TOPICS.map(
      ({ id, sections }) => [`/${id}/`, new Set([...sections.map((section) => section.id), 'errors'])] as const,
    ),
    ...GENERATED.map((url) => [url, undefined] as const),
    // Of a note that cannot be read nobody knows the ids: its own fault is told, and no others that follow from it.
    ...notes.map((note) => [note.url, note.faults.length > 0 ? undefined : idsOf(note)] as const),
  ]);
}

function idsOf(note: NoteOutline): Set<string> {
  return new Set(['main', 'sources', 'related', 'values', ...note.sections.flatMap(({ id }) => id ?? [])]);
}
