/** The built site as tests read it: every page parsed once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export const DIST = join(import.meta.dirname, '../../dist');
export type Element = DefaultTreeAdapterTypes.Element;

export interface Page {
  readonly file: string;
  readonly url: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly forwards: boolean;
}

export function filesOf(folder = DIST): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function readPages(): Page[] {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('There is no dist/: run npm run build first');
  return filesOf()
    .filter((file) => file.endsWith('.html') && !file.startsWith('examples/'))
    .map((file) => {
      const html = readFileSync(join(DIST, file), 'utf8');
      return {
        file,
        url: `/${file.replace(/index\.html$/, '')}`,
        html,
        elements: elementsOf(parse(html)),
        forwards: html.includes('http-equiv="refresh"'),
      };
    });
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((entry) => entry.name === name)?.value;
}

export function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function elementsOf(node: DefaultTreeAdapterTypes.Node): Element[] {
  const own = defaultTreeAdapter.isElementNode(node) ? [node] : [];
  const inner = 'content' in node ? elementsOf((node as DefaultTreeAdapterTypes.Template).content) : [];
  return [...own, ...inner, ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : [])];
}
