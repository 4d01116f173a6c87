/** The built site as tests read it: every page with its elements. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { baseOf } from '../../src/built-site/base-of.ts';
import { type BuiltPage, readDist } from '../../src/built-site/read-dist.ts';
import { filesBelow } from '../../src/content/files.ts';
import { attr, type Element, elementsIn, rawText } from '../../src/lib/html.ts';
import { withoutBase } from '../../src/lib/site-address.ts';

export const DIST = join(import.meta.dirname, '../../dist');
export { attr as attribute, type Element, rawText as textOf };

export interface Page extends BuiltPage {
  readonly elements: readonly Element[];
}

export const filesOf = (folder = DIST): string[] => filesBelow(folder);

const read = new Map<string, Page[]>();

/** The pages of a built folder; read once, since that takes longer than most that is asked of them. */
export function readPages(folder = DIST): Page[] {
  const pages =
    read.get(folder) ??
    readDist(folder).map((page) => {
      const { file, url, forwards, html, document } = page;
      return {
        file,
        url,
        forwards,
        html,
        document,
        elements: elementsIn(document),
        get said() {
          return page.said;
        },
      };
    });
  read.set(folder, pages);
  return pages;
}

/** The path below a built folder that an address leads to, without the base path; undefined for one that lies outside of it. */
export function pathIn(base: string, pathname: string): string | undefined {
  const path = withoutBase(base, decodeURIComponent(pathname));
  return base !== '' && path === decodeURIComponent(pathname) ? undefined : path;
}

const LINKING: Readonly<Record<string, string>> = {
  a: 'href',
  link: 'href',
  script: 'src',
  img: 'src',
  form: 'action',
};

/** Every link of a built folder that leads nowhere: to no file, to no id, or out of the base path. */
export function brokenLinks(pages: readonly Page[], folder = DIST): string[] {
  const base = baseOf(folder);
  const ids = new Map(
    pages.map((page) => [page.url, new Set(page.elements.flatMap((element) => attr(element, 'id') ?? []))]),
  );
  return pages.flatMap((page) =>
    page.elements.flatMap((element) => {
      const value = attr(element, LINKING[element.tagName] ?? '');
      if (value === undefined || /^(https?:|mailto:)/.test(value)) return [];
      const { pathname, hash } = new URL(value, `http://x${base}${page.url}`);
      const target = pathIn(base, pathname);
      if (target === undefined || !existsSync(join(folder, target.endsWith('/') ? `${target}index.html` : target)))
        return [`${page.url}: ${value} leads nowhere`];
      // A search stands behind #, see search/ui/address.ts.
      if (target === '/search/' && hash.startsWith('#q=')) return [];
      const fragment = decodeURIComponent(hash.slice(1));
      return fragment && !ids.get(target)?.has(fragment) ? [`${page.url}: ${value} has no such id`] : [];
    }),
  );
}
