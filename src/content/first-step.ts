/** The answer of a fix in short, and its first step that has a command, as the search shows them. Pure. */
import type { Nodes } from 'mdast';
import type { FirstStep } from '../error-matcher/first-step.ts';
import type { ParsedNote } from './read-note.ts';

/** Reads both from the tree of a fix. */
export function firstStepOf({ tree, sections, fences }: ParsedNote): FirstStep {
  const opening = tree.children.find(({ type }) => type === 'paragraph');
  const short = opening
    ? flat(textOf(opening)).replace(/^In short: (.)/, (_, first: string) => first.toUpperCase())
    : '';
  const number = sections.findIndex(({ id }) => id === 'fix');
  const fence = fences.find(
    ({ section, lang }) => lang === 'sh' && (section === number || sectionIsBelow(number)(section)),
  );
  const step = fence && stepAround(tree, fence.line - 1);
  return fence && step ? { short, step: flat(textOf(step)), code: fence.code } : { short };

  function sectionIsBelow(parent: number): (section: number) => boolean {
    const next = sections.findIndex(({ depth }, index) => index > parent && depth <= (sections[parent]?.depth ?? 2));
    return (section) => section > parent && (next < 0 || section < next);
  }
}

/** The first paragraph of the list item that holds the fence at a line. */
function stepAround(node: Nodes, line: number): Nodes | undefined {
  if (!('children' in node)) return undefined;
  const holds = (child: Nodes): boolean =>
    (child.type === 'code' && child.position?.start.line === line) ||
    ('children' in child && child.children.some((inner) => holds(inner as Nodes)));
  for (const child of node.children as Nodes[]) {
    if (!holds(child)) continue;
    if (child.type === 'listItem') return child.children.find(({ type }) => type === 'paragraph');
    return (
      stepAround(child, line) ??
      (node.children as Nodes[])
        .slice(0, (node.children as Nodes[]).indexOf(child))
        .findLast(({ type }) => type === 'paragraph')
    );
  }
  return undefined;
}

/** Words and `code`; links as their words. */
export function textOf(node: Nodes): string {
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
