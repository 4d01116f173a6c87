/** All rules on the notes, over texts that are handed in. Pure. */

import { readSource, type SourceFile } from '../content/source.ts';
import type { Finding } from '../lib/finding.ts';
import { TOPICS } from '../topics.ts';
import { checkAsks } from './asks.ts';
import { checkDuplicates, checkFrontMatter } from './front-matter.ts';
import { checkHeadings } from './headings.ts';
import { checkLinks, type SiteMap, urlOf } from './links.ts';
import { checkReferences, type Known } from './references.ts';
import { checkShape } from './shapes.ts';

/** A note's file: its path from the project's root, and its text. */
export interface ContentFile {
  readonly file: string;
  readonly text: string;
}

/** Pages that are not notes; undefined where any fragment goes. */
const FIXED: readonly (readonly [string, ReadonlySet<string> | undefined])[] = [
  ['/', new Set()],
  ...TOPICS.map(({ id, sections }): [string, ReadonlySet<string>] => [
    `/${id}/`,
    new Set([...sections.map((section) => section.id), 'errors']),
  ]),
  ...[
    '/search/',
    '/commands/',
    ...['docker', 'compose', 'buildx', 'dockerfile', 'kubectl', 'kubernetes', 'helm', 'words'].map(
      (part) => `/commands/${part}/`,
    ),
    '/changes/',
    '/contents/',
    '/sources/',
    '/about/',
    '/troubleshooting/by-message/',
    '/troubleshooting/by-exit-code/',
    '/troubleshooting/by-pod-status/',
  ].map((url): [string, undefined] => [url, undefined]),
];

/** Checks every note and all asks against the rules; `known` says what notes may name. */
export function checkContent(
  files: readonly ContentFile[],
  known: Omit<Known, 'fixes'>,
  asks: readonly ContentFile[] = [],
): Finding[] {
  const sources = files.map(({ file, text }) => readSource(file, text));
  const site: SiteMap = new Map([...FIXED, ...sources.map((source) => [urlOf(source), idsOf(source)] as const)]);
  const everything: Known = {
    ...known,
    fixes: new Set(sources.filter(({ topic }) => topic === 'troubleshooting').map(({ id }) => id)),
  };
  return [
    ...sources.flatMap((source) => [
      ...checkName(source),
      ...checkFrontMatter(source),
      ...checkHeadings(source),
      ...checkShape(source),
      ...checkReferences(source, everything),
      ...checkLinks(source, site),
    ]),
    ...checkDuplicates(sources),
    ...checkAsks(asks, site),
  ];
}

function idsOf(source: SourceFile): Set<string> {
  return new Set(['main', 'sources', 'related', 'values', ...source.headings.flatMap(({ id }) => id ?? [])]);
}

function checkName(source: SourceFile): Finding[] {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(source.id)) return [];
  return [
    {
      file: source.file,
      line: 1,
      found: `the file name ${source.id}.mdx`,
      allowed: 'lower-case words joined by hyphens',
      fix: `rename it to ${source.id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.mdx`,
    },
  ];
}
