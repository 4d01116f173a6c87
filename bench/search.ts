/** Search quality and cost on the project's own graded queries, beside plain Pagefind on the same pages. Needs a built dist/. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { createIndex } from 'pagefind';
import { findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { type Graded, judge, type Score, type Search, siteSearch } from '../tests/judge/judge.ts';

const root = join(import.meta.dirname, '..');
const { queries } = JSON.parse(readFileSync(join(root, 'tests/fixtures/graded-queries.json'), 'utf8')) as { queries: Graded[] };
const folder = mkdtempSync(join(tmpdir(), 'search-bench-'));
cpSync(join(root, 'dist'), folder, { recursive: true });
const { index } = await createIndex({});
await index?.addDirectory({ path: join(root, 'dist') });
await index?.writeFiles({ outputPath: join(folder, 'plain') });

const plainSearch: Search = (page, text) =>
  page.evaluate(async (words) => {
    const address = '/plain/pagefind.js';
    const pagefind = (await import(address)) as { search: (text: string) => Promise<{ results: { data: () => Promise<{ sub_results: { url: string }[] }> }[] }> };
    const { results } = await pagefind.search(words);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return pages.flatMap((page) => page.sub_results.map(({ url }) => url)).slice(0, 10);
  }, text);

const site = await serve(folder, 0);
const executablePath = findBrowser();
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: ['--no-sandbox'] });

/** Body bytes of a first search on a fresh page, and the median time from keystroke to settled results over all queries. */
async function cost(page: Page): Promise<{ bytes: number; median: number }> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.dataReceived', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(`${site.url}/search/`, { waitUntil: 'networkidle' });
  bytes = 0;
  await siteSearch(page, 'liveness probe');
  await page.waitForLoadState('networkidle');
  const first = bytes;
  const times: number[] = [];
  for (const { q } of queries) {
    const started = performance.now();
    await siteSearch(page, q);
    times.push(performance.now() - started);
  }
  return { bytes: first, median: Math.round(times.sort((a, b) => a - b)[times.length >> 1] ?? 0) };
}

const row = ({ n, first, three, reciprocal }: Score) => ({ n, first: (first / n).toFixed(2), 'in three': (three / n).toFixed(2), MRR: (reciprocal / n).toFixed(2) });
for (const [name, search] of [
  ['this site', siteSearch],
  ['plain Pagefind', plainSearch],
] as const) {
  const page = await browser.newPage();
  await page.goto(`${site.url}/search/`);
  const { styles, all, misses } = await judge(page, queries, search);
  console.log(`\n${name}`);
  console.table({ ...Object.fromEntries([...styles].map(([style, score]) => [style, row(score)])), all: row(all) });
  if (search === siteSearch) console.log(misses.join('\n'));
  await page.close();
}
console.log(await cost(await browser.newPage()));
await browser.close();
await site.close();
rmSync(folder, { recursive: true });
