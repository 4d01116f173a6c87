/** Search quality on strangers' questions and on exact tokens, beside plain Pagefind and plain BM25F, and what a search costs. Needs a built dist/. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { createIndex } from 'pagefind';
import { findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { headersFor } from '../src/lib/headers.ts';
import { readRecords } from '../src/search/index/build.ts';
import { endPagefind, writePagefind } from '../src/search/index/pagefind.ts';
import { judgedQuestions, type Question, type Score, scoreOf } from '../src/search/learn/judge.ts';
import { memorySearch } from '../src/search/learn/weigh.ts';
import { FEATURES, type Feature, featuresOf } from '../src/search/query/features.ts';
import { contentOf } from '../src/search/query/field-slots.ts';
import { parseQuery } from '../src/search/query/find.ts';
import { rank, WEIGHTS } from '../src/search/query/rank.ts';
import weights from '../src/search/query/weights.json' with { type: 'json' };
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

/**
 * Body bytes that a first search loads after the page, and those of a second one by other words after it: from the search page,
 * or through the dialog of a note with its code.
 */
async function loaded(
  browser: Browser,
  texts: readonly [string, string],
  where: 'page' | 'dialog',
): Promise<{ first: number; later: number }> {
  // The service worker would load in the place of the page, unseen by its session.
  const page = await browser.newPage({ serviceWorkers: 'block' });
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  let last = 0;
  client.on('Network.dataReceived', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    last = Date.now();
  });
  /** A search draws its first answer before the last file came: half a second without a byte ends it. */
  const quiet = async () => {
    last = Date.now();
    while (Date.now() - last < 500) await setTimeout(50);
  };
  await page.goto(site.url + (where === 'page' ? '/search/' : '/docker/clean-up/'), { waitUntil: 'networkidle' });
  if (where === 'dialog') await page.keyboard.press('/');
  const spent: number[] = [];
  for (const text of texts) {
    bytes = 0;
    if (where === 'page') await siteSearch(page)(text);
    else {
      await page.locator('dialog textarea').fill(text);
      await page.locator('dialog [role=option][data-search-result], dialog .said').first().waitFor();
    }
    await quiet();
    spent.push(bytes);
  }
  await page.close();
  return { first: spent[0]!, later: spent[1]! };
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

/** Scores of a search on questions. */
async function scored(questions: readonly Question[], search: Search): Promise<Score> {
  const shown = new Map<Question, readonly string[]>();
  for (const question of questions) shown.set(question, await search(question.q));
  return scoreOf(questions, (question) => shown.get(question)!);
}

/** Our index with BM25F alone: nothing else that is known of a section. */
async function plainBm25(): Promise<Search> {
  const records = readRecords(dist);
  const { data, lookup } = memorySearch(records);
  const features = Object.fromEntries(FEATURES.map((name) => [name, Number(name === 'words')])) as Record<
    Feature,
    number
  >;
  return async (text) => {
    const { terms, hits } = await parseQuery(text, data, lookup);
    const candidates = featuresOf(text, terms, (key) => hits.get(key) ?? [], data.facts, WEIGHTS.fields);
    return rank(candidates, { fields: WEIGHTS.fields, features }).map(({ record }) => records[record]!.url);
  };
}

/** What Pagefind's own script would load before a first word of our records is found, in bytes. */
async function frontDoor(): Promise<Record<string, number>> {
  const own = mkdtempSync(join(tmpdir(), 'pagefind-'));
  await writePagefind(readRecords(dist).map(contentOf), own);
  await endPagefind();
  const bytes = (name: RegExp) => readFileSync(join(own, readdirSync(own).find((path) => name.test(path)) ?? ''));
  const weights = {
    'pagefind.js (brotli)': brotliCompressSync(bytes(/^pagefind\.js$/)).length,
    WebAssembly: bytes(/^wasm\.unknown/).length,
    metadata: bytes(/\.pf_meta$/).length,
    entry: bytes(/^pagefind-entry\.json$/).length,
  };
  rmSync(own, { recursive: true });
  return weights;
}

/** Without the policy, which allows no WebAssembly: plain Pagefind could not be asked. */
const withoutPolicy = (path: string): Record<string, string> =>
  Object.fromEntries(Object.entries(headersFor(path)).filter(([name]) => !/^content-security-policy$/i.test(name)));
const site = await serve(folder, 0, { sent: withoutPolicy });
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox'],
});
const development = judgedQuestions({ sets: ['questions'] });
const asJudged = judgedQuestions({ sets: ['questions'], since: false });
const titles = judgedQuestions({ sets: ['titles'] });
const heldBack = judgedQuestions({ sets: ['held-back'] });
const exact = queries.filter(({ style }) => style === 'exact');
const rows: Record<string, Score> = {
  'by folds, as the weights were found': weights.score.questions,
  'titles, by folds': weights.score.titles,
};
const page = await browser.newPage({ bypassCSP: true });
for (const [name, search] of [
  ['this site', siteSearch(page)],
  ['plain BM25F', await plainBm25()],
  ['plain Pagefind', plainSearch(page)],
] as const) {
  await page.goto(`${site.url}/search/`);
  rows[name] = await scored(development, search);
  rows[`${name}, answers as first judged`] = await scored(asJudged, search);
  rows[`${name}, titles`] = await scored(titles, search);
  rows[`${name}, held back`] = await scored(heldBack, search);
  console.log(`\n${name}, exact tokens`);
  console.table(tableOf(await judge(exact, search, dist)));
}
await page.close();
console.log('\nstrangers’ questions (tests/search/)');
console.table(rows);
console.log('\nby folds, without one of the features');
console.table({ all: weights.score.all, ...weights.without });
console.log('\nPagefind’s front door, bytes of a first search before any piece or text');
console.table(await frontDoor());
const some = development.filter((_, number) => number % 5 === 0).map(({ q }) => q);
for (const where of ['page', 'dialog'] as const) {
  const spent = [];
  for (const [number, text] of some.entries())
    spent.push(await loaded(browser, [text, some[(number + 1) % some.length]!], where));
  for (const which of ['first', 'later'] as const) {
    const bytes = spent.map((one) => one[which]).sort((a, b) => a - b);
    console.log(
      `${which} search, ${where}: median ${bytes[bytes.length >> 1]} bytes, most ${bytes.at(-1)} (${bytes.length} questions)`,
    );
  }
}
console.log('keystroke to settled results, ms:', await latencies(await browser.newPage()));
await browser.close();
await site.close();
rmSync(folder, { recursive: true });
