import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circlesOf, importsIn, readImports, roomGraph } from '../../scripts/imports.ts';
import { drawRooms, withPicture } from '../../scripts/rooms.ts';

const all = readImports(['src', 'tests/e2e']);
const breaks = (where: RegExp, what: RegExp, except = /^$/) =>
  all
    .filter(({ file }) => where.test(file) && !except.test(file))
    .flatMap(({ file, imports }) =>
      imports.filter(({ name }) => what.test(name)).map(({ name }) => `${file} imports ${name}`),
    );

describe('reading imports', () => {
  it('sees static, type, multi-line and dynamic ones, and re-exports', () => {
    const code = `import a from './a.ts';
import type { B } from '../b.ts';
import {
  c,
  type D,
} from '~/c.ts';
export { e } from './e.ts';
const f = await import('./f.ts');`;
    expect(importsIn('src/x/y.ts', code)).toEqual([
      { name: 'src/x/a.ts', isType: false },
      { name: 'src/b.ts', isType: true },
      { name: 'src/c.ts', isType: false },
      { name: 'src/x/e.ts', isType: false },
      { name: 'src/x/f.ts', isType: false },
    ]);
  });
  it('finds a circle', () => {
    expect(
      circlesOf(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['a']],
        ]),
      ),
    ).toEqual(['a > b > c > a']);
  });
  it('reads this project', () => expect(all.length).toBeGreaterThan(150));
});

describe('who may import whom', () => {
  it('no circle of rooms, type imports included', () => {
    expect(circlesOf(roomGraph(all))).toEqual([]);
  });
  it('no circle of files, type imports included', () => {
    expect(circlesOf(new Map(all.map(({ file, imports }) => [file, imports.map(({ name }) => name)])))).toEqual([]);
  });
  it('render-note.ts alone asks astro:content, and pages alone ask it', () => {
    expect(breaks(/^src\//, /^astro:content$/, /^src\/(markdown\/render-note|content\.config)\.ts$/)).toEqual([]);
    expect(breaks(/^src\/(?!pages\/)/, /^src\/markdown\/render-note\.ts$/)).toEqual([]);
  });
  it('what writers use never imports the shell', () => {
    expect(breaks(/^src\/components\/writer\//, /^src\/components\/shell\//)).toEqual([]);
  });
  it('what runs in a browser opens no files and knows no Astro', () => {
    expect(
      breaks(
        /^src\/(client|error-matcher|search\/(query|engine|ui)|offline\/(?!build|zip))/,
        /^(node:|astro)|^src\/(content|checks|after-build|markdown)\/|^src\/built-site\/(?!record\.ts)/,
      ),
    ).toEqual([]);
  });
  it('lib is for everybody: pure, and it knows nobody', () => {
    expect(breaks(/^src\/lib\//, /^(node:|astro)|^src\/(?!lib\/)/)).toEqual([]);
  });
  it('the reader of a note and the checks of one are pure; integration.ts and grammar.ts open files', () => {
    expect(
      breaks(/^src\/checks\/(?!integration|cli|commands\/(grammar|tools)\.ts)/, /^(node:|astro(?!\/zod))/),
    ).toEqual([]);
    expect(breaks(/^src\/content\/(read-note|front-matter|to-markdown|asks)\.ts$/, /^(node:|astro)/)).toEqual([]);
  });
  it('end-to-end tests know addresses, not code', () => {
    expect(breaks(/^tests\/e2e\//, /^src\//)).toEqual([]);
  });
});

describe('the picture in CONTRIBUTING.md', () => {
  it('is the one that npm run rooms draws today', () => {
    const text = readFileSync('CONTRIBUTING.md', 'utf8');
    expect(withPicture(text)).toBe(text);
  });
  it('leaves out an arrow that a longer way says already', () => {
    const graph = new Map([
      ['a', new Set(['b', 'c'])],
      ['b', new Set(['c', 'lib'])],
    ]);
    expect(drawRooms(graph)).toBe('```mermaid\nflowchart TD\n  a["a"] --> b["b"]\n  b["b"] --> c["c"]\n```\n');
  });
});
