import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { baseOf } from '../../src/after-build/base-of.ts';
import { attribute, DIST, type Page, pathIn, readPages } from './dist.ts';

/** Bytes after brotli. */
const packed = (file: string) => brotliCompressSync(readFileSync(join(DIST, file))).length;
/** The path of a file of the site, by the address that a page gives. */
const fileAt = (address = '') => pathIn(baseOf(DIST), address) ?? '';
const notes = readPages().filter(
  (page) =>
    page.elements.some(
      (element) =>
        element.tagName === 'main' &&
        ['concept', 'task', 'reference', 'fix'].includes(attribute(element, 'data-kind') ?? ''),
    ) &&
    page.url.split('/').length === 4 &&
    // The files that put the site up name what it is made of.
    !page.url.startsWith('/about/'),
);

/** Everything that a first view loads before a reader turns to search. */
function firstView(page: Page): { html: number; css: number; js: number; other: number; requests: number } {
  const assets = { css: new Set<string>(), js: new Set<string>(), other: new Set<string>() };
  for (const element of page.elements) {
    const rel = attribute(element, 'rel');
    // What is for print waits until a first view is there.
    if (element.tagName === 'link' && rel === 'stylesheet' && attribute(element, 'media') !== 'print')
      assets.css.add(fileAt(attribute(element, 'href')));
    if (element.tagName === 'link' && (rel === 'icon' || rel === 'modulepreload'))
      assets.other.add(fileAt(attribute(element, 'href')));
    if (element.tagName === 'script')
      for (const file of withImports(fileAt(attribute(element, 'src')))) assets.js.add(file);
  }
  const sum = (files: Set<string>) => [...files].reduce((bytes, file) => bytes + packed(file), 0);
  return {
    html: packed(page.file),
    css: sum(assets.css),
    js: sum(assets.js),
    other: sum(assets.other),
    requests: 1 + assets.css.size + assets.js.size + assets.other.size,
  };
}

/** A script and what it imports at once; import() waits for the reader. */
function withImports(file: string): string[] {
  const code = readFileSync(join(DIST, file), 'utf8');
  const imports = [...code.matchAll(/(?:^|[;\s])import\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+)["']/g)].map(
    (match) => new URL(match[1] ?? '', `http://x${file}`).pathname,
  );
  return [file, ...imports.flatMap(withImports)];
}

describe('a note is light (brotli)', () => {
  const views = notes.map((page) => ({ page, ...firstView(page) })).sort((a, b) => a.html - b.html);
  const middle = views[views.length >> 1]!;

  it('one of average length loads at most 20 kB: 5 kB of script, 8 kB of style, 6 requests', () => {
    expect(middle.html + middle.css + middle.js + middle.other).toBeLessThanOrEqual(20_000);
    for (const view of views) {
      expect(view.js, view.page.url).toBeLessThanOrEqual(5_000);
      expect(view.css, view.page.url).toBeLessThanOrEqual(8_000);
      expect(view.requests, view.page.url).toBeLessThanOrEqual(6);
    }
  });

  it('even the longest stays below 30 kB', () => {
    const longest = views.at(-1)!;
    expect(longest.html + longest.css + longest.js + longest.other, longest.page.url).toBeLessThanOrEqual(30_000);
  });

  it('nothing of search is named in a page', () => {
    for (const { page } of views) expect(page.html).not.toMatch(/pagefind|search\/\w+\.json/);
  });
});
