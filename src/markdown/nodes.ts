/** Nodes that Markdown transforms put into the tree. Pure. */
import type { MdastNode, MdxJsxAttributeNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';

export type Children = (
  | MdxJsxTextElement
  | Extract<MdastNode, { type: 'inlineCode' }>
  | { type: 'text'; value: string }
)[];

/** An attribute with a plain string. */
export const attribute = (name: string, value: string): MdxJsxAttributeNode => ({
  type: 'mdxJsxAttribute',
  name,
  value,
});

/** An element or component that stands as a block. */
export const block = (name: string, attributes: MdxJsxAttributeNode[] = []): MdxJsxFlowElement => ({
  type: 'mdxJsxFlowElement',
  name,
  attributes,
  children: [],
});

/** One that stands in a line of text. */
export const inline = (name: string, attributes: MdxJsxAttributeNode[], children: Children): MdxJsxTextElement => ({
  type: 'mdxJsxTextElement',
  name,
  attributes,
  children,
});
