import { below } from './site.ts';
import { expect, type Page, test } from './test.ts';

/** A word that stands nowhere on the site; the log around it is known, so that every journey has a result to follow. */
const TOKEN = 'leaktoken7f3c9';
const LINE = `driver failed programming external connectivity on endpoint ${TOKEN}: Bind for 0.0.0.0:8080 failed: port is already allocated`;
const LOG = `12:00:01 [INFO] ${TOKEN} starting\n12:00:02 ${LINE}\n${`12:00:03 ${TOKEN} retrying\n`.repeat(400)}`;

const match = (page: Page) => page.locator('a[data-search-result][data-match="error"]').first();

/** Everything that leaves the browser: addresses, headers and bodies of all requests of all pages of a test. */
function recordRequests(page: Page): () => Promise<string> {
  const kept: Promise<string>[] = [];
  page.context().on('request', (request) => {
    kept.push(
      request
        .allHeaders()
        // Of a request that a navigation cut short nothing but guesses is known.
        .catch(() => ({}))
        .then((headers) => [request.url(), JSON.stringify(headers), request.postData() ?? ''].join('\n')),
    );
  });
  return async () => (await Promise.all(kept)).join('\n');
}

/** Each way in which a text can come to the search; all end with a fix on the screen. */
const JOURNEYS: Readonly<Record<string, (page: Page, text: string) => Promise<void>>> = {
  'home, Enter': async (page, text) => {
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Paste an error, ask a question, find a command' }).fill(text);
    await page.keyboard.press('Enter');
  },
  'home, Find': async (page, text) => {
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Paste an error, ask a question, find a command' }).fill(text);
    await page.getByRole('button', { name: 'Find' }).click();
  },
  'an unknown address, Enter': async (page, text) => {
    await page.goto('/docker/never-there/');
    await page.getByRole('textbox', { name: 'Search for it' }).fill(text);
    await page.keyboard.press('Enter');
  },
  'the search page, pasted, reloaded': async (page, text) => {
    await page.goto('/search/');
    await page.locator('[data-search-input]').fill(text);
    await expect(match(page)).toBeVisible();
    await page.reload();
  },
  'the dialog, All results': async (page, text) => {
    await page.goto('/docker/clean-up/');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('textbox').fill(text);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.getByRole('link', { name: 'All results' }).click();
  },
};

for (const [kind, text] of Object.entries({ 'a line': LINE, 'a long log': LOG }))
  for (const [name, journey] of Object.entries(JOURNEYS))
    test(`${kind} does not leave the browser: ${name}`, async ({ page }) => {
      const sent = recordRequests(page);
      await journey(page, text);
      await expect(match(page)).toHaveAttribute('href', /port-is-already-allocated/);
      if (text.includes('\n')) expect(page.url()).not.toContain(TOKEN);
      await match(page).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/port/i);
      await page.goBack();
      await expect(page.locator('[data-search-input]')).toHaveValue(text.trimEnd() === text ? text : new RegExp(TOKEN));
      const all = await sent();
      expect(all).toContain('/search/');
      expect(all).not.toContain(TOKEN);
      expect(all.split('\n').filter((line) => /"referer":"[^"]/i.test(line))).toEqual([]);
    });

test('without scripts, Find sends nothing of what was typed', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const sent = recordRequests(page);
  await page.goto(below('/'));
  await page.getByRole('textbox').fill(TOKEN);
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page).toHaveURL(/\/search\/\??$/);
  expect(await sent()).not.toContain(TOKEN);
  await context.close();
});

test('an old link with ?q= still searches, and its text leaves the address at once', async ({ page }) => {
  await page.goto('/search/?q=liveness+probe&topic=k8s');
  await expect(page).toHaveURL(/\/search\/#q=liveness\+probe&topic=k8s$/);
  await expect(page.locator('[data-search-input]')).toHaveValue('liveness probe');
  await expect(page.locator('a[data-search-result][href*="/k8s/"]').first()).toBeVisible();
});

test('Enter in the dialog waits for the answer to what stands in the field', async ({ page }) => {
  await page.goto('/docker/clean-up/');
  await page.keyboard.press('/');
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.fill('volume');
  await expect(page.getByRole('option').first()).toBeVisible();
  await field.fill(LINE);
  await field.press('Enter');
  await expect(page).toHaveURL(/port-is-already-allocated/);
});
