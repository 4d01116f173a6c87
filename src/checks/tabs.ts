/** Tabs: what they are about, the names of the ways in them, and variants that stand one after another without them. Pure. */
import type { Nodes, Parents } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { SHELLS } from '../content/fence-meta.ts';
import type { ParsedNote } from '../content/read-note.ts';
import { TAB_KINDS } from '../content/tabs.ts';
import { type Finding, findingIn } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;
type Report = (node: Nodes, found: string, allowed: string, fix: string) => void;

/** Each <Tabs> is of a known kind and holds two or more <Tab> with names of it, and nothing that a hidden panel would swallow. */
export function checkTabs(note: ParsedNote): Finding[] {
  const findings: Finding[] = [];
  const finding = findingIn(note.file);
  const report: Report = (node, ...words) => void findings.push(finding(node.position?.start.line ?? 1, ...words));
  const visit = (node: Nodes, parent: Parents | undefined, inTab: boolean): void => {
    if (isNamed(node, 'Tabs')) {
      if (inTab) report(node, '<Tabs> inside of a <Tab>', 'one level of tabs', 'put them one after the other');
      checkGroup(node, report);
    }
    if (isNamed(node, 'Tab') && !isNamed(parent, 'Tabs'))
      report(node, '<Tab> outside of <Tabs>', '<Tabs kind="..."> around it', 'put <Tabs> around the tabs of one job');
    if (node.type === 'heading' && inTab)
      report(
        node,
        'a heading inside of a <Tab>',
        'headings outside of tabs',
        'put the heading above <Tabs>: contents and links lead to what is in sight',
      );
    if (!('children' in node)) return;
    for (const [index, child] of node.children.entries()) {
      checkNeighbours(node.children[index - 1], child as Nodes, report);
      visit(child as Nodes, node, inTab || isNamed(node, 'Tab'));
    }
  };
  visit(note.tree, undefined, false);
  return findings;
}

function checkGroup(group: Element, report: Report): void {
  const kind = attributeOf(group, 'kind');
  const names = TAB_KINDS[kind];
  const kinds = Object.keys(TAB_KINDS);
  // One without a kind is told of with the other components that lack something.
  if (!names && kind !== '')
    report(group, `<Tabs kind="${kind}">`, kinds.join(', '), suggestion(kind, kinds) ?? 'name one of these kinds');
  const others = group.children.filter((child) => !isNamed(child as Nodes, 'Tab'));
  const [other] = others;
  if (other)
    report(
      other as Nodes,
      '<Tabs> with something beside its tabs',
      '<Tab name="..."> directly inside, with an empty line before and after what it holds',
      'put it before <Tabs>, or into a <Tab>',
    );
  const tabs = group.children.filter((child): child is Element => isNamed(child as Nodes, 'Tab'));
  if (tabs.length < 2)
    report(group, `<Tabs> with ${tabs.length === 1 ? 'one <Tab>' : 'no <Tab>'}`, 'two or more', 'leave <Tabs> out');
  const seen = new Set<string>();
  for (const tab of tabs) {
    const name = attributeOf(tab, 'name');
    if (name !== '' && names && !names.includes(name))
      report(
        tab,
        `<Tab name="${name}"> in <Tabs kind="${kind}">`,
        names.join(', '),
        suggestion(name, names) ?? 'name one of these',
      );
    if (name !== '' && seen.has(name))
      report(tab, `a second <Tab name="${name}">`, 'each name once', 'put both into one tab');
    seen.add(name);
    if (tab.children.length === 0) report(tab, `<Tab name="${name}"> that is empty`, 'a way to do it', 'write it');
  }
}

/** A block for one shell right after one for another: a reader needs one of them. */
function checkNeighbours(before: Nodes | undefined, node: Nodes, report: Report): void {
  if (before?.type !== 'code' || node.type !== 'code' || before.lang === node.lang) return;
  const [first, second] = [SHELLS[before.lang ?? ''], SHELLS[node.lang ?? '']];
  if (first && second)
    report(
      node,
      `a block of ${second} right after one of ${first}`,
      '<Tabs kind="shell"> or <Tabs kind="system">, or a sentence between them',
      'put each into a <Tab> if both do the same',
    );
}

function suggestion(word: string, known: readonly string[]): string | undefined {
  const near = known.find((one) => one.toLowerCase() === word.toLowerCase()) ?? nearest(word, known);
  return near && `did you mean ${near}?`;
}

const isNamed = (node: Nodes | undefined, name: string): node is Element =>
  (node?.type === 'mdxJsxFlowElement' || node?.type === 'mdxJsxTextElement') && node.name === name;

function attributeOf(node: Element, name: string): string {
  const found = node.attributes.find((own) => own.type === 'mdxJsxAttribute' && own.name === name);
  return typeof found?.value === 'string' ? found.value : '';
}
