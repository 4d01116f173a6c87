/** The import lines of the project's own code, as tests and the picture in CONTRIBUTING.md read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** A file with what it imports: own files as paths from the root, packages as they are written. */
export interface Imports {
  readonly file: string;
  /** `isType` for an import that leaves no trace in what runs; it counts all the same. */
  readonly imports: readonly { readonly name: string; readonly isType: boolean }[];
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b(\s+type\b)?[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?(?:from\s*)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g;

/** What the text of a file imports. */
export function importsIn(file: string, code: string): Imports['imports'] {
  return [...code.matchAll(IMPORT)].map(([, type, statically, dynamically]) => {
    const name = statically ?? dynamically ?? '';
    const isType = type !== undefined;
    if (name.startsWith('~/')) return { name: `src/${name.slice(2)}`, isType };
    if (!name.startsWith('.')) return { name, isType };
    return {
      name: join(dirname(file), name)
        .split(sep)
        .join('/')
        .replace(/\?url$/, ''),
      isType,
    };
  });
}

/** All files of some folders. */
export function readImports(folders: readonly string[]): Imports[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|astro|mjs)$/.test(entry.name))
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')),
    )
    .sort()
    .map((file) => ({ file, imports: importsIn(file, readFileSync(join(ROOT, file), 'utf8')) }));
}

/** The room of a file of src/: its folder, of search/ and components/ the one below; files in src/ itself are rooms of their own. */
export function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/');
  if (!file.startsWith('src/')) return '';
  return ['search', 'components'].includes(first) && !second.includes('.') ? `${first}/${second}` : first;
}

/** Which room imports from which, type imports included. */
export function roomGraph(all: readonly Imports[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { file, imports } of all) {
    const from = roomOf(file);
    for (const { name } of imports) {
      const to = roomOf(name);
      if (from && to && from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
    }
  }
  return graph;
}

/** Circles of a graph, each as a path that ends where it begins. */
export function circlesOf(graph: ReadonlyMap<string, Iterable<string>>): string[] {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] => {
    if (path.includes(node)) return [[...path.slice(path.indexOf(node)), node].join(' > ')];
    if (done.has(node)) return [];
    const found = [...(graph.get(node) ?? [])].flatMap((next) => visit(next, [...path, node]));
    done.add(node);
    return found;
  };
  return [...graph.keys()].flatMap((node) => visit(node, []));
}
