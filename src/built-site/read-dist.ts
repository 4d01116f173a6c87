/** The one reader of the built site: what pages there are, and what each says. Build-time only. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../content/files.ts';
import { keptOrFound } from '../kept.ts';
import { attr, type Element, elementsIn, findFirst, type Node, parsePage } from '../lib/html.ts';
import { baseOf } from './base-of.ts';
import type { SearchRecord } from './record.ts';
import { recordsOf, targetsOf } from './records.ts';

export interface BuiltPage {
  /** Path below the built folder, e.g. docker/clean-up/index.html. */
  readonly file: string;
  /** Site-relative, with leading and trailing slash; /404.html for that page. */
  readonly url: string;
  /** Read each time it is asked for, and so is its tree: all pages at once would not fit. */
  readonly html: string;
  readonly document: Node;
  readonly said: Said;
  /** Stands at an old address and leads to the new one. */
  readonly forwards: boolean;
}

/** What others ask of a page; found once for each text of it. */
export interface Said {
  /** Ids that a link to the page may name. */
  readonly ids: readonly string[];
  readonly records: readonly SearchRecord[];
  /** Where its links lead. */
  readonly targets: ReadonlySet<string>;
}

/** All pages of a built folder, sorted by path; examples that are HTML are files to download, and no pages. */
export function readDist(dist: string): BuiltPage[] {
  if (!existsSync(join(dist, 'index.html'))) throw new Error(`There is no site in ${dist}: run "npm run build" first`);
  const base = baseOf(dist);
  return filesBelow(dist)
    .filter((file) => file.endsWith('.html') && !file.startsWith('examples/'))
    .map((file) => {
      const url = `/${file.replace(/index\.html$/, '')}`;
      const read = () => readFileSync(join(dist, file), 'utf8');
      return {
        file,
        url,
        get html() {
          return read();
        },
        get document() {
          return parsePage(read());
        },
        get said() {
          const html = read();
          return keptOrFound(`said${base}/${file}`, [url, base, html], () => saidOf(parsePage(html), url, base));
        },
        get forwards() {
          return read().includes('http-equiv="refresh"');
        },
      };
    });
}

const saidOf = (document: Node, url: string, base: string): Said => ({
  ids: idsOf(document),
  records: recordsOf(document, url),
  targets: targetsOf(document, base),
});

/** Parts of a page whose ids serve its own frame: drawings, fields, what a script fills. */
const isFrame = (element: Element): boolean =>
  ['svg', 'form', 'template', 'input', 'textarea', 'label'].includes(element.tagName) ||
  (attr(element, 'class') ?? '').split(' ').includes('values');

/** Ids that a link to the page may name, on whatever element they stand. */
export function idsOf(document: Node): string[] {
  const main = findFirst(document, ({ tagName }) => tagName === 'main');
  if (!main) return [];
  return elementsIn(main, (element) => !isFrame(element)).flatMap((element) =>
    element === main ? [] : (attr(element, 'id') ?? []),
  );
}

/** Every address of the built pages: theirs, and those of their ids. Forwarding pages do not count, nor does the 404 page. */
export const addressesOf = (pages: readonly Pick<BuiltPage, 'url' | 'file' | 'forwards' | 'said'>[]): Set<string> =>
  new Set(answering(pages).flatMap(({ url, said }) => [url, ...said.ids.map((id) => `${url}#${id}`)]));

/** The pages among them: neither forwarding ones nor the 404 page. */
export const answering = <P extends Pick<BuiltPage, 'file' | 'forwards'>>(pages: readonly P[]): P[] =>
  pages.filter(({ forwards, file }) => !forwards && file.endsWith('index.html'));
