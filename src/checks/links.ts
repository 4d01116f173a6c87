import type { ParsedNote } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';
import type { SiteMap } from './site-map.ts';

/** Every link inside the site leads to a page, and its fragment to a heading of it. */
export function checkLinks(
  source: ParsedNote,
  site: SiteMap,
  moved: ReadonlyMap<string, string> = new Map(),
): Finding[] {
  return source.links.flatMap(({ url, line, isImage }): Finding[] => {
    if (isImage)
      return [
        {
          file: source.file,
          line,
          found: `a picture, ![](${url})`,
          allowed: 'a diagram of content/diagrams/',
          fix: 'write <Figure file="docker/layers.svg" title="...">caption</Figure>',
        },
      ];
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
    const page = path || source.url;
    if (path.startsWith('/examples/')) return [];
    const went = moved.get(fragment === undefined ? page : `${page}#${fragment}`) ?? moved.get(page);
    if (went !== undefined) {
      const to = fragment === undefined || went.includes('#') ? went : `${went}#${fragment}`;
      return finding('an address of today', `it moved: write ${to}`);
    }
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
