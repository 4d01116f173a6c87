import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BM25 } from '../../../src/search/engine/pagefind-wasm/bm25.ts';
import { pageNumber } from '../../../src/search/engine/pagefind-wasm/page-id.ts';
import { openIndex } from '../../../src/search/engine/pagefind-wasm/pagefind.ts';
import { indexFacts, type SiteFile } from '../../../src/search/format/site-data.ts';
import { writeBundle, writePagefind } from '../../../src/search/index/bundle.ts';
import { END } from '../../../src/search/query/field-slots.ts';
import type { SearchRecord } from '../../../src/search/query/record.ts';
import { memoryIndex } from '../../judge/in-memory-index.ts';
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
    asks: number % 3 === 0 ? ['how to wipe it', 'get rid of all'] : [],
    lines: [
      {
        kind: 'text',
        text: `${'volume '.repeat(number % 5)} prune --all word${number} ${'filler '.repeat(number % 40)}`,
      },
    ],
  }),
);
/** The bundle's index, read from the disk. */
const openBundle = (from: string, fails: (name: string) => boolean = () => false) => {
  const file = JSON.parse(readFileSync(join(from, 'site.json'), 'utf8')) as SiteFile;
  return openIndex(async (name) => {
    if (fails(name)) throw new Error('broken');
    return new Uint8Array(gunzipSync(readFileSync(join(from, name))));
  }, indexFacts(file));
};

beforeAll(async () => {
  await writeBundle(records, [], folder);
});
afterAll(() => {
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

describe('Pagefind’s bundle', () => {
  it('finds what our index in memory finds, in the same places and with the same weight', async () => {
    const look = await openBundle(folder);
    const memory = memoryIndex(records);
    for (const key of ['volum', 'prune', '0all', 'word7', 'filler', 'nowhere']) {
      const results = await look(key + END);
      const rarity = Math.log(1 + (records.length - results.length + 0.5) / (results.length + 0.5));
      const byNumber = new Map(results.map((result) => [pageNumber(result.id), result]));
      const expected = memory(key);
      expect(results.length).toBe(expected.length);
      for (const { record, places, weight } of expected) {
        expect(byNumber.get(record)?.places).toEqual(places);
        expect(byNumber.get(record)!.score / rarity).toBeCloseTo(weight, 0);
      }
    }
  });
  it('answers as Pagefind’s own script does', async () => {
    const raw = mkdtempSync(join(tmpdir(), 'bundle-raw-'));
    await writePagefind(records, raw);
    const site = await serveFolder(raw);
    const { createInstance } = (await import(/* @vite-ignore */ pathToFileURL(join(raw, 'pagefind.js')).href)) as {
      createInstance(options: object): {
        search(
          term: string,
        ): Promise<{ results: { score: number; words: number[]; data(): Promise<{ url: string }> }[] }>;
      };
    };
    const pagefind = createInstance({ basePath: `${site.url}/`, noWorker: true, ranking: BM25 });
    const look = await openBundle(folder);
    for (const key of ['volum', 'prune', 'word7', 'filler']) {
      // The fragment's address is the record's number; ours has it as the page's id.
      const theirs = await Promise.all(
        (await pagefind.search(key + END)).results.map(async ({ score, words, data }) => ({
          number: Number((await data()).url.slice(1)),
          score,
          words,
        })),
      );
      const ours = new Map((await look(key + END)).map((hit) => [pageNumber(hit.id), hit]));
      expect(ours.size).toBe(theirs.length);
      for (const { number, score, words } of theirs) {
        expect(ours.get(number)?.places).toEqual(words);
        // Lengths of records are rounded in our metadata.
        expect(ours.get(number)!.score / score).toBeGreaterThan(0.85);
        expect(ours.get(number)!.score / score).toBeLessThan(1.15);
      }
    }
    await site.close();
    rmSync(raw, { recursive: true });
  });
  it('a piece that cannot be had is an error, and is asked for again', async () => {
    let broken = true;
    const look = await openBundle(folder, (name) => broken && name.endsWith('.pf_index'));
    await expect(look(`volum${END}`)).rejects.toThrow('broken');
    broken = false;
    expect((await look(`volum${END}`)).length).toBeGreaterThan(100);
  });
  it('holds only what a search loads', () => {
    const names = readdirSync(folder).sort();
    expect(names.filter((name) => !/^(fragment|index|site\.json|pagefind-[\d.]+\.wasm_gz)$/.test(name))).toEqual([]);
    const [build] = readdirSync(join(folder, 'fragment'));
    expect(readdirSync(join(folder, 'fragment', build!))).toHaveLength(records.length);
  });
});
