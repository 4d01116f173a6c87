/** A page's plain Markdown for a terminal: sections cut out, steps read, text wrapped. Pure. */
import type { Heading, List, ListItem, Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A step of a fix. */
export interface Step {
  readonly text: string;
  /** What is to be run, with <PLACEHOLDERS>; neither files nor outputs. */
  readonly commands: readonly string[];
}

/** Characters of a line of text, if the terminal is wider. */
const WIDEST = 88;
const CODE = '    ';

export const readMarkdown = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** What stands below a heading, the heading included, up to the next one of its depth; undefined without such a heading. `path` names the headings above it, from the h2 down. */
export function sectionOf(tree: Root, path: readonly string[]): RootContent[] | undefined {
  let nodes: readonly RootContent[] = tree.children;
  for (const name of path) {
    const from = nodes.findIndex((node) => node.type === 'heading' && same(plainText(node), name));
    if (from < 0) return undefined;
    const { depth } = nodes[from] as Heading;
    const to = nodes.findIndex((node, index) => index > from && node.type === 'heading' && node.depth <= depth);
    nodes = nodes.slice(from, to < 0 ? undefined : to);
  }
  return [...nodes];
}

const same = (a: string, b: string): boolean => a.replace(/[`\s]+/g, ' ').trim() === b.replace(/[`\s]+/g, ' ').trim();

/** The steps of a fix: the items of the first list of its section "Fix"; a fix in one paragraph is one step. */
export function stepsOf(tree: Root): Step[] {
  const section = sectionOf(tree, ['Fix']) ?? [];
  const list = section.find((node): node is List => node.type === 'list' && node.ordered === true);
  const items: readonly (ListItem | { children: readonly RootContent[] })[] = list
    ? list.children
    : [{ children: section.slice(1) }];
  return items
    .map(({ children }) => ({
      text: children
        .filter((node) => node.type === 'paragraph')
        .slice(0, 1)
        .map(plainText)
        .join(' '),
      commands: children.flatMap((node) => (node.type === 'code' && node.lang === 'sh' ? [node.value] : [])),
    }))
    .filter(({ text, commands }) => text !== '' || commands.length > 0);
}

/** Nodes as lines for a terminal of so many columns. */
export function render(nodes: readonly Nodes[], source: string, columns: number, indent = ''): string[] {
  return nodes.flatMap((node, index) => {
    const lines = renderNode(node, source, columns, indent);
    return index > 0 && lines.length > 0 ? ['', ...lines] : lines;
  });
}

function renderNode(node: Nodes, source: string, columns: number, indent: string): string[] {
  switch (node.type) {
    case 'heading':
      return [`${indent}${'#'.repeat(node.depth)} ${plainText(node)}`];
    case 'paragraph':
      return wrap(plainText(node), columns, indent);
    case 'code':
      return node.value.split('\n').map((line) => indent + CODE + line);
    case 'list':
      return node.children.flatMap((item, index) => {
        const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
        const [first = '', ...rest] = render(item.children, source, columns, indent + ' '.repeat(mark.length));
        return [indent + mark + first.slice(indent.length + mark.length), ...rest];
      });
    case 'blockquote':
      return render(node.children, source, columns - 2, '').map((line) => `${indent}| ${line}`.trimEnd());
    default: {
      const { position } = node;
      return position
        ? source
            .slice(position.start.offset, position.end.offset)
            .split('\n')
            .map((line) => indent + line)
        : [];
    }
  }
}

/** Words as they are read: links as their words, code between its quotes. */
export function plainText(node: Nodes): string {
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value.replace(/\n/g, ' ');
  return 'children' in node ? node.children.map((child) => plainText(child as Nodes)).join('') : '';
}

/** Text in lines of at most so many columns; what is between backticks is not broken. */
export function wrap(text: string, columns: number, indent = ''): string[] {
  const most = Math.max(20, Math.min(columns, WIDEST) - indent.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/(?:`[^`]*`|\S)+/g) ?? []) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, indent + line];
}
