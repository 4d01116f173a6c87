/** The one reader of the built site. Build-time only. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../content/files.ts';
import { keptOrFound } from '../kept.ts';
import { attr, type Element, elementsIn, findFirst, type Node, parsePage } from '../lib/html.ts';
import { baseOf } from './base-of.ts';

export interface BuiltPage {
  /** Path below the built folder, e.g. docker/clean-up/index.html. */
  readonly file: string;
  /** Site-relative, with leading and trailing slash; /404.html for that page. */
  readonly url: string;
  readonly html: string;
  /** Parsed each time it is asked for: all pages at once would not fit. */
  readonly document: Node;
  /** Ids that a link to the page may name. */
  readonly ids: readonly string[];
  /** Stands at an old address and leads to the new one. */
  readonly forwards: boolean;
}

/** All pages of a built folder, sorted by path; examples that are HTML are files to download, and no pages. */
export function readDist(dist: string): BuiltPage[] {
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`There is no site in ${dist}: run "npm run build" first`);
  const base = baseOf(dist);
  return filesBelow(dist)
    .filter((file) => file.endsWith('.html') && !file.startsWith('examples/'))
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      return {
        file,
        url: `/${file.replace(/index\.html$/, '')}`,
        html,
        get document() {
          return parsePage(html);
        },
        get ids() {
          return keptOrFound(`ids${base}/${file}`, [html], () => idsOf(this));
        },
        forwards: html.includes('http-equiv="refresh"'),
      };
    });
}

/** Parts of a page whose ids serve its own frame: drawings, fields, what a script fills. */
const isFrame = (element: Element): boolean =>
  ['svg', 'form', 'template', 'input', 'textarea', 'label'].includes(element.tagName) ||
  (attr(element, 'class') ?? '').split(' ').includes('values');

/** Ids that a link to the page may name, on whatever element they stand. */
export function idsOf({ document }: Pick<BuiltPage, 'document'>): string[] {
  const main = findFirst(document, ({ tagName }) => tagName === 'main');
  if (!main) return [];
  return elementsIn(main, (element) => !isFrame(element)).flatMap((element) =>
    element === main ? [] : (attr(element, 'id') ?? []),
  );
}

/** Every address of the built pages: theirs, and those of their ids. Forwarding pages do not count, nor does the 404 page. */
export const addressesOf = (pages: readonly BuiltPage[]): Set<string> =>
  new Set(answering(pages).flatMap((page) => [page.url, ...page.ids.map((id) => `${page.url}#${id}`)]));

/** The pages among them: neither forwarding ones nor the 404 page. */
export const answering = (pages: readonly BuiltPage[]): BuiltPage[] =>
  pages.filter(({ forwards, file }) => !forwards && file.endsWith('index.html'));
