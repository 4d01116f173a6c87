/** The text of a built page, as a reader reads it. Pure. */
import { attr, childrenOf, type Element, hasClass, isElement, type Node } from '../lib/html.ts';

/** What a reader never reads as text of the page: navigation, buttons, evidence, the form of values, what tools say of their flags, hidden labels. */
const isFurniture = (element: Element): boolean =>
  ['nav', 'script', 'style', 'template', 'noscript', 'svg', 'button', 'form', 'input'].includes(element.tagName) ||
  ['reviewed', 'paper-head', 'contents', 'values', 'evid', 'copy', 'anchor', 'turn', 'sources', 'flags', 'vh'].some(
    (name) => hasClass(element, name),
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
