/** Small helpers over a parsed page. */
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** The first element of a page that fits, in document order. */
export function findFirst(node: Node, fits: (element: Element) => boolean): Element | undefined {
  if (isElement(node) && fits(node)) return node;
  for (const child of childrenOf(node)) {
    const found = findFirst(child, fits);
    if (found) return found;
  }
  return undefined;
}

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
export const attr = (element: Element, name: string): string | undefined =>
  element.attrs.find((own) => own.name === name)?.value;
export const hasClass = (element: Element, name: string): boolean =>
  (attr(element, 'class') ?? '').split(' ').includes(name);

/** What a reader never reads as text of the page: navigation, buttons, evidence, the form of values, hidden labels. */
const isFurniture = (element: Element): boolean =>
  ['nav', 'script', 'style', 'template', 'noscript', 'svg', 'button', 'form', 'input'].includes(element.tagName) ||
  ['reviewed', 'contents', 'values', 'evid', 'copy', 'anchor', 'turn', 'sources', 'vh'].some((name) =>
    hasClass(element, name),
  ) ||
  attr(element, 'hidden') !== undefined;

/** Visits an element's children that are text of the page. */
export function eachChild(element: Element, visit: (child: Node) => void): void {
  for (const child of childrenOf(element)) if (!isElement(child) || !isFurniture(child)) visit(child);
}

/** Text of an element as one line, or with its line breaks; inline code is kept between backticks if asked for. */
export function textOf(node: Node, options: { code?: boolean; breaks?: boolean } = {}): string {
  const raw = collect(node, options.code ?? false);
  return options.breaks ? raw.replace(/[^\S\n]+$/gm, '').trim() : raw.replace(/\s+/g, ' ').trim();
}

function collect(node: Node, code: boolean): string {
  if ('value' in node && !isElement(node)) return String(node.value);
  if (!isElement(node))
    return childrenOf(node)
      .map((child) => collect(child, code))
      .join('');
  if (isFurniture(node)) return ' ';
  if (node.tagName === 'br') return ' ';
  const inner = childrenOf(node)
    .map((child) => collect(child, code))
    .join('');
  if (['td', 'th', 'p', 'li', 'dt', 'dd', 'div'].includes(node.tagName)) return ` ${inner} `;
  return code && node.tagName === 'code' ? `\`${inner.replaceAll('`', '')}\`` : inner;
}
