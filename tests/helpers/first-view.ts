/** What the first view of each page loads before a reader turns to search: bytes after brotli, and requests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { baseOf } from '../../src/built-site/base-of.ts';
import { attribute, DIST, type Page, pathIn, readPages } from '../site/dist.ts';

export interface FirstView {
  readonly page: Page;
  /** concept, task, reference, fix; another word for what is no note. */
  readonly kind: string;
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly other: number;
  readonly total: number;
  readonly requests: number;
}

const NOTES = ['concept', 'task', 'reference', 'fix'];
const sizes = new Map<string, number>();

/** Bytes of a file of the site after brotli. */
function packed(file: string): number {
  const size = sizes.get(file) ?? brotliCompressSync(readFileSync(join(DIST, file))).length;
  sizes.set(file, size);
  return size;
}

/** The path of a file of the site, by the address that a page gives. */
const fileAt = (address = ''): string => pathIn(baseOf(DIST), address) ?? '';

/** All pages of the site, the lightest first. */
export const firstViews = (): FirstView[] =>
  readPages()
    .filter(({ forwards }) => !forwards)
    .map(firstView)
    .sort((a, b) => a.total - b.total);

/** Whether it is a note; the files that put the site up name what it is made of, and are none. */
export const isNote = ({ kind, page }: FirstView): boolean =>
  NOTES.includes(kind) && page.url.split('/').length === 4 && !page.url.startsWith('/about/');

/** The mean, the middle and the most of some numbers. */
export function spread(numbers: readonly number[]): { mean: number; median: number; most: number } {
  const sorted = [...numbers].sort((a, b) => a - b);
  return {
    mean: Math.round(sorted.reduce((sum, one) => sum + one, 0) / Math.max(1, sorted.length)),
    median: sorted[sorted.length >> 1] ?? 0,
    most: sorted.at(-1) ?? 0,
  };
}

function firstView(page: Page): FirstView {
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
  const [html, css, js, other] = [packed(page.file), sum(assets.css), sum(assets.js), sum(assets.other)];
  const main = page.elements.find(({ tagName }) => tagName === 'main');
  return {
    page,
    kind: (main && attribute(main, 'data-kind')) ?? 'page',
    html,
    css,
    js,
    other,
    total: html + css + js + other,
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
