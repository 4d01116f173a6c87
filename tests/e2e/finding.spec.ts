import { below } from './site.ts';
import { expect, type Locator, type Page, test } from './test.ts';

const found = (page: Page) => page.locator('a[data-search-result]');
const state = (page: Page) => page.locator('[data-search-state]');

/** Types a text into the search page and waits until the results are for it. */
async function ask(page: Page, text: string): Promise<void> {
  await page.locator('[data-search-input]').fill(text);
  await expect(state(page)).toHaveAttribute('data-search-query', text.slice(0, 200));
  await expect(state(page)).toHaveAttribute('data-search-state', /ready|empty/);
}

test('nothing of search is fetched before a reader turns to it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/docker/clean-up/');
  // Buttons to copy are shown by the page's script: everything that it fetches by itself is asked for by then.
  await expect(page.locator('.copy').first()).toBeVisible();
  expect(asked.filter((path) => /pagefind|signatures|dialog|said/.test(path))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(7);
});

test('from a search to a fix', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('textbox', { name: 'Paste an error, ask a question, find a command' })
    .fill('port is already allocated');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page).toHaveURL(/\/#q=port\+is\+already\+allocated$/);
  await expect(found(page).first()).toHaveAttribute('href', /\/troubleshooting\/port-is-already-allocated\//);
  await found(page).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Port is already allocated');
});

/** The pages whose field answers below itself, and what they show only while nothing is asked. */
const IN_PLACE: Readonly<Record<string, string>> = {
  '/': 'Topics',
  '/troubleshooting/': 'Fixes by area',
  '/docker/never-there/': 'Start from a topic',
};
const LOG = `starting\nBind for 0.0.0.0:8080 failed: port is already allocated\n${'retrying\n'.repeat(300)}`;

for (const [path, heading] of Object.entries(IN_PLACE))
  test(`a log is answered in place on ${path}, again after a reload and on the way back`, async ({ page }) => {
    await page.goto(path);
    const rest = page.getByRole('main').getByRole('heading', { name: heading, exact: true });
    await expect(rest).toBeVisible();
    const field = page.locator('[data-search-input]');
    await field.fill(LOG);
    await field.press('Enter');
    const fix = page.locator('a[data-search-result][data-match="error"]').first();
    await expect(fix).toHaveAttribute('href', /\/port-is-already-allocated\//);
    expect(new URL(page.url()).pathname).toBe(below(path));
    await expect(rest).toBeHidden();
    await page.reload();
    await expect(fix).toBeVisible();
    await expect(field).toHaveValue(LOG);
    // A second Enter opens the fix.
    await field.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Port is already allocated');
    await page.goBack();
    await expect(fix).toBeVisible();
    // An empty field brings back what the page shows at rest.
    await field.fill('');
    await expect(rest).toBeVisible();
    await expect(fix).toBeHidden();
  });

test('a paste into the home field is answered without Enter', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.evaluate((text) => navigator.clipboard.writeText(text), LOG);
  await page.locator('[data-search-input]').press('Control+v');
  await expect(page.locator('a[data-match="error"]').first()).toHaveAttribute('href', /\/port-is-already-allocated\//);
});

test('if the code of the search cannot be had, the search page takes over', async ({ page }) => {
  await page.goto('/');
  await page.route(/\/_astro\/page\.[^/]+\.js$/, (route) => route.abort());
  await page.locator('[data-search-input]').fill('port is already allocated');
  await page.locator('[data-search-input]').press('Enter');
  await expect(page).toHaveURL(/\/search\/#q=port/);
});

test('a pasted log shows the matching line and its fix', async ({ page }) => {
  await page.goto('/search/');
  await ask(
    page,
    '2026-11-21T09:12:03Z [INFO] starting\nWarning  BackOff  12s (x5 over 1m)  kubelet  Back-off restarting failed container web in pod web-7d4b9c6f5-x2x8p\nbye',
  );
  const match = page.locator('a[data-search-result][data-match="error"]').first();
  await expect(match).toHaveAttribute('href', /crashloopbackoff/);
  await expect(page.locator('.ln.matched')).toContainText('Back-off restarting failed container');
});

test('a pasted log is answered by the first command with its values, above the log; Enter opens the fix', async ({
  page,
}) => {
  await page.goto('/search/');
  await ask(
    page,
    'time="2026-11-21" level=warning msg="The \\"TAG\\" variable is not set. Defaulting to a blank string."\nError response from daemon: Bind for 0.0.0.0:8443 failed: port is already allocated',
  );
  const match = page.locator('a[data-search-result][data-match="error"]');
  await expect(match.first()).toHaveAttribute('href', /port-is-already-allocated/);
  await expect(page.locator('.hit-cmd').first()).toContainText('docker ps --filter publish=8443');
  const [command, log] = await Promise.all([
    page.locator('.hit-cmd').first().boundingBox(),
    page.locator('pre.paste').boundingBox(),
  ]);
  expect(command!.y).toBeLessThan(log!.y);
  await expect(page.locator('pre.paste')).toHaveCount(1);
  await expect(page.locator('.hit', { hasText: 'a warning, it stops nothing' })).toHaveCount(1);
  await page.locator('[data-search-input]').press('Enter');
  await expect(page).toHaveURL(/\/troubleshooting\/port-is-already-allocated\//);
  // What the log said is in the short answer, the steps and the reader's values, also after a value was touched.
  const short = page.locator('.lede .run .ph');
  const step = page.locator('.steps .ph[data-name="port"]').first();
  await expect(short).toHaveText('8443');
  await expect(page.locator('[data-values-line]').first()).toContainText('8443');
  await short.focus();
  await page.keyboard.press('Tab');
  await expect(step).toHaveText('8443');
  await short.focus();
  await page.keyboard.type('9090');
  await expect(step).toHaveText('9090');
});

test('the address holds the query, and back and forward restore it', async ({ page }) => {
  await page.goto('/search/#q=liveness+probe');
  await expect(found(page).first()).toBeVisible();
  await expect(page.locator('[data-search-input]')).toHaveValue('liveness probe');
  await page.locator('[data-search-input]').fill('docker volume');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/docker(\+|%20)volume/);
  await expect(state(page)).toHaveAttribute('data-search-query', 'docker volume');
  await page.goBack();
  await expect(page.locator('[data-search-input]')).toHaveValue('liveness probe');
  await expect(state(page)).toHaveAttribute('data-search-query', 'liveness probe');
});

test('a query that is typed is one step back, however many letters it has', async ({ page }) => {
  await page.goto('/search/#q=liveness+probe');
  await expect(found(page).first()).toBeVisible();
  await page.locator('[data-search-input]').selectText();
  await page.locator('[data-search-input]').pressSequentially('quorum');
  await expect(state(page)).toHaveAttribute('data-search-query', 'quorum');
  await page.goBack();
  await expect(page.locator('[data-search-input]')).toHaveValue('liveness probe');
});

test('a typing error is corrected, and can be taken back', async ({ page }) => {
  await page.goto('/search/');
  await ask(page, 'kuberntes namespace');
  await expect(page.getByText('Search instead for')).toBeVisible();
  await page.getByRole('link', { name: 'kuberntes namespace' }).click();
  await expect(page.getByText('Search instead for')).toBeHidden();
});

test('hostile and mixed input does no harm', async ({ page }) => {
  page.on('pageerror', (error) => expect(error.message).toBe(''));
  page.on('dialog', () => expect('a dialog').toBe('never shown'));
  await page.goto('/search/');
  for (const text of [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '"',
    '\u202edocker\u202c',
    '🐳 docker',
    '\u0000\u0007kubectl',
    '(((',
    '%E0%A4%A',
    '$(rm -rf /)',
    'a'.repeat(100_000),
    `${'lorem ipsum 12:00 ERROR '.repeat(4000)}`,
  ]) {
    await page.locator('[data-search-input]').fill(text);
    await expect(state(page)).toHaveAttribute('data-search-state', /ready|empty|idle/, { timeout: 20_000 });
    expect(await page.locator('main img, main script').count()).toBe(0);
  }
});

/** The list of the dialog answers this text, and not the letters before it. */
const answered = (dialog: Locator, text: string) =>
  expect(dialog.getByRole('listbox')).toHaveAttribute('data-search-query', text);

test('the dialog opens with a key, is used with the keyboard, and gives the focus back', async ({ page }) => {
  await page.goto('/docker/clean-up/');
  const opener = page.getByRole('link', { name: /Paste an error or search a command/ });
  await opener.focus();
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog).toBeVisible();
  await page.keyboard.type('crash loop');
  await answered(dialog, 'crash loop');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/clean-up/);
});

test('what the arrows have chosen stays chosen when the rest of the answer comes behind them', async ({ page }) => {
  await page.goto('/docker/clean-up/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await page.keyboard.type('crash loop');
  await answered(dialog, 'crash loop');
  // In one go, so that the answer to the longer text can only come behind the arrow.
  await dialog.locator('textarea').evaluate((input: HTMLTextAreaElement) => {
    input.value = 'crash loop ';
    input.dispatchEvent(new InputEvent('input'));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', cancelable: true }));
  });
  const chosen = await dialog.locator('[aria-selected=true]').getAttribute('href');
  await answered(dialog, 'crash loop ');
  await expect(dialog.locator('[aria-selected=true]')).toHaveAttribute('href', chosen!);
  await expect(dialog.getByRole('option').first()).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.type('b');
  await answered(dialog, 'crash loop b');
  await expect(dialog.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
});

test('filters narrow the results and stay in the address', async ({ page }) => {
  await page.goto('/search/#q=secret');
  await expect(found(page).first()).toBeVisible();
  const filters = page.getByRole('navigation', { name: 'Narrow the results' });
  await filters.getByRole('link', { name: /Swarm/ }).click();
  await expect(page).toHaveURL(/topic=swarm/);
  // The first may have been of Swarm before: the list is narrowed once no other topic is left.
  const elsewhere = () =>
    found(page).evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')).filter((href) => !href?.includes('/swarm/')),
    );
  await expect.poll(elsewhere).toEqual([]);
  expect(await found(page).count()).toBeGreaterThan(0);
});

test('a search that cannot load says so, and goes on when it can', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/search/');
  await page.locator('[data-search-input]').fill('docker volume');
  await expect(state(page)).toHaveAttribute('data-search-state', 'error');
  await page.unroute('**/pagefind/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(state(page)).toHaveAttribute('data-search-state', 'ready');
});

test('the words that were found are marked on the page, and the address stays clean', async ({ page }) => {
  await page.goto('/search/#q=dangling+images');
  await found(page).first().click();
  await expect(page.locator('main mark').first()).toBeVisible();
  expect(page.url()).not.toContain('?');
});
