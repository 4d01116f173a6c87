import { below } from './site.ts';
import { expect, test } from './test.ts';

test.beforeEach(async ({ page }) => {
  // Nothing may come from another host, and nothing may break the policy that the server sends.
  page.on('request', (request) => expect(new URL(request.url()).hostname).toBe('127.0.0.1'));
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  page.on('console', (message) => expect(message.type() === 'error' ? message.text() : '').toBe(''));
  page.on('pageerror', (error) => expect(error.message).toBe(''));
});

test('from the home page to a fix by browsing', async ({ page }) => {
  await page.goto('/');
  await page
    .getByRole('navigation', { name: 'Topics', exact: true })
    .getByRole('link', { name: 'Troubleshooting' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Troubleshooting');
  await page.getByRole('main').getByRole('link', { name: 'Port is already allocated', exact: false }).first().click();
  await expect(page).toHaveURL(/\/troubleshooting\/port-is-already-allocated\/$/);
  await expect(page.getByRole('heading', { name: /^Fix/ })).toBeVisible();
});

test('a deep link leads into the middle of a long page', async ({ page }) => {
  await page.goto('/docker/clean-up/');
  const last = page.locator('article h2[id]').nth(3);
  const id = await last.getAttribute('id');
  await page.goto(`/docker/clean-up/#${id}`);
  await expect(last).toBeInViewport();
  expect((await last.boundingBox())!.y).toBeGreaterThanOrEqual(60);
});

test('an old address leads on and keeps its fragment', async ({ page }) => {
  await page.goto('/docker/cleanup/#check');
  await expect(page).toHaveURL(/\/docker\/clean-up\/#check$/);
});

test('a wrong address says what there is, with a search', async ({ page }) => {
  page.removeAllListeners('console');
  const answer = await page.goto('/docker/no-such-note/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No note at this address');
  await expect(page.getByRole('textbox', { name: 'Search for it' })).toHaveValue('docker no such note');
});

test('the table of contents follows the scroll', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto('/docker/clean-up/');
  const headings = page.locator('article h2[id]:not(#values, #sources)');
  const id = await headings.nth(2).getAttribute('id');
  await headings.nth(2).evaluate((element) => element.scrollIntoView());
  await expect(page.locator('.toc [aria-current="location"]')).toHaveAttribute('href', `#${id}`);
});

test('the theme follows the system until the reader chooses, and the choice stays without a flash', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await paper()).toBe('rgb(15, 22, 24)');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  expect(await paper()).toBe('rgb(251, 252, 250)');
  await page.addInitScript(() => {
    // What the very first frame would show: the script in the head has to have run before the body exists.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      document.documentElement.dataset['first'] = document.documentElement.dataset['theme'] ?? 'none';
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('/docker/');
  expect(await page.evaluate(() => document.documentElement.dataset['first'])).toBe('light');
  expect(await paper()).toBe('rgb(251, 252, 250)');
});

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  const clipboard = (page: import('@playwright/test').Page) => page.evaluate(() => navigator.clipboard.readText());

  test('the command in which a short answer ends, alone', async ({ page }) => {
    await page.goto('/troubleshooting/port-is-already-allocated/');
    await page.locator('.lede .copy').click();
    await expect(page.locator('.lede .copy')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^docker ps --filter publish=\d+$/);
  });

  test('a block copies its commands: no prompt, no output, no last newline', async ({ page }) => {
    await page.goto('/docker/clean-up/');
    const block = page.locator('figure.cmd:not(.list)').first();
    const button = block.getByRole('button', { name: /^Copy/ }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    await expect(block.locator('.copy')).toHaveText('Copied');
    const text = await clipboard(page);
    expect(text).toMatch(/^[a-z#]/);
    expect(text).not.toMatch(/\n$|^\$|copy/);
    await expect(block.locator('.copy')).toHaveText('Copy');
    await expect(page.locator('figure.out button')).toHaveCount(0);
  });

  test('commands of a list are copied one by one, and nothing copies what deletes as a whole', async ({ page }) => {
    await page.goto('/docker/clean-up/');
    const list = page.locator('figure.cmd.list.danger').first();
    const lines = list.locator('.cmd-line');
    expect(await lines.count()).toBeGreaterThan(1);
    await expect(list.locator('.copy')).toHaveCount(await lines.count());
    const second = lines.nth(1);
    await expect(second.locator('.copy')).toBeVisible();
    await second.locator('.copy').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    expect(await clipboard(page)).toBe((await second.locator('code').textContent())?.trim());
  });

  test('the sign beside a heading copies a link to it', async ({ page }) => {
    await page.goto('/docker/clean-up/');
    const heading = page.locator('article h2[id]:not(#values)').first();
    const id = await heading.getAttribute('id');
    await heading.locator('a.anchor').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toHaveCount(1);
    expect(await clipboard(page)).toMatch(new RegExp(`/docker/clean-up/#${id}$`));
    await expect(page).toHaveURL(new RegExp(`#${id}$`));
  });

  const ph = (page: import('@playwright/test').Page, name: string) =>
    page.locator(`figure.cmd .ph[data-name="${name}"]`).first();
  const openValues = (page: import('@playwright/test').Page) => page.locator('.values summary').click();

  test('a value typed once stands in every command, and is copied with it', async ({ page }) => {
    await page.goto('/docker/copy-files/');
    await openValues(page);
    await page.getByLabel('Container', { exact: true }).first().fill('shop-db');
    await expect(ph(page, 'container')).toHaveText('shop-db');
    await page
      .locator('.cmd-line, figure.cmd:not(.list)', { has: page.locator('.ph[data-name="container"]') })
      .first()
      .locator('.copy')
      .click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    expect(await clipboard(page)).toContain('shop-db');
    await page.goto('/docker/get-a-shell/');
    await expect(ph(page, 'container')).toHaveText('shop-db');
    await openValues(page);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect(ph(page, 'container')).toHaveText('web');
  });

  test('in a command: focus selects, Escape restores, Enter goes on, and what needs quotes gets them', async ({
    page,
  }) => {
    await page.goto('/docker/copy-files/');
    await ph(page, 'container').click();
    await page.keyboard.type('shop-db');
    await expect(ph(page, 'container')).toHaveText('shop-db');
    await page.keyboard.press('Enter');
    const next = page.locator('.ph:focus');
    await expect(next).not.toHaveAttribute('data-name', 'container');
    const name = (await next.getAttribute('data-name'))!;
    const example = (await next.textContent())!;
    await page.keyboard.type('my file');
    await page.keyboard.press('Escape');
    await expect(next).toHaveText(example);
    await expect(next).toBeFocused();
    await page.keyboard.type('my file');
    await page.keyboard.press('Tab');
    await expect(ph(page, name)).toContainText("'my file'");
    await page.reload();
    await expect(ph(page, 'container')).toHaveText('shop-db');
    await expect(ph(page, name)).toContainText("'my file'");
  });

  test('two tabs keep each other\u2019s values', async ({ page, context }) => {
    await page.goto('/docker/copy-files/');
    const other = await context.newPage();
    await other.goto('/troubleshooting/port-is-already-allocated/');
    await openValues(other);
    await other.getByLabel('Port', { exact: true }).first().fill('9090');
    await ph(page, 'container').click();
    await page.keyboard.type('shop-db');
    await expect(ph(other, 'container')).toHaveText('shop-db');
    const kept = await other.evaluate(() => JSON.parse(localStorage.getItem('values') ?? '{}'));
    expect(kept).toEqual({ port: '9090', container: 'shop-db' });
  });

  test('hostile values stay text', async ({ page }) => {
    await page.goto('/docker/copy-files/');
    await openValues(page);
    await page.getByLabel('Container', { exact: true }).first().fill('<img src=x onerror=alert(1)>\u202e');
    await expect(ph(page, 'container')).toHaveText("'<img src=x onerror=alert(1)>'");
    await ph(page, 'container').focus();
    await expect(page.locator('.ph-tip')).toContainText('does not look like');
    await page.evaluate(() => localStorage.setItem('values', '{"container": 5, "broken'));
    await page.reload();
    await expect(ph(page, 'container')).toHaveText('web');
  });
});

test('with the keyboard alone: skip link, topics, a note, its headings', async ({ page }) => {
  await page.goto('/docker/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the contents' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('navigation', { name: 'You are here' }).getByRole('link')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Tab');
  const first = page.locator('main .entry a:visible').first();
  await expect(first).toBeFocused();
  const outline = await first.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).not.toBe('none');
  await page.keyboard.press('Enter');
  await expect(page.locator('article h1')).toBeVisible();
});

test('every note can be had as Markdown', async ({ request }) => {
  const answer = await request.get(below('/docker/clean-up.md'));
  expect(answer.headers()['content-type']).toContain('text/markdown');
  expect(await answer.text()).toMatch(/^# .+\n\nSource: \S*\/docker\/clean-up\//);
});
