import { expect, type Page, test } from './test.ts';

const found = (page: Page) => page.locator('a[data-search-result]');
const state = (page: Page) => page.locator('[data-search-state]');
const input = (page: Page) => page.locator('[data-search-input]');

/** Puts a text into the search page at once and waits until the results are for it. */
async function ask(page: Page, text: string): Promise<void> {
  await input(page).fill(text);
  await expect(state(page)).toHaveAttribute('data-search-query', text);
  await expect(state(page)).toHaveAttribute('data-search-state', /ready|empty/);
}

/** What engineers type, as they write it, and an address among the first three that is right. */
const TOKENS: readonly (readonly [string, RegExp])[] = [
  ['--no-trunc', /list-containers|debug-services|cheat-containers/],
  ['docker run -it', /run-containers|get-a-shell|cheat-containers|first-container/],
  ['docker.sock', /docker-socket|container-security|remote-api|how-docker-works|permission-denied/],
  ['DOCKER_HOST', /remote-docker|docker-contexts|contexts/],
  ['$HOME', /bind-mounts|shell|environment|exec-and-debug|kubeconfig|path/],
  ['--dry-run=client', /objects-and-yaml|apply-and-diff|cheat-kubectl|dry-run/],
  ['2>&1', /logs|cron|redirect|stop|first-container/],
  ['/dev/termination-log', /init-containers|pods|logs-and-events|exit|terminat/],
  ['host.docker.internal', /reach-the-host/],
  ['livenessProbe', /liveness|probes|readiness/],
  ['liveness probe', /liveness|probes/],
  ['docker-compose', /compose/],
  ['docker compose', /compose/],
  ['apps/v1', /manifest-kinds|deployments|objects-and-yaml/],
  ['127', /exit-code-127/],
  [':latest', /tags-and-digests|latest/],
];
for (const [text, right] of TOKENS)
  test(`finds ${text} as it is written`, async ({ page }) => {
    await page.goto('/search/');
    await ask(page, text);
    const links = await found(page).evaluateAll((all) =>
      all.slice(0, 3).map((link) => link.getAttribute('href') ?? ''),
    );
    expect(
      links.some((href) => right.test(href)),
      links.join(' '),
    ).toBe(true);
  });

test('no section stands twice in the results', async ({ page }) => {
  await page.goto('/search/');
  for (const text of ['docker volume', 'helm upgrade', 'kubectl get pods']) {
    await ask(page, text);
    const links = await found(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(new Set(links).size, text).toBe(links.length);
  }
});

test('a result says its page, its kind and where it belongs, and shows the line that matched', async ({ page }) => {
  await page.goto('/search/');
  await ask(page, 'docker volume prune');
  const first = page.locator('.hit').first();
  await expect(first.locator('.hit-kind')).not.toBeEmpty();
  await expect(first.locator('.hit-path')).toContainText('Docker');
  await expect(first.locator('.hit-cmd code')).toContainText('docker volume prune');
  await expect(page.locator('.hit').nth(1).locator('mark').first()).toBeVisible();
});

test('words that nothing here holds do not empty the list', async ({ page }) => {
  await page.goto('/search/');
  await ask(page, 'docker volume xqzzwv');
  expect(await found(page).count()).toBeGreaterThan(2);
});

test('a long text without a known message is searched by the rarest words of its error-like lines', async ({
  page,
}) => {
  await page.goto('/search/');
  await ask(
    page,
    `${'all is well here\n'.repeat(300)}fatal: the readiness gate of this ingress endpoint is not ready\n${'still going on\n'.repeat(300)}`,
  );
  await expect(found(page).first()).toHaveAttribute('href', /readiness|ingress|services/);
});

test('assistive technology hears the number of results once they settle', async ({ page }) => {
  await page.goto('/search/');
  await ask(page, 'docker volume');
  await expect(page.locator('[data-search-status]')).toContainText(/\d+ (results|pages)/);
  await ask(page, 'zzzqqqxxx');
  await expect(page.locator('[data-search-status]')).toContainText(/no(thing| )/i);
});

test('arrows go through the results and Escape returns to the field', async ({ page }) => {
  await page.goto('/search/');
  await ask(page, 'docker volume');
  await input(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(found(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(found(page).nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(input(page)).toBeFocused();
});

test('letters typed before the dialog has loaded are not lost', async ({ page }) => {
  let release: () => void = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  let asked = false;
  await page.route('**/_astro/dialog*.js', async (route) => {
    asked = true;
    await held;
    await route.continue();
  });
  await page.goto('/docker/clean-up/');
  await page.keyboard.press('/');
  await expect.poll(() => asked).toBe(true);
  await page.keyboard.type('livr');
  await page.keyboard.press('Backspace');
  release();
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('liv');
  await page.keyboard.type('eness probe');
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('liveness probe');
  await expect(page.getByRole('option').first()).toHaveAttribute('href', /probe|liveness/);
});

test('Ctrl Enter opens the chosen result in a new tab', async ({ page, context }) => {
  await page.goto('/docker/clean-up/');
  await page.keyboard.press('/');
  await page.keyboard.type('liveness probe');
  await expect(page.getByRole('option').first()).toHaveAttribute('href', /probe|liveness/);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  expect((await opened).url()).toMatch(/probe|liveness/);
  expect(page.url()).toContain('/docker/clean-up/');
});

test('recent searches stay in the browser and can be cleared', async ({ page }) => {
  await page.goto('/search/');
  await ask(page, 'dangling images');
  await found(page).first().click();
  await page.goto('/search/');
  await expect(page.getByRole('link', { name: 'dangling images' })).toBeVisible();
  await page.getByRole('button', { name: /clear/i }).click();
  await expect(page.getByRole('link', { name: 'dangling images' })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('link', { name: 'dangling images' })).toBeHidden();
});

test('the dialog, opened empty, leads back to what was read, and forgets it; nothing pasted is in it', async ({
  page,
}) => {
  for (const path of ['/docker/clean-up/', '/docker/copy-files/', '/troubleshooting/exit-code-1/'])
    await page.goto(path);
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const read = dialog.getByRole('group', { name: 'Recently read' }).getByRole('option');
  await page.keyboard.press('/');
  await expect(read).toHaveText([/^Copy files/, /^Clean up/]);
  await dialog.getByRole('textbox').fill('API_TOKEN=s3cr3t\nBind for 0.0.0.0:8080 failed: port is already allocated');
  await expect(dialog.getByRole('option').first()).toContainText(/already allocated/i);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/port-is-already-allocated/);
  await page.keyboard.press('/');
  await expect(read.first()).toHaveText(/^Exit code 1/);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('s3cr3t');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/copy-files/);
  await page.keyboard.press('/');
  await expect(read).not.toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Forget what was read' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(read).toHaveCount(0);
  await expect(dialog.getByRole('textbox')).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem('read'))).toBe('[]');
});

test('an answer that comes late never replaces a newer one', async ({ page }) => {
  await page.goto('/search/');
  await ask(page, 'docker volume');
  let release: () => void = () => {};
  const held = new Promise<void>((done) => {
    release = done;
  });
  let caught = 0;
  await page.route('**/pagefind/*/index/**', async (route) => {
    caught += 1;
    if (caught === 1) await held;
    await route.continue();
  });
  await input(page).fill('quorum');
  await expect.poll(() => caught).toBeGreaterThan(0);
  await ask(page, 'kubectl drain');
  const late = page.waitForResponse('**/pagefind/*/index/**');
  release();
  await (await late).finished();
  await expect(state(page)).toHaveAttribute('data-search-query', 'kubectl drain');
  await expect(found(page).first()).toHaveAttribute('href', /node|drain/);
});

test('offline, it says so, and finds again when the line is back', async ({ page, context }) => {
  await page.goto('/search/');
  await ask(page, 'docker volume');
  await context.setOffline(true);
  await input(page).fill('quorum of managers');
  await expect(state(page)).toHaveAttribute('data-search-state', 'error');
  await expect(state(page)).toContainText('needs a connection');
  // A line that is back does not carry at once.
  let lost = 0;
  await page.route('**/pagefind/**', (route) => {
    lost += 1;
    return lost > 2 ? route.continue() : route.abort();
  });
  await context.setOffline(false);
  await expect(state(page)).toHaveAttribute('data-search-state', 'ready');
  expect(lost).toBeGreaterThan(2);
  await expect(found(page).first()).toHaveAttribute('href', /quorum/);
});

test('the dialog’s first search loads at most 115 kB with its code, a third of it the messages of all fixes', async ({
  page,
}) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.dataReceived', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const open = new Set<string>();
  client.on('Network.requestWillBeSent', ({ requestId }) => open.add(requestId));
  client.on('Network.loadingFinished', ({ requestId }) => open.delete(requestId));
  client.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
  for (const text of ['liveness probe', 'docker volume', 'how do I copy a file out of a container']) {
    await page.goto('/docker/clean-up/');
    await client.send('Network.clearBrowserCache');
    bytes = 0;
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('textbox').fill(text);
    await expect(page.getByRole('option').first()).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('status')).toContainText(/result/);
    // The lines below the results are fetched after these are counted.
    await expect.poll(() => open.size).toBe(0);
    // The index came over the wire, and not out of a cache.
    expect(bytes, text).toBeGreaterThan(0);
    expect(bytes, text).toBeLessThan(115_000);
  }
});
