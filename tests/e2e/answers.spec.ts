import { expect, type Page, test } from './test.ts';

const state = (page: Page) => page.locator('[data-search-state]');

async function ask(page: Page, text: string): Promise<void> {
  await page.goto('/search/');
  await page.locator('[data-search-input]').fill(text);
  await expect(state(page)).toHaveAttribute('data-search-query', text);
  await expect(state(page)).toHaveAttribute('data-search-state', 'ready');
}

test.describe('the search shows the answer', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('with its command, to be copied without a click more', async ({ page }) => {
    await ask(page, 'copy a file out of a container');
    const card = page.locator('.answer');
    await expect(card).toHaveCount(1);
    await expect(card.locator('.hit-cmd code')).toContainText('docker cp');
    await card.locator('.copy').click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^docker cp /);
  });

  test('with the values that the reader has typed before', async ({ page }) => {
    await page.goto('/search/');
    await page.evaluate(() => localStorage.setItem('values', '{"port":"9191"}'));
    await ask(page, 'port is already allocated');
    await expect(page.locator('.hit-cmd').first()).toContainText('publish=9191');
  });

  test('was and now, both of them', async ({ page }) => {
    await ask(page, 'what replaced docker-compose');
    const changed = page.locator('.hit', { has: page.locator('a[href*="/changes/"]') });
    await expect(changed.first()).toBeVisible();
  });
});

test('marks stand only on what was typed, not in code, and Escape takes them off the page', async ({ page }) => {
  await ask(page, 'dangling images');
  await page.locator('a[data-search-result]').first().click();
  const marks = page.locator('mark.found-word');
  await expect(marks.first()).toBeAttached();
  expect(await page.locator('code mark.found-word, pre mark.found-word').count()).toBe(0);
  for (const word of await marks.allTextContents()) expect(word).toMatch(/^(dangl|imag)/i);
  await page.keyboard.press('Escape');
  await expect(marks).toHaveCount(0);
});

test('the focus stays where it was: after more results, and on a filter', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await ask(page, 'docker volume');
  const before = await page.locator('a[data-search-result]').count();
  await page.locator('[data-search-more]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('a[data-search-result]').nth(before)).toBeFocused();
  const filter = page.locator('.rail [data-filter="topic"]').nth(1);
  const value = await filter.getAttribute('data-value');
  await filter.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator(`.rail [data-filter="topic"][data-value="${value}"]`)).toBeFocused();
});
