/** With the service worker let in, on a server of its own that a test can take away. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { below } from './site.ts';
import { expect, type Page, test } from './test.ts';

test.use({ serviceWorkers: 'allow' });

const DIST = join(import.meta.dirname, '../../dist');
let site: Awaited<ReturnType<typeof serve>>;
test.beforeEach(async () => {
  site = await serve(DIST, 0);
});
test.afterEach(() => site.close().catch(() => undefined));

/** An address of the site on the test's own server, whose address has the base path. */
const at = (path: string): string => site.url + path;

/** Opens a page and waits until the worker has remembered it. */
async function read(page: Page, path: string): Promise<void> {
  await page.goto(at(path));
  await expect
    .poll(() =>
      page.evaluate(
        async (url) => (await caches.match(url)) !== undefined && navigator.serviceWorker.controller !== null,
        at(path).split('#')[0]!,
      ),
    )
    .toBe(true);
}

test('a page that was read opens without a network, styled, at its section', async ({ page }) => {
  await read(page, '/docker/clean-up/');
  await read(page, '/docker/publish-ports/');
  await site.close();
  await page.goto(at('/docker/clean-up/#all'));
  await expect(page.locator('#all')).toBeInViewport();
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('');
  expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
  await page.locator('figure.cmd button, .cmd-line button').first().click();
  await expect(page.locator('[data-announce]')).not.toBeEmpty();
});

test('a page that is not on the device says so, and keeps its address', async ({ page }) => {
  await read(page, '/docker/clean-up/');
  await site.close();
  await page.goto(at('/k8s/pods/'));
  await expect(page.getByText('not on this device')).toBeVisible();
  expect(page.url()).toBe(at('/k8s/pods/'));
});

test('a search asks for its pieces without the worker in between, which would double its time', async ({ page }) => {
  await read(page, '/search/');
  const pieces: boolean[] = [];
  page.on('response', (response) => {
    if (/\/pagefind\/[0-9a-f]{10}\//.test(response.url())) pieces.push(response.fromServiceWorker());
  });
  await page.locator('[data-search-input]').first().fill('remove unused volumes');
  await expect(page.locator('a[data-search-result]').first()).toBeVisible();
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.filter(Boolean)).toEqual([]);
});

test('all notes are kept, searched, matched and read with the network cut, and taken away again', async ({ page }) => {
  await read(page, '/offline/');
  const status = page.locator('[data-offline-status]');
  await expect(status).toContainText('MB to fetch');
  await page.getByRole('button', { name: 'Keep these notes offline' }).click();
  // Five thousand files go to the disk: how long that takes is the machine's affair.
  await expect(status).toContainText('All notes are kept', { timeout: 120_000 });
  await expect(page.getByRole('button', { name: 'Keep these notes offline' })).toBeHidden();
  await site.close();

  await page.goto(at('/k8s/pods/#keep-running'));
  await expect(page.locator('#keep-running')).toBeInViewport();
  await page.goto(at('/search/#q=remove+unused+volumes'));
  await expect(page.locator('a[data-search-result]').first()).toBeVisible();
  await page
    .locator('[data-search-input]')
    .fill('web-1 | Bind for 0.0.0.0:8080 failed: port is already allocated\nbye');
  const match = page.locator('a[data-search-result][data-match="error"]').first();
  await expect(match).toHaveAttribute('href', below('/troubleshooting/port-is-already-allocated/'));
  await match.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Port is already allocated/);

  await page.goto(at('/offline/'));
  await expect(status).toContainText('All notes are kept');
  await page.getByRole('button', { name: 'Remove them' }).click();
  await expect(status).toContainText('no connection');
  expect(await page.evaluate(() => caches.has('kept'))).toBe(false);
});

test('a file that does not arrive whole is refused, and nothing is lost', async ({ page, context }) => {
  await read(page, '/offline/');
  await context.route('**/offline/about.json', (route) =>
    route.fulfill({ json: { bytes: 10, sha256: 'ab'.repeat(32), files: 1 } }),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Keep these notes offline' }).click();
  await expect(page.locator('[data-offline-status]')).toContainText('did not arrive whole');
  await expect(page.getByRole('button', { name: 'Keep these notes offline' })).toBeEnabled();
  expect(await page.evaluate(() => caches.has('kept'))).toBe(false);
});

test('the second view of a page asks the host for one file', async ({ page, context }) => {
  await read(page, '/docker/clean-up/');
  const asked: string[] = [];
  context.on('request', (request) => {
    if (request.serviceWorker()) asked.push(new URL(request.url()).pathname);
  });
  await page.goto('about:blank');
  await page.goto(at('/docker/clean-up/'));
  await expect.poll(() => asked).toEqual([below('/docker/clean-up/')]);
});

test('a page that changed since it was read says so', async ({ page, context }) => {
  await read(page, '/docker/clean-up/');
  await page.evaluate(async (url) => {
    const cache = await caches.open('read');
    const html = (await (await cache.match(url))!.text()).replace('</h1>', ' (old)</h1>');
    await cache.put(url, new Response(html, { headers: { 'content-type': 'text/html', 'content-length': '1' } }));
  }, at('/docker/clean-up/'));
  await page.goto(at('/docker/clean-up/'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('(old)');
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('(old)');
  expect(context.pages()).toHaveLength(1);
});

test('the zip is what its checksum says', async ({ request }) => {
  const zip = readFileSync(join(DIST, 'offline/container-field-notes.zip'));
  const sum = await (await request.get(below('/offline/container-field-notes.zip.sha256'))).text();
  expect(sum).toBe(`${createHash('sha256').update(zip).digest('hex')}  container-field-notes.zip\n`);
});
