import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SearchRecord } from '../../../src/built-site/record.ts';
import { type Engine, openEngine } from '../../../src/search/engine/engine.ts';
import { pieceOf } from '../../../src/search/engine/pagefind-index/piece.ts';
import { writeBundle } from '../../../src/search/index/bundle.ts';
import { endPagefind, writePagefind } from '../../../src/search/index/pagefind.ts';
import { memorySearch } from '../../../src/search/learn/weigh.ts';
import { contentOf, END } from '../../../src/search/query/field-slots.ts';
import { find, parseQuery } from '../../../src/search/query/find.ts';
import { serveFolder } from './serve-folder.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'pagefind');
/** So many that Pagefind gets them in several batches. */
const records = Array.from(
  { length: 1200 },
  (_, number): SearchRecord => ({
    url: number % 3 === 0 ? `/p${number}/` : `/p${number - (number % 3)}/#s${number}`,
    title: `Page ${number}`,
    headings: number % 3 === 0 ? [] : ['Remove volumes'],
    crumbs: ['Docker'],
    kind: 'task',
    topic: 'docker',
    tools: ['docker'],
    description: '',
    links: number % 5,
    asks: number % 3 === 0 ? ['how to wipe it', 'get rid of all'] : [],
    lines: [
      {
        kind: 'text',
        text: `${'volume '.repeat(number % 5)} prune --all word${number} ${'filler '.repeat(number % 40)}`,
      },
    ],
  }),
);
let site: Awaited<ReturnType<typeof serveFolder>>;
let engine: Engine;

beforeAll(async () => {
  await writeBundle(records, folder);
  site = await serveFolder(join(folder, '..'));
  engine = await openEngine(`${site.url}/pagefind/`);
});
afterAll(async () => {
  await site.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

describe('the folder of the search', () => {
  it.each(['remove volumes', 'prune --all', 'word7', 'filler volume', 'get rid', 'nowhere'])(
    'finds for %j what the index in memory finds, with the same scores',
    async (text) => {
      const { data, lookup } = memorySearch(records);
      const [ours, expected] = [await engine.find(text), await find(text, data, lookup)];
      expect(ours.ranked.map(({ record }) => record)).toEqual(expected.ranked.map(({ record }) => record));
      for (const [index, { score }] of ours.ranked.entries())
        expect(score).toBeCloseTo(expected.ranked[index]!.score, 1);
    },
  );
  it('holds the places that Pagefind’s own script finds', async () => {
    const raw = mkdtempSync(join(tmpdir(), 'bundle-raw-'));
    await writePagefind(records.map(contentOf), raw);
    await endPagefind();
    const plain = await serveFolder(raw);
    const { createInstance } = (await import(/* @vite-ignore */ pathToFileURL(join(raw, 'pagefind.js')).href)) as {
      createInstance(options: object): {
        search(term: string): Promise<{ results: { words: number[]; data(): Promise<{ url: string }> }[] }>;
      };
    };
    const pagefind = createInstance({ basePath: `${plain.url}/`, noWorker: true });
    const { data, lookup } = memorySearch(records);
    for (const key of ['volum', 'prune', 'word7', 'filler']) {
      const { results } = await pagefind.search(key + END);
      const theirs = new Map(
        await Promise.all(
          results.map(async ({ words, data: read }) => [Number((await read()).url.slice(1)), words] as const),
        ),
      );
      const { hits } = await parseQuery(key, data, lookup, { exactly: true });
      const ours = hits.get(key)!;
      expect(ours).toHaveLength(theirs.size);
      for (const { record, places } of ours) expect(places).toEqual(theirs.get(record));
    }
    await plain.close();
    rmSync(raw, { recursive: true });
  });
  it('a piece that cannot be had is an error, and is asked for again', async () => {
    const own = await openEngine(`${site.url}/pagefind/`);
    const real = globalThis.fetch;
    const broken = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation((url) =>
        String(url).endsWith('.pf_index') ? Promise.reject(new Error('broken')) : real(url),
      );
    await expect(own.find('volume')).rejects.toThrow('broken');
    broken.mockRestore();
    expect((await own.find('volume')).ranked.length).toBeGreaterThan(100);
  });
  it('holds only what a search loads, all but one file in a folder of this build', () => {
    const [build, ...rest] = readdirSync(folder).sort();
    expect(build).toMatch(/^[0-9a-f]{10}$/);
    expect(rest).toEqual(['site.json']);
    expect(readdirSync(join(folder, build!)).sort()).toEqual(['index', 'text']);
    expect(readdirSync(join(folder, build!, 'text'))).toHaveLength(records.length);
  });
  it('the same records give the same bytes', async () => {
    const again = join(mkdtempSync(join(tmpdir(), 'bundle-again-')), 'pagefind');
    await writeBundle(records, again);
    const names = (root: string) => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
    expect(names(again)).toEqual(names(folder));
    for (const name of names(again).filter((path) => /\.\w+$/.test(path)))
      expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, name))), name).toBe(true);
    rmSync(join(again, '..'), { recursive: true });
  });
  it('a word lies in the last piece that begins before it', () => {
    expect(['a', 'b', 'bz', 'm', 'z'].map((word) => pieceOf(word, ['b', 'm']))).toEqual([-1, 0, 0, 1, 1]);
  });
});
