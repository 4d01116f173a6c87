/**
 * `npm run bench weight -- [FOLDER] [/page/ ...]`: what a browser loads of a built site, ours or any other: ten pages cold, then
 * with what the first one left behind; and where it has Pagefind or our index a first and a second search. Bytes of bodies as they
 * travel, text with brotli. Sites must be built for the root of a host.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { filesBelow } from '../src/content/files.ts';

const OURS = [
  '/',
  '/docker/',
  '/docker/clean-up/',
  '/k8s/probes/',
  '/troubleshooting/',
  '/troubleshooting/crashloopbackoff/',
  '/commands/',
  '/changes/',
  '/contents/',
  '/search/',
];
const SEARCHES = ['docker volume', 'restart policy'];
const MOST = 10;

const [given, ...wanted] = process.argv.slice(3).filter((word) => word !== '--');
const folder = resolve(given ?? join(import.meta.dirname, '..', 'dist'));
if (!existsSync(join(folder, 'index.html'))) {
  console.error(`there is no site in ${folder}: it has no index.html`);
  process.exit(1);
}

/** Pages from all over a folder: so many at equal distances in the order of their paths. */
function spread(count: number): string[] {
  const all = filesBelow(folder)
    .filter((file) => file.endsWith('.html') && !/(^|\/)404\.html$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
  return [
    ...new Set([
      '/',
      ...Array.from(
        { length: count - 1 },
        (_, index) => all[Math.floor(((index + 0.5) * all.length) / (count - 1))] ?? '/',
      ),
    ]),
  ];
}

const known = OURS.filter((page) => existsSync(join(folder, page, 'index.html')));
const pages = wanted.length > 0 ? wanted : known.length === OURS.length ? known : spread(MOST);
const site = await serve(folder, 0);
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox'],
});

type Bytes = Record<'html' | 'css' | 'js' | 'fonts' | 'other', number>;
const KINDS: Readonly<Record<string, keyof Bytes>> = {
  Document: 'html',
  Stylesheet: 'css',
  Script: 'js',
  Font: 'fonts',
};

/** Counts what a page loads from now on. */
async function counted(page: Page): Promise<() => Bytes> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const answers = new Map<string, { kind: keyof Bytes; head: number }>();
  let bytes: Bytes = { html: 0, css: 0, js: 0, fonts: 0, other: 0 };
  client.on('Network.responseReceived', ({ requestId, type, response }) =>
    answers.set(requestId, { kind: KINDS[type] ?? 'other', head: response.encodedDataLength }),
  );
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { kind, head } = answers.get(requestId) ?? { kind: 'other', head: 0 };
    bytes[kind] += Math.max(0, encodedDataLength - head);
  });
  return () => {
    const now = bytes;
    bytes = { html: 0, css: 0, js: 0, fonts: 0, other: 0 };
    return now;
  };
}

const total = (bytes: Bytes): number => Object.values(bytes).reduce((sum, one) => sum + one, 0);
// Others' pages are served with our headers, whose policy would stop their scripts; workers would answer in the place of the host.
const context = (of: Browser): Promise<BrowserContext> => of.newContext({ bypassCSP: true, serviceWorkers: 'block' });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
}

const rows = [];
for (const path of pages) {
  const own = await context(browser);
  const page = await own.newPage();
  const read = await counted(page);
  await open(page, path);
  const cold = read();
  await own.close();
  const again = await context(browser);
  const second = await again.newPage();
  const since = await counted(second);
  await open(second, path === pages[0] ? (pages[1] ?? '/') : (pages[0] ?? '/'));
  since();
  await open(second, path);
  rows.push({ page: path, ...cold, total: total(cold), 'as second page': total(since()) });
  await again.close();
}
console.log(folder);
console.table(rows);

/** Types into our own search, or asks Pagefind's script, and waits for the first results. */
type Ask = (page: Page, words: string) => Promise<unknown>;
const ASKS: readonly (readonly [string, string, Ask])[] = [
  [
    'our dialog',
    'pagefind/site.json',
    async (page, words) => {
      if (!(await page.locator('dialog[open]').count())) await page.keyboard.press('/');
      await page.locator('dialog textarea').fill(words);
      await page
        .locator('dialog [role=option]')
        .filter({ hasText: new RegExp(words.split(' ').join('|'), 'i') })
        .first()
        .waitFor();
    },
  ],
  [
    'pagefind.js, texts of five results',
    'pagefind/pagefind.js',
    (page, words) =>
      page.evaluate(async (text) => {
        const address = '/pagefind/pagefind.js';
        const pagefind = (await import(address)) as {
          search: (text: string) => Promise<{ results: { data: () => Promise<unknown> }[] }>;
        };
        const { results } = await pagefind.search(text);
        await Promise.all(results.slice(0, 5).map((result) => result.data()));
      }, words),
  ],
];
const asked = ASKS.find(([, file]) => existsSync(join(folder, file)));
if (asked) {
  const [how, , ask] = asked;
  const own = await context(browser);
  const page = await own.newPage();
  const read = await counted(page);
  await open(page, pages.at(2) ?? '/');
  read();
  const searches = [];
  for (const words of SEARCHES) {
    const started = performance.now();
    await ask(page, words);
    const took = performance.now() - started;
    await page.waitForLoadState('networkidle');
    searches.push({ search: words, how, bytes: total(read()), ms: Math.round(took) });
  }
  console.table(searches);
  await own.close();
}
await browser.close();
await site.close();
