/** Markdown transforms of a note's frame: opening, headings, steps, tables. What used to be cut out of HTML is set here in the tree. */
import { fileURLToPath } from 'node:url';
import type { HastPluginDefinition, MdastNode, MdastPluginDefinition } from 'satteri';
import { isCommandLine } from '../content/command-line.ts';
import { SHELLS } from '../content/fence-meta.ts';
import { CONTENT, noteAt } from '../content/files.ts';
import { isSheet, withValues } from '../content/sheet-values.ts';
import { withBase } from '../lib/site-address.ts';
import { SITE } from '../site.ts';
import { attribute, block, inline } from './nodes.ts';

/** A shell block or a piece of code in a table in which a reader fills in values of their own. */
const takesValues = (node: MdastNode): boolean =>
  (node.type === 'code' &&
    node.lang !== null &&
    SHELLS[node.lang ?? ''] !== undefined &&
    PLACEHOLDER.test(node.value)) ||
  (node.type === 'table' && holds(node, (inner) => inner.type === 'inlineCode' && PLACEHOLDER.test(inner.value)));

type Context = Parameters<NonNullable<MdastPluginDefinition['before']>>[1];

const PLACEHOLDER = /<[A-Z][A-Z0-9_]*>/;

/** The first node, in the order of the text, that meets a test. */
function find(node: MdastNode, test: (node: MdastNode) => boolean): MdastNode | undefined {
  if (test(node)) return node;
  for (const child of 'children' in node ? (node.children as MdastNode[]) : []) {
    const found = find(child, test);
    if (found) return found;
  }
  return undefined;
}

const holds = (node: MdastNode, test: (node: MdastNode) => boolean): boolean => find(node, test) !== undefined;

const isTabs = (node: MdastNode): boolean => node.type === 'mdxJsxFlowElement' && node.name === 'Tabs';

/** What the head of a note says: Astro takes it off before the tree is made. */
function matterOf(file: URL | undefined): { readonly type?: unknown; readonly title?: unknown } {
  const path = file?.protocol === 'file:' ? fileURLToPath(file) : '';
  const data = path.startsWith(CONTENT)
    ? noteAt(path.slice(CONTENT.length + 1).replaceAll('\\', '/')).matter.data
    : undefined;
  return typeof data === 'object' && data !== null ? data : {};
}

/** The first paragraph is the lede. The reader's values come above the first command that takes some; a concept has none. */
export const opening: MdastPluginDefinition = {
  name: 'opening',
  before(root, ctx) {
    const lede = root.children.find(({ type }) => type === 'paragraph');
    if (lede) ctx.setProperty(lede, 'data', { hProperties: { className: ['lede'] } });
    const { type, title } = matterOf(ctx.fileURL);
    if (type === 'concept') return;
    if (type === 'fix' && lede?.type === 'paragraph') offerCommand(lede, ctx);
    const sheet = isSheet({ type, title });
    const first = find(root, sheet ? ({ type }) => type === 'table' : takesValues);
    // What all tabs share stands before them.
    const group = first && find(root, (node) => isTabs(node) && holds(node, (inner) => inner === first));
    if (first) ctx.insertBefore(group ?? first, block('Values'));
    if (sheet) fillIn(root, ctx);
  },
};

/** The command in which the short answer of a fix ends can be copied there. */
function offerCommand(lede: Extract<MdastNode, { type: 'paragraph' }>, ctx: Context): void {
  const command = lede.children.findLast((child) => child.type === 'inlineCode' && isCommandLine(child.value));
  if (command?.type !== 'inlineCode') return;
  ctx.replaceNode(command, inline('span', [attribute('class', 'run')], [command, copyButton()]));
  // The button ends the sentence; a full stop behind it would stand alone.
  const last = lede.children.at(-1);
  if (last?.type === 'text' && last.value === '.') ctx.removeNode(last);
}

/** Copies the code beside it, as CopyButton.astro does. */
const copyButton = (): ReturnType<typeof inline> =>
  inline(
    'button',
    [attribute('class', 'copy'), attribute('type', 'button'), attribute('data-copy', 'code')],
    [{ type: 'text', value: 'Copy' }],
  );

/** The examples of a sheet's commands become the reader's values. */
function fillIn(node: MdastNode, ctx: Context): void {
  if (node.type === 'tableCell' && onlyCode(node)) {
    const [code] = node.children;
    if (code?.type === 'inlineCode') ctx.replaceNode(code, { ...code, value: withValues(code.value) });
  } else if ('children' in node) for (const child of node.children as MdastNode[]) fillIn(child, ctx);
}

/** Links within the site lead below the base path of the build. */
export const links: MdastPluginDefinition = {
  name: 'links',
  link: (node, ctx) => ctx.setProperty(node, 'url', withBase(SITE.base, node.url)),
};

/** Each heading with an id gets a link to itself. */
export const headingLinks: MdastPluginDefinition = {
  name: 'heading-links',
  heading(node, ctx) {
    const { hProperties, id = hProperties?.['id'] } = (node.data ?? {}) as {
      id?: unknown;
      hProperties?: { id?: unknown };
    };
    if (typeof id !== 'string') return;
    const hidden = [attribute('class', 'vh')];
    const text = ctx.textContent(node).trim();
    ctx.appendChild(
      node,
      inline(
        'a',
        [attribute('class', 'anchor'), attribute('href', `#${id}`)],
        [
          inline('span', hidden, [{ type: 'text', value: `Link to: ${text}` }]),
          inline('span', [attribute('aria-hidden', 'true')], [{ type: 'text', value: '#' }]),
        ],
      ),
    );
  },
};

/** <Steps> is its numbered list, with a class. */
export const steps: MdastPluginDefinition = {
  name: 'steps',
  mdxJsxFlowElement(node, ctx) {
    if (node.name !== 'Steps') return;
    const [list, ...rest] = node.children;
    if (list?.type !== 'list' || !list.ordered || rest.length > 0)
      throw new Error('<Steps> takes one numbered list, with an empty line before and after it');
    ctx.replaceNode(node, { ...list, data: { hProperties: { className: ['steps'] } } });
  },
};

type Table = Extract<MdastNode, { type: 'table' }>;
type Cell = Table['children'][number]['children'][number];

/** A table scrolls in a frame of its own. In a column of commands each gets a copy button, and on phones the rows are stacked. */
export const tables: MdastPluginDefinition = {
  name: 'tables',
  table(node, ctx) {
    const column = commandColumn(node);
    for (const row of column === undefined ? [] : node.children.slice(1)) {
      const cell = row.children[column ?? 0];
      if (!cell || !onlyCode(cell)) continue;
      ctx.appendChild(cell, copyButton());
    }
    ctx.wrapNode(node, block('div', [attribute('class', column === undefined ? 'table' : 'table cmds')]));
  },
};

/** The column whose cells are commands, most of them; none in a table of other things. */
function commandColumn({ children: [head, ...rows] }: Table): number | undefined {
  const columns = head?.children.length ?? 0;
  for (let column = 0; column < columns; column++) {
    const cells = rows.flatMap(({ children }) => children[column] ?? []).filter(({ children }) => children.length > 0);
    if (cells.length > 0 && cells.filter((cell) => onlyCode(cell)).length * 2 > cells.length) return column;
  }
  return undefined;
}

/** A cell that holds one command and nothing else. */
const onlyCode = ({ children: [first, ...others] }: Cell): boolean =>
  first?.type === 'inlineCode' && others.length === 0 && isCommandLine(first.value);

/** A column without a name has no header cell: a screen reader would announce an empty one. */
export const tableHeads: HastPluginDefinition = {
  name: 'table-heads',
  element: {
    filter: ['th'],
    visit: (node, ctx) =>
      ctx.textContent(node).trim() === ''
        ? { type: 'element', tagName: 'td', properties: {}, children: [] }
        : { ...node, properties: { ...node.properties, scope: 'col' } },
  },
};
