/** The text that an address of the built site leads to, for judging what a search found. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attr, type Element, elementsIn, isElement, type Node, parsePage } from '../../src/lib/html.ts';

/** Least characters of a page that a reader sees who follows a link to the whole of it. */
const OPENING = 1200;
const UNSEEN = new Set(['nav', 'script', 'style', 'template', 'noscript']);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'var',
  'wbr',
]);

/** Reads sections of the site in the folder `dist`: from a heading to the next of its level; links with their addresses. */
export function sectionReader(dist: string): (address: string) => string {
  const mains = new Map<string, Element | undefined>();
  const texts = new Map<string, string>();
  const mainOf = (path: string): Element | undefined => {
    const file = join(dist, path, 'index.html');
    if (!mains.has(path))
      mains.set(
        path,
        existsSync(file)
          ? elementsIn(parsePage(readFileSync(file, 'utf8'))).find(({ tagName }) => tagName === 'main')
          : undefined,
      );
    return mains.get(path);
  };
  const read = (address: string): string => {
    const [path = '', id] = address.split('#');
    const main = mainOf(path);
    if (!main) return '';
    if (id === undefined) return openingOf(main);
    const heading = elementsIn(main).find((element) => attr(element, 'id') === decodeURIComponent(id));
    if (!heading?.parentNode) return '';
    const level = Number(heading.tagName[1]);
    const after = heading.parentNode.childNodes.slice(heading.parentNode.childNodes.indexOf(heading) + 1);
    const end = after.findIndex(
      (node) => isElement(node) && /^h[1-6]$/.test(node.tagName) && Number(node.tagName[1]) <= level,
    );
    return flat([heading, ...after.slice(0, end < 0 ? undefined : end)].map(textOf).join(' '));
  };
  return (address) => {
    const known = texts.get(address) ?? read(address);
    texts.set(address, known);
    return known;
  };
}

/** The title and what stands before the second h2. */
function openingOf(main: Element): string {
  const whole = flat(textOf(main));
  const second = elementsIn(main).filter(({ tagName }) => tagName === 'h2')[1];
  const at = second ? whole.indexOf(flat(textOf(second)), OPENING) : -1;
  return at < 0 ? whole.slice(0, second ? OPENING : undefined) : whole.slice(0, at);
}

const flat = (text: string): string =>
  text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/[\u200b\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

function textOf(node: Node): string {
  if ('value' in node && !isElement(node)) return String(node.value);
  if (!('childNodes' in node)) return '';
  const inner = node.childNodes.map(textOf).join('');
  if (!isElement(node)) return inner;
  if (UNSEEN.has(node.tagName)) return '';
  const href = node.tagName === 'a' ? attr(node, 'href') : undefined;
  const line = attr(node, 'class')?.startsWith('line');
  return `${href ? ` [${href}] ` : ''}${INLINE.has(node.tagName) && !line ? inner : ` ${inner} `}`;
}
