/** A note's MDX taken apart for the checks of its code: fences, inline code, JSX strings, cautions, by section. Pure. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';

export interface PageFence {
  readonly lang: string;
  readonly meta: string;
  readonly code: string;
  /** 1-based line of the first line of code. */
  readonly line: number;
  readonly section: number;
}

export interface PageSpan {
  readonly text: string;
  readonly line: number;
  readonly section: number;
  /** Inside <Was>: an obsolete form on purpose. */
  readonly was: boolean;
  readonly inTable: boolean;
}

export interface Page {
  readonly fences: readonly PageFence[];
  readonly spans: readonly PageSpan[];
  /** Sections that hold a <Danger>. */
  readonly dangers: ReadonlySet<number>;
  /** The id of each section; section 0 is what stands before the first heading. `line` is 1-based. */
  readonly sections: readonly { readonly id: string; readonly title: string; readonly line: number }[];
  /** Files shown with <Example>. */
  readonly examples: readonly { readonly file: string; readonly section: number }[];
  readonly tools: readonly string[];
  /** 1-based. */
  readonly toolsLine: number;
}

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Takes a note apart; throws with line and reason when it is no valid MDX. */
export function readPage(text: string): Page {
  const root = fromMarkdown(text, {
    extensions: [frontmatter(['yaml']), gfm(), mdxExpression(), mdxJsx()],
    mdastExtensions: [
      frontmatterFromMarkdown(['yaml']),
      gfmFromMarkdown(),
      mdxExpressionFromMarkdown(),
      mdxJsxFromMarkdown(),
    ],
  });
  const fences: PageFence[] = [];
  const spans: PageSpan[] = [];
  const dangers = new Set<number>();
  const sections: { id: string; title: string; line: number }[] = [{ id: '', title: '', line: 1 }];
  const examples: { file: string; section: number }[] = [];
  const visit = (node: Nodes, was: boolean, inTable: boolean): void => {
    const line = node.position?.start.line ?? 1;
    const section = sections.length - (node.type === 'heading' ? 0 : 1);
    if (node.type === 'heading') sections.push({ ...headingOf(node), line });
    if (node.type === 'code')
      fences.push({ lang: node.lang ?? 'text', meta: node.meta ?? '', code: node.value, line: line + 1, section });
    if (node.type === 'inlineCode') spans.push({ text: node.value, line, section, was, inTable });
    const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
    if (isElement && node.name === 'Danger') dangers.add(section);
    if (isElement && node.name === 'Example')
      for (const { value } of strings(node, 'file')) examples.push({ file: value, section });
    if (isElement)
      for (const { value, at } of strings(node))
        for (const code of inBackticks(value))
          spans.push({ text: code, line: at, section, was: false, inTable: false });
    const inner = was || (isElement && node.name === 'Was');
    if (isElement && node.name === 'Was' && node.children.every((child) => child.type === 'text'))
      spans.push({
        text: node.children.map((child) => ('value' in child ? child.value : '')).join(''),
        line,
        section,
        was: true,
        inTable,
      });
    if ('children' in node)
      for (const child of node.children) visit(child as Nodes, inner, inTable || node.type === 'table');
  };
  visit(root, false, false);
  const tools = /^tools:[ \t]*\[(.*)\]\s*$/m.exec(text) ?? /^tools:[ \t]*\n((?:[ \t]+- .*\n)+)/m.exec(text);
  return {
    fences,
    spans,
    dangers,
    sections,
    examples,
    tools: tools?.[1]?.match(/\w+/g) ?? [],
    toolsLine: tools ? text.slice(0, tools.index).split('\n').length : 1,
  };
}

function headingOf(node: Nodes): { id: string; title: string } {
  const collect = (child: Nodes): string =>
    child.type === 'mdxTextExpression'
      ? `{${child.value}}`
      : 'value' in child
        ? child.value
        : 'children' in child
          ? child.children.map(collect).join('')
          : '';
  const text = collect(node);
  return { id: /\{#([^}]*)\}\s*$/.exec(text)?.[1] ?? '', title: text.replace(/\s*\{#[^}]*\}\s*$/, '') };
}

function strings(node: Element, name?: string): { value: string; at: number }[] {
  return node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' &&
    (name === undefined || attribute.name === name) &&
    typeof attribute.value === 'string'
      ? [{ value: attribute.value, at: attribute.position?.start.line ?? node.position?.start.line ?? 1 }]
      : [],
  );
}

const inBackticks = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
