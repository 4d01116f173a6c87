import type { SourceFile } from '../content/source.ts';
import type { Finding } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';

/** Addresses of the site by page; the ids that can be linked on each, or undefined where any id goes (generated pages). */
export type SiteMap = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** The address of a note's page. */
export function urlOf(source: SourceFile): string {
  return `/${source.topic}/${source.id}/`;
}

/** Every link inside the site leads to a page, and its fragment to a heading of it. */
export function checkLinks(source: SourceFile, site: SiteMap): Finding[] {
  return source.links.flatMap(({ url, line }): Finding[] => {
    if (/^(https?:|mailto:)/.test(url)) return [];
    const finding = (allowed: string, fix: string): Finding[] => [
      { file: source.file, line, found: `a link to ${url}`, allowed, fix },
    ];
    const [path = '', fragment] = url.split('#');
    if (path !== '' && (!path.startsWith('/') || !/(\/|\.\w+)$/.test(path)))
      return finding(
        'an absolute address with a trailing slash, e.g. /docker/clean-up/',
        `write /${path.replace(/^[./]+|\/+$/g, '')}/${fragment ? `#${fragment}` : ''}`,
      );
    const page = path || urlOf(source);
    if (path.startsWith('/examples/')) return [];
    if (!site.has(page)) {
      const near = nearest(page, site.keys());
      return finding('a page of this site', near ? `did you mean ${near}?` : 'see /contents/ for all pages');
    }
    const ids = site.get(page);
    if (fragment === undefined || !ids || ids.has(fragment)) return [];
    const near = nearest(fragment, ids);
    return finding(
      `an id of ${page}: ${[...ids].join(', ')}`,
      near ? `did you mean #${near}?` : 'link to the page, or to one of its headings',
    );
  });
}
