/** What was published goes on answering: redirects and permalinks of notes, held against the notes without a build. Pure. */
import { LineCounter, parseDocument } from 'yaml';
import type { Redirect } from '../content/data.ts';
import type { ContentFile } from '../content/files.ts';
import type { NoteOutline } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';
import { type SiteMap, siteMapOf } from './site-map.ts';

export interface Addresses {
  readonly notes: readonly NoteOutline[];
  readonly redirects: ContentFile;
  readonly entries: readonly Redirect[];
  /** Lines of content/permalinks.txt. */
  readonly published: readonly string[];
}

/** Redirects that lead nowhere or hide a page, and published addresses that nothing answers any more. */
export function checkAddresses({ notes, redirects, entries, published }: Addresses): Finding[] {
  const site = siteMapOf(notes);
  const froms = new Set(entries.map(({ from }) => from));
  const lines = linesOf(redirects);
  const broken = entries.flatMap((entry, index) =>
    faultsOf(entry, entries[index - 1], site, froms).map(([found, allowed, fix]) => ({
      file: redirects.file,
      line: lines[index] ?? 1,
      found,
      allowed,
      fix,
    })),
  );
  const lost = published.flatMap((address, index): Finding[] => {
    if (answers(address, site) !== 'no') return [];
    // A heading of a page that moved as a whole goes where the page went: the forwarding page keeps the fragment.
    if (froms.has(address) || froms.has(address.replace(/#.*$/, ''))) return [];
    return [
      {
        file: 'content/permalinks.txt',
        line: index + 1,
        found: `${address} was published, and nothing answers it any more`,
        allowed: 'every address of this file, for ever',
        fix: 'bring the id or the page back, or add an entry to content/redirects.yaml; if it was never pushed, "git checkout content/permalinks.txt"',
      },
    ];
  });
  return [...broken, ...lost];
}

/** Whether an address answers; of pages that are made from data only the build knows the ids. */
function answers(address: string, site: SiteMap): 'yes' | 'no' | 'the build knows' {
  const [page = '', id] = address.split('#');
  if (!site.has(page)) return 'no';
  const ids = site.get(page);
  if (id === undefined) return 'yes';
  return ids === undefined || page === '/' || /^\/[^/]+\/$/.test(page) ? 'the build knows' : ids.has(id) ? 'yes' : 'no';
}

function faultsOf(
  { from, to }: Redirect,
  previous: Redirect | undefined,
  site: SiteMap,
  froms: ReadonlySet<string>,
): (readonly [string, string, string])[] {
  const faults: (readonly [string, string, string])[] = [];
  const [fromPage = '', fromId] = from.split('#');
  if (from === to) return [[`${from} leads to itself`, 'an address that is gone', 'remove the entry']];
  if (from === '/' || answers(from, site) === 'yes')
    faults.push([`${from} still answers`, 'an address that is gone', 'remove the entry, or the page or id']);
  if (fromId !== undefined && !site.has(fromPage))
    faults.push([
      `${from} names a heading of a page that is gone`,
      'a page of this site',
      `redirect ${fromPage} as a whole`,
    ]);
  if (froms.has(to))
    faults.push([`${from} leads to ${to}, which is itself redirected`, 'one step', 'name the final address']);
  else if (answers(to, site) === 'no') {
    const [page = '', id] = to.split('#');
    const ids = site.get(page);
    const near = ids && id ? nearest(id, ids) : nearest(page, site.keys());
    faults.push([
      `${from} leads to ${to}, which does not exist`,
      'a page of this site, or a heading of one',
      near ? `did you mean ${ids && id ? `${page}#${near}` : near}?` : 'see /contents/ for all headings',
    ]);
  }
  if (previous && previous.from > from)
    faults.push([`${from} stands behind ${previous.from}`, 'entries sorted by from', 'move it up']);
  return faults;
}

function linesOf({ text }: ContentFile): number[] {
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  const items = (contents as { items?: { range?: number[] }[] } | null)?.items ?? [];
  return items.map(({ range }) => counter.linePos(range?.[0] ?? 0).line);
}
