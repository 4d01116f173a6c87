/** Search quality and cost on the project's own graded queries, beside plain Pagefind on the same pages. Needs a built dist/. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { createIndex } from 'pagefind';
import { findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { gradedQueries, judge, type Search, tableOf } from '../tests/judge/judge.ts';
import { siteSearch } from '../tests/judge/site-search.ts';

const dist = join(import.meta.dirname, '../dist');
const queries = gradedQueries();

const folder = mkdtempSync(join(tmpdir(), 'search-bench-'));
cpSync(dist, folder, { recursive: true });
const { index } = await createIndex({});
await index?.addDirectory({ path: dist });
await index?.writeFiles({ outputPath: join(folder, 'plain') });

const plainSearch =
  (page: Page): Search =>
  (text) =>
    page.evaluate(async (words) => {
      const address = '/plain/pagefind.js';
      const pagefind = (await import(address)) as {
        search: (text: string) => Promise<{ results: { data: () => Promise<{ sub_results: { url: string }[] }> }[] }>;
      };
      const { results } = await pagefind.search(words);
      const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return pages.flatMap((page) => page.sub_results.map(({ url }) => url));
    }, text);

/** Body bytes that a first search loads after the page: from the search page, or through the dialog of a note with its code. */
async function firstSearch(browser: Browser, text: string, where: 'page' | 'dialog'): Promise<number> {
  const page = await browser.newPage();
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.dataReceived', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(site.url + (where === 'page' ? '/search/' : '/docker/clean-up/'), { waitUntil: 'networkidle' });
  bytes = 0;
  if (where === 'page') await siteSearch(page)(text);
  else {
    await page.keyboard.press('/');
    await page.locator('dialog textarea').fill(text);
    await page.locator('dialog [role=option]').first().waitFor();
  }
  await page.waitForLoadState('networkidle');
  await page.close();
  return bytes;
}

/** Milliseconds from a change of the field to settled results, in the page, for queries that come one after the other. */
async function latencies(page: Page): Promise<{ median: number; p90: number }> {
  await page.goto(`${site.url}/search/`);
  await siteSearch(page)('docker volume');
  const times = await page.evaluate(
    async (texts) => {
      const input = document.querySelector<HTMLTextAreaElement>('[data-search-input]')!;
      const box = document.querySelector<HTMLElement>('[data-search-state]')!;
      const spent: number[] = [];
      for (const text of texts) {
        const started = performance.now();
        const settled = new Promise<void>((done) => {
          const observer = new MutationObserver(() => {
            if (!['ready', 'empty'].includes(box.dataset['searchState'] ?? '') || box.dataset['searchQuery'] !== text)
              return;
            observer.disconnect();
            done();
          });
          observer.observe(box, { attributes: true });
        });
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await settled;
        spent.push(performance.now() - started);
      }
      return spent.sort((a, b) => a - b);
    },
    [...new Set(queries.filter((_, number) => number % 5 === 0).map(({ q }) => q.trim()))],
  );
  return {
    median: Math.round(times[times.length >> 1] ?? 0),
    p90: Math.round(times[Math.floor(times.length * 0.9)] ?? 0),
  };
}

const site = await serve(folder, 0);
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox'],
});
for (const [name, search] of [
  ['this site', siteSearch],
  ['plain Pagefind', plainSearch],
] as const) {
  const page = await browser.newPage();
  await page.goto(`${site.url}/search/`);
  const verdict = await judge(queries, search(page), dist);
  console.log(`\n${name}`);
  console.table(tableOf(verdict));
  if (search === siteSearch) console.log(verdict.misses.join('\n'));
  await page.close();
}
const firsts = queries.filter((_, number) => number % 40 === 0).map(({ q }) => q);
for (const where of ['page', 'dialog'] as const) {
  const bytes: number[] = [];
  for (const text of firsts) bytes.push(await firstSearch(browser, text, where));
  bytes.sort((a, b) => a - b);
  console.log(
    `first search, ${where}: median ${bytes[bytes.length >> 1]} bytes, most ${bytes.at(-1)} (${bytes.length} queries)`,
  );
}
console.log('keystroke to settled results, ms:', await latencies(await browser.newPage()));
await browser.close();
await site.close();
rmSync(folder, { recursive: true });
