/** The answer of a fix in short, and its first step that has a command, as the search shows them. Pure. */
import type { Nodes } from 'mdast';
import type { FirstStep } from '../error-matcher/first-step.ts';
import { parseMeta } from './fence-meta.ts';
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
  return fence && step ? { short, step: flat(textOf(step)), code: firstCommand(fence.code, fence.meta) } : { short };

  function sectionIsBelow(parent: number): (section: number) => boolean {
    const next = sections.findIndex(({ depth }, index) => index > parent && depth <= (sections[parent]?.depth ?? 2));
    return (section) => section > parent && (next < 0 || section < next);
  }
}

/** What is pasted as one: a sequence whole, of a list its first command, with the lines that it goes on in. */
function firstCommand(code: string, meta: string): string {
  if (parseMeta(meta).words.includes('sequence')) return code;
  const lines = code.split('\n');
  const from = lines.findIndex((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const to = lines.findIndex((line, index) => index >= from && !/(?:\\|[|&({]|\b(?:do|then|else))\s*$/.test(line));
  // A text in quotes, a loop or a here-document is more than a line: then the block is one command, or nearly.
  const first = lines.slice(Math.max(0, from), to + 1).join('\n');
  const open = (first.match(/'/g)?.length ?? 0) % 2 === 1 || /<<|^\s*(?:for|while|if)\b/.test(first);
  return open ? code : first;
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
