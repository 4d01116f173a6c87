/** Few pages that show all that the pages of a site are made of, for checks that are slow on each page. */
import { readDist } from '../../src/built-site/read-dist.ts';
import { attr, childrenOf, type Element, isElement, type Node } from '../../src/lib/html.ts';

/** Attributes whose value says what an element is to a reader; of other aria attributes it matters that they are there. */
const VALUES = new Set(['role', 'type', 'scope', 'tabindex', 'aria-live', 'aria-current', 'aria-hidden']);

/** Addresses of the pages of a built site, or of few that show all it is made of. */
export function pagesOf(dist: string, which: 'all' | 'few'): string[] {
  const traits = new Map(
    readDist(dist)
      .filter(({ forwards }) => !forwards)
      .map(({ url, document }) => [url, traitsOf(document)]),
  );
  return which === 'all' ? [...traits.keys()] : coverOf(traits);
}

/** What a page is made of: each element with its classes and its role, below its parent. Templates are looked into. */
export function traitsOf(document: Node): Set<string> {
  const traits = new Set<string>();
  const visit = (node: Node, parent: string): void => {
    if (isElement(node)) traits.add(`${parent} > ${traitOf(node)}`);
    const own = isElement(node) ? node.tagName : parent;
    for (const child of childrenOf(node)) visit(child, own);
    if ('content' in node) visit(node.content, own);
  };
  visit(document, '');
  return traits;
}

function traitOf(element: Element): string {
  const classes = (attr(element, 'class') ?? '').split(/\s+/).filter(Boolean).sort();
  const said = element.attrs
    .filter(({ name }) => VALUES.has(name) || name.startsWith('aria-'))
    .map(({ name, value }) => (VALUES.has(name) ? `${name}=${value}` : name))
    .sort();
  return [element.tagName, ...classes.map((name) => `.${name}`), ...said.map((text) => `[${text}]`)].join('');
}

/** Names of few sets that hold together what all of them hold: the one that adds most first, of equals the first. */
export function coverOf(sets: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const missing = new Set([...sets.values()].flatMap((set) => [...set]));
  const chosen: string[] = [];
  while (missing.size > 0) {
    const counted = [...sets].map(([name, set]) => ({ name, adds: [...set].filter((one) => missing.has(one)).length }));
    const best = counted.reduce((most, one) => (one.adds > most.adds ? one : most));
    chosen.push(best.name);
    for (const one of sets.get(best.name)!) missing.delete(one);
  }
  return chosen;
}
