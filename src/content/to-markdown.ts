/** A note as plain Markdown, for people and programs that read source: components become what they show. Pure. */
import type { BlockContent, Blockquote, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toMarkdown } from 'mdast-util-to-markdown';

/** What components name: files below content/, entries of changes.yaml, the language of a file. */
export interface MarkdownSources {
  readonly file: (path: string) => string;
  readonly change: (id: string) => { was: string; now: string; since: string; why: string } | undefined;
  readonly language: (name: string) => string;
  /** An address of the site as whole as it is known: the text is read elsewhere. */
  readonly address: (path: string) => string;
}

/** Components that stand as blocks. */
const BLOCKS = new Set(['Aside', 'Danger', 'Changed', 'Example', 'Figure', 'Sidenote', 'Tabs', 'Tab']);

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Title, address, messages of a fix, and the tree of a note (see readNote) with its components unfolded. */
export function toPlainMarkdown(
  page: { title: string; url: string; errors?: readonly string[] },
  tree: Root,
  sources: MarkdownSources,
): string {
  const head: RootContent[] = [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: page.title }] },
    { type: 'paragraph', children: [{ type: 'text', value: 'Source: ' }, ...link(page.url)] },
  ];
  if (page.errors && page.errors.length > 0) head.push({ type: 'code', lang: 'text', value: page.errors.join('\n') });
  const body = tree.children.filter(({ type }) => type !== 'yaml').flatMap((node) => unfold(node, sources));
  return toMarkdown(
    { type: 'root', children: [...head, ...blocks(body)] },
    {
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
      bullet: '-',
      rule: '-',
      fences: true,
      listItemIndent: 'one',
      resourceLink: false,
    },
  );
}

/** A whole address as a link; one without a host as it is, for where it leads only its reader can say. */
const link = (url: string): PhrasingContent[] =>
  url.startsWith('/') ? [text(url)] : [{ type: 'link', url, children: [text(url)] }];

/** A node as the nodes that stand for it in plain Markdown. */
function unfold(node: Nodes, sources: MarkdownSources): Nodes[] {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return [];
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return unfoldElement(node, sources);
  if (node.type === 'definition') return [{ ...node, url: sources.address(node.url) }];
  if (!('children' in node)) return [node];
  // A component in a line of its own is a block, also where Markdown takes the line for a paragraph.
  if (
    node.type === 'paragraph' &&
    node.children.every((child) => child.type === 'mdxJsxTextElement' && BLOCKS.has(child.name ?? ''))
  )
    return node.children.flatMap((child) => unfold(child, sources));
  const children = node.children.flatMap((child) => unfold(child as Nodes, sources));
  const isFlow = node.type === 'listItem' || node.type === 'blockquote';
  const url = node.type === 'link' ? { url: sources.address(node.url) } : {};
  return [{ ...node, ...url, children: isFlow ? blocks(children) : children } as Nodes];
}

function unfoldElement(node: Element, sources: MarkdownSources): Nodes[] {
  const inner = node.children.flatMap((child) => unfold(child as Nodes, sources));
  const attribute = (name: string): string => {
    const found = node.attributes.find((own) => own.type === 'mdxJsxAttribute' && own.name === name);
    return typeof found?.value === 'string' ? found.value : '';
  };
  switch (node.name) {
    case 'Was':
      return inner.every(({ type }) => type === 'text')
        ? [{ type: 'inlineCode', value: inner.map((child) => ('value' in child ? child.value : '')).join('') }]
        : inner;
    case 'Aside':
      return [quote(line(strong(attribute('title'))), ...blocks(inner))];
    case 'Danger':
      return [
        quote(
          line(strong(attribute('title'))),
          line([text('Lost: '), ...inline(attribute('lost'))]),
          line([text('Look first: '), ...inline(attribute('look'))]),
          line([text('Undo: '), ...inline(attribute('undo'))]),
        ),
      ];
    case 'Changed': {
      const change = sources.change(attribute('id'));
      if (!change) return [];
      const row = (name: string, value: string) => line([...strong(`${name}:`), text(' '), ...inline(value)]);
      return [
        quote(
          row('Was', change.was),
          row('Now', change.now),
          row('Since', String(change.since)),
          row('Why', change.why),
        ),
      ];
    }
    case 'Example': {
      const path = attribute('file');
      return [{ type: 'code', lang: sources.language(path), value: sources.file(`examples/${path}`).trimEnd() }];
    }
    case 'Figure': {
      const described = /<desc>([\s\S]*?)<\/desc>/.exec(sources.file(`diagrams/${attribute('file')}`))?.[1] ?? '';
      const name = line([
        { type: 'emphasis', children: [text(`Figure: ${attribute('title')}.`)] },
        text(` ${described}`),
      ]);
      return [name, ...blocks(inner)];
    }
    case 'Tab':
      return [line(strong(attribute('name'))), ...blocks(inner)];
    default:
      return inner;
  }
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (value: string): PhrasingContent[] => [{ type: 'strong', children: inline(value) }];
const line = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const quote = (...children: BlockContent[]): Blockquote => ({ type: 'blockquote', children });

/** Text with `code` and links, as attributes hold it. */
function inline(value: string): PhrasingContent[] {
  const [first] = fromMarkdown(value).children;
  return first?.type === 'paragraph' ? first.children : [text(value)];
}

const PHRASING = new Set(['text', 'inlineCode', 'link', 'strong', 'emphasis', 'delete', 'break']);

/** Nodes as blocks: words that stand loose, since their component is gone, become a paragraph. */
function blocks(nodes: readonly Nodes[]): BlockContent[] {
  const result: Nodes[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (!PHRASING.has(node.type)) result.push(node);
    else if (last?.type === 'paragraph' && loose.has(last)) last.children.push(node as PhrasingContent);
    else {
      const paragraph = line([node as PhrasingContent]);
      loose.add(paragraph);
      result.push(paragraph);
    }
  }
  return result as BlockContent[];
}

/** Paragraphs made of loose words: the next loose word belongs to the same one. */
const loose = new WeakSet<Paragraph>();
