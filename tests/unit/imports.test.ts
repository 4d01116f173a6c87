import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const files = ['src', 'tests/e2e'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')),
);

/** What a file imports, as paths from the root for own files, as written for packages. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(ROOT, file), 'utf8');
  return [
    ...code.matchAll(
      /(?:^|\n)\s*(?:import|export)\b(?! type)[^'"\n;]*?(?:from\s*)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g,
    ),
  ].map((match) => {
    const name = match[1] ?? match[2] ?? '';
    if (name.startsWith('~/')) return `src/${name.slice(2)}`;
    return name.startsWith('.')
      ? relative(ROOT, join(ROOT, dirname(file), name))
          .split(sep)
          .join('/')
      : name;
  });
}

const all = files.map((file) => ({ file, imports: importsOf(file) }));
const breaks = (where: RegExp, what: RegExp, except = /^$/) =>
  all
    .filter(({ file }) => where.test(file) && !except.test(file))
    .flatMap(({ file, imports }) => imports.filter((name) => what.test(name)).map((name) => `${file} imports ${name}`));

describe('who may import whom', () => {
  it('the test reads imports at all', () => {
    expect(importsOf('src/notes.ts')).toContain('astro:content');
    expect(all.length).toBeGreaterThan(100);
  });
  it('notes.ts alone asks astro:content', () => {
    expect(breaks(/^src\//, /^astro:content$/, /^src\/(notes|content\.config)\.ts$/)).toEqual([]);
  });
  it('only pages ask notes.ts; components get plain props', () => {
    expect(
      breaks(/^src\/(components|lib|scripts|search|errors|commands|markdown|rules)\//, /^src\/notes\.ts$/),
    ).toEqual([]);
  });
  it('what writers use never imports the shell', () => {
    expect(breaks(/^src\/components\/writer\//, /^src\/components\/shell\//)).toEqual([]);
  });
  it('lib, the matcher and the ranking are pure: no files, no Astro', () => {
    expect(
      breaks(
        /^src\/(lib\/|errors\/(match|clean|align|tokens|rank|weigh|candidates)\.ts|search\/(rank|find|tokens|stem|synonyms|vocabulary|query)\.ts)/,
        /^(node:|astro)/,
      ),
    ).toEqual([]);
  });
  it('the scripts of the browser open no files', () => {
    expect(
      breaks(/^src\/(scripts\/|search\/(page|dialog|session|engine|highlight)\.ts|search\/view\/)/, /^node:/),
    ).toEqual([]);
  });
  it('end-to-end tests know addresses, not code', () => {
    expect(breaks(/^tests\/e2e\//, /^src\//)).toEqual([]);
  });
  it('there are no cycles', () => {
    const graph = new Map(all.map(({ file, imports }) => [file, imports]));
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' > ')];
      if (done.has(file)) return [];
      const found = (graph.get(file) ?? []).flatMap((next) => (graph.has(next) ? visit(next, [...path, file]) : []));
      done.add(file);
      return found;
    };
    expect(files.flatMap((file) => visit(file, []))).toEqual([]);
  });
});
