/** Small helpers over HTML parsed by parse5. Pure. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.Node;

/** A whole page. */
export const parsePage = (html: string): Node => parse(html);

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
export const attr = (element: Element, name: string): string | undefined =>
  element.attrs.find((own) => own.name === name)?.value;
export const hasClass = (element: Element, name: string): boolean =>
  (attr(element, 'class') ?? '').split(' ').includes(name);

/** The first element that fits, in document order, the node itself included. */
export function findFirst(node: Node, fits: (element: Element) => boolean): Element | undefined {
  if (isElement(node) && fits(node)) return node;
  for (const child of childrenOf(node)) {
    const found = findFirst(child, fits);
    if (found) return found;
  }
  return undefined;
}

/** All elements in document order, the node itself and the contents of templates included; `into` says where not to go on. */
export function elementsIn(node: Node, into: (element: Element) => boolean = () => true): Element[] {
  const found: Element[] = [];
  const visit = (one: Node): void => {
    if (isElement(one)) {
      if (!into(one)) return;
      found.push(one);
    }
    if ('content' in one) visit((one as DefaultTreeAdapterTypes.Template).content);
    childrenOf(one).forEach(visit);
  };
  visit(node);
  return found;
}

/** Text of a node as it stands in the source. */
export function rawText(node: Node): string {
  if ('value' in node && !isElement(node)) return String(node.value);
  return childrenOf(node).map(rawText).join('');
}
