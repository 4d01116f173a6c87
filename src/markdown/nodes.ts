/** Nodes that Markdown transforms put into the tree. Pure. */
import type { MdxJsxAttributeNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';

type Children = (MdxJsxTextElement | { type: 'text'; value: string })[];

/** An attribute with a plain string. */
export const attribute = (name: string, value: string): MdxJsxAttributeNode => ({
  type: 'mdxJsxAttribute',
  name,
  value,
});

/** An element or component that stands as a block. */
export function element(name: string, attributes?: MdxJsxAttributeNode[]): MdxJsxFlowElement;
/** One that stands in a line of text. */
export function element(
  name: string,
  attributes: MdxJsxAttributeNode[],
  children: Children,
  kind: 'inline',
): MdxJsxTextElement;
export function element(name: string, attributes: MdxJsxAttributeNode[] = [], children: Children = [], kind = 'block') {
  return { type: kind === 'inline' ? 'mdxJsxTextElement' : 'mdxJsxFlowElement', name, attributes, children };
}
