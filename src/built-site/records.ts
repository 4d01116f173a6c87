/** A built page to the records of the index: one a section, one a fix. */
import {
  attr,
  childrenOf,
  type Element,
  elementsIn,
  findFirst,
  hasClass,
  isElement,
  type Node,
  parsePage,
} from '../lib/html.ts';
import { withoutBase } from '../lib/site-address.ts';
import { eachChild, textOf } from './page-text.ts';
import type { Line, SearchRecord } from './record.ts';

interface Section {
  id: string;
  headings: string[];
  lines: Line[];
}

/** Records of a built page, in the order of the page; none if its `main` does not bear `data-page`. */
export function recordsOf(page: string | Node, url: string): SearchRecord[] {
  const document = typeof page === 'string' ? parsePage(page) : page;
  const main = findFirst(document, (element) => element.tagName === 'main' && attr(element, 'data-page') !== undefined);
  if (!main) return [];
  const described = findFirst(
    document,
    (element) => element.tagName === 'meta' && attr(element, 'name') === 'description',
  );
  const description = (described && attr(described, 'content')) ?? '';
  const kind = attr(main, 'data-kind') ?? '';
  const sections = sectionsOf(main);
  const crumbs = findFirst(main, (element) => hasClass(element, 'crumbs'));
  const title = findFirst(main, (element) => element.tagName === 'h1');
  const common = {
    title: title ? textOf(title) : '',
    description: '',
    crumbs: crumbs ? itemsOf(crumbs).map((item) => textOf(item)) : [],
    kind,
    topic: attr(main, 'data-topic') ?? '',
    tools: (attr(main, 'data-tools') ?? '').split(' ').filter(Boolean),
    asks: [],
    links: 0,
  };
  const [opening, ...rest] = sections;
  if (!opening) return [];
  if (kind === 'topic') return [{ ...common, description, url, headings: [], lines: opening.lines }];
  if (kind === 'fix')
    return [
      {
        ...common,
        description,
        url,
        headings: [],
        lines: [...opening.lines, ...rest.flatMap(({ lines }) => lines)],
      },
    ];
  return [
    { ...common, description, url, headings: [], lines: opening.lines },
    ...rest.map(({ id, headings, lines }) => ({ ...common, url: `${url}#${id}`, headings, lines })),
  ];
}

/** Where the links in a page's own text lead, each once; `base` is what they begin with. */
export function targetsOf(document: Node, base = ''): ReadonlySet<string> {
  const main = findFirst(document, ({ tagName }) => tagName === 'main');
  return new Set(main ? elementsIn(main).map((element) => withoutBase(base, attr(element, 'href') ?? '#')) : []);
}

/** The records with the number of other pages that link to each. */
export function withLinks(
  records: readonly SearchRecord[],
  pages: readonly { readonly url: string; readonly targets: ReadonlySet<string> }[],
): SearchRecord[] {
  const count = new Map<string, number>();
  for (const { url, targets } of pages)
    for (const target of targets)
      if (!target.startsWith('#') && target.split('#')[0] !== url) count.set(target, (count.get(target) ?? 0) + 1);
  return records.map((record) => ({ ...record, links: count.get(record.url) ?? 0 }));
}

/** The records with what readers ask for them; throws at an ask for a section that is not searched. */
export function withAsks(
  records: readonly SearchRecord[],
  asks: readonly { url: string; phrase: string; file: string; line: number }[],
): SearchRecord[] {
  const byUrl = new Map<string, string[]>();
  for (const { url, phrase } of asks) byUrl.set(url, [...(byUrl.get(url) ?? []), phrase]);
  const known = new Set(records.map(({ url }) => url));
  const lost = asks.find(({ url }) => !known.has(url));
  if (lost)
    throw new Error(
      `${lost.file}:${lost.line}: phrases for ${lost.url}, which the search does not list: a heading below the third level, or a fix, which is listed as a whole`,
    );
  return records.map((record) => ({ ...record, asks: byUrl.get(record.url) ?? [] }));
}

function itemsOf(nav: Element): Element[] {
  const items: Element[] = [];
  const visit = (element: Element): void => {
    if (element.tagName === 'li') items.push(element);
    else for (const child of childrenOf(element)) if (isElement(child)) visit(child);
  };
  visit(nav);
  return items;
}

function sectionsOf(main: Element): Section[] {
  const sections: Section[] = [{ id: '', headings: [], lines: [] }];
  let second = '';
  let ended = false;
  const add = (line: Line) => {
    if (line.text !== '' && !ended) sections.at(-1)!.lines.push(line);
  };
  const visit = (element: Element): void => {
    if (/^h[23]$/.test(element.tagName)) {
      const id = attr(element, 'id');
      const text = textOf(element);
      ended = id === 'related' || id === 'sources';
      if (element.tagName === 'h2') second = text;
      if (id && !ended) sections.push({ id, headings: element.tagName === 'h2' ? [text] : [second, text], lines: [] });
      return;
    }
    if (element.tagName === 'h1') return;
    if (element.tagName === 'pre') return preformatted(element, add);
    if (element.tagName === 'tr') return row(element, add);
    if (['p', 'dt', 'dd', 'figcaption', 'summary', 'text', 'desc'].includes(element.tagName))
      return add({ kind: 'text', text: textOf(element, { code: true }) });
    if (
      element.tagName === 'li' &&
      !childrenOf(element).some(
        (child) => isElement(child) && ['p', 'ul', 'ol', 'div', 'figure'].includes(child.tagName),
      )
    )
      return add({ kind: 'text', text: textOf(element, { code: true }) });
    let loose = '';
    eachChild(element, (child) => {
      if (!isElement(child)) loose += 'value' in child ? child.value : '';
      else if (['code', 'b', 'a', 'span', 'em', 'strong', 'del', 'ins'].includes(child.tagName))
        loose += textOf(child, { code: true });
      else {
        add({ kind: 'text', text: loose.replace(/\s+/g, ' ').trim() });
        loose = '';
        visit(child);
      }
    });
    add({ kind: 'text', text: loose.replace(/\s+/g, ' ').trim() });
  };
  visit(main);
  return sections;
}

function preformatted(element: Element, add: (line: Line) => void): void {
  const output = findFirst(element, ({ tagName }) => tagName === 'samp') !== undefined;
  for (const line of textOf(element, { breaks: true })
    .replace(/\\\n\s*/g, '')
    .split('\n'))
    add({ kind: output ? 'output' : 'code', text: line.trim() });
}

function row(element: Element, add: (line: Line) => void): void {
  const cells = childrenOf(element).filter(isElement);
  const text = cells
    .map((cell) => textOf(cell, { code: true }))
    .filter(Boolean)
    .join(' · ');
  add({ kind: 'text', text });
}
