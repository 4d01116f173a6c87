/** Markdown transforms of a note's frame: opening, headings, steps, tables. What used to be cut out of HTML is set here in the tree. */
import type { HastPluginDefinition, MdastNode, MdastPluginDefinition } from 'satteri';
import { SHELLS } from '../content/fence-meta.ts';
import { attribute, block, inline } from './nodes.ts';

/** A shell block or a piece of code in a table in which a reader fills in values of their own. */
const takesValues = (node: MdastNode): boolean =>
  (node.type === 'code' &&
    node.lang !== null &&
    SHELLS[node.lang ?? ''] !== undefined &&
    PLACEHOLDER.test(node.value)) ||
  (node.type === 'table' && holds(node, (inner) => inner.type === 'inlineCode' && PLACEHOLDER.test(inner.value)));

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

/** The first paragraph is the lede. The reader's values come above the first command that takes some; a concept has none. */
export const opening: MdastPluginDefinition = {
  name: 'opening',
  before(root, ctx) {
    const lede = root.children.find(({ type }) => type === 'paragraph');
    if (lede) ctx.setProperty(lede, 'data', { hProperties: { className: ['lede'] } });
    const matter = root.children.find((node) => node.type === 'yaml');
    if (matter && /^type: concept$/m.test(matter.value)) return;
    const first = find(root, takesValues);
    if (first) ctx.insertBefore(first, block('Values'));
  },
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

/** A table scrolls in a frame of its own. */
export const tables: MdastPluginDefinition = {
  name: 'tables',
  table(node, ctx) {
    ctx.wrapNode(node, block('div', [attribute('class', 'table')]));
  },
};

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
