import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BM25 } from '../../../src/search/bm25.ts';
import { writeBundle } from '../../../src/search/bundle.ts';
import { END } from '../../../src/search/layout.ts';
import { memoryIndex } from '../../../src/search/memory.ts';
import { pageNumber } from '../../../src/search/page-id.ts';
import type { SearchRecord } from '../../../src/search/records.ts';
import { serveFolder } from './serve-folder.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'pagefind');
const records = Array.from(
  { length: 300 },
  (_, number): SearchRecord => ({
    url: number % 3 === 0 ? `/p${number}/` : `/p${number - (number % 3)}/#s${number}`,
    title: `Page ${number}`,
    headings: number % 3 === 0 ? [] : ['Remove volumes'],
    crumbs: ['Docker'],
    kind: 'task',
    topic: 'docker',
    tools: ['docker'],
    row: false,
    description: '',
    lines: [{ kind: 'text', text: `${'volume '.repeat(number % 5)} prune --all word${number} ${'filler '.repeat(number % 40)}` }],
  }),
);
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  await writeBundle(records, [], folder);
  site = await serveFolder(join(folder, '..'));
});
afterAll(async () => {
  await site.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

describe('Pagefind’s bundle', () => {
  it('finds what our index in memory finds, in the same places and with the same weight', async () => {
    const { createInstance } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href)) as { createInstance(options: object): { search(term: string): Promise<{ results: { id: string; score: number; words: number[] }[] }> } };
    const pagefind = createInstance({ basePath: `${site.url}/pagefind/`, noWorker: true, ranking: BM25 });
    const memory = memoryIndex(records);
    for (const key of ['volum', 'prune', '0all', 'word7', 'filler']) {
      const { results } = await pagefind.search(key + END);
      const rarity = Math.log(1 + (records.length - results.length + 0.5) / (results.length + 0.5));
      const byNumber = new Map(results.map((result) => [pageNumber(result.id), result]));
      const expected = memory(key);
      expect(results.length).toBe(expected.length);
      for (const { record, places, weight } of expected) {
        expect(byNumber.get(record)?.words).toEqual(places);
        expect(byNumber.get(record)!.score / rarity).toBeCloseTo(weight, 0);
      }
    }
  });
  it('holds only what a search loads', () => {
    const names = readdirSync(folder).sort();
    expect(names.filter((name) => !/^(fragment|index|pagefind\.js|pagefind-entry\.json|site\.json|wasm\.unknown\.pagefind|pagefind\.unknown_\w+\.pf_meta)$/.test(name))).toEqual([]);
    const [build] = readdirSync(join(folder, 'fragment'));
    expect(readdirSync(join(folder, 'fragment', build!))).toHaveLength(records.length);
  });
});
