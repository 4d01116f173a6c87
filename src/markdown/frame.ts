/** Markdown transforms of a note's frame: opening, headings, steps, tables. What used to be cut out of HTML is set here in the tree. */
import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';
import { attribute, block, inline } from './nodes.ts';

/** Components that stand above a note's lede or beside it, and are no part of its opening. */
const isFix = (url: URL | undefined): boolean => url?.pathname.includes('/troubleshooting/') ?? false;

/**
 * The first paragraph is the lede. After the opening (of a note its lede, of a fix all that stands before the first heading)
 * comes <NoteHead>: when it was read, what was checked, contents, values.
 */
export const opening: MdastPluginDefinition = {
  name: 'opening',
  before(root, ctx) {
    const blocks = root.children.filter(({ type }) => type !== 'yaml');
    const lede = blocks.find(({ type }) => type === 'paragraph');
    const heading = blocks.find(({ type }) => type === 'heading');
    if (lede) ctx.setProperty(lede, 'data', { hProperties: { className: ['lede'] } });
    const head = block('NoteHead');
    if (lede && !isFix(ctx.fileURL)) ctx.insertAfter(lede, head);
    else if (heading) ctx.insertBefore(heading, head);
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
    ctx.wrapNode(
      node,
      block('div', [
        attribute('class', 'table'),
        attribute('tabindex', '0'),
        attribute('role', 'group'),
        attribute('aria-label', 'Table'),
      ]),
    );
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
