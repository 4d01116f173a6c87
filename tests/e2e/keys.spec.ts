import { below } from './site.ts';
import { expect, test } from './test.ts';

test('keys: a list of them, the contents, the next page, the filter', async ({ page }) => {
  await page.goto('/docker/clean-up/');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(page.locator('#toc a').first()).toBeFocused();
  const next = await page.locator('a[rel="next"]').getAttribute('href');
  await page.keyboard.press(']');
  await expect(page).toHaveURL(new RegExp(`${next}$`));
  await page.goto('/changes/');
  await page.keyboard.press('f');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('docker-compose');
  await expect(page.locator('[data-filter-count]')).toHaveText(/^\d+ of \d+$/);
  expect(await page.locator('tbody tr:visible').count()).toBeLessThan(20);
});

test('the contents open from the masthead on a phone, and close after a jump', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/docker/clean-up/');
  await page.getByRole('button', { name: 'On this page' }).click();
  const link = page.locator('#toc a').nth(2);
  await expect(link).toBeVisible();
  const id = (await link.getAttribute('href'))!.slice(1);
  await link.click();
  await expect(link).toBeHidden();
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('a page far down its list is in sight in the sidebar', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/troubleshooting/oomkilled-exit-137/');
  await expect(page.locator('.rail [aria-current="page"]')).toBeInViewport({ ratio: 1 });
});

test('an address that is nearly right offers the right one', async ({ page }) => {
  await page.goto('/docker/compose-basic/');
  await expect(page.getByRole('main').getByRole('link', { name: '/docker/compose-basics/' })).toBeVisible();
});

test('what was read is ticked on its path and listed at home, and can be forgotten', async ({ page }) => {
  await page.goto('/docker/first-container/');
  await page.goto('/learn/');
  await expect(page.locator('[data-read]')).toHaveCount(1);
  await page.goto('/');
  const list = page.locator('[data-read-list]');
  await expect(list.getByRole('link')).toHaveCount(1);
  await list.getByRole('button', { name: 'Clear' }).click();
  await expect(list).toBeHidden();
  await page.reload();
  await expect(list).toBeHidden();
});

test('feed, llms.txt and manifest answer', async ({ request }) => {
  expect(await (await request.get(below('/feed.xml'))).text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
  expect(await (await request.get(below('/llms.txt'))).text()).toMatch(/^# .+\n\n> [\s\S]*\.md\): /);
  expect((await (await request.get(below('/manifest.webmanifest'))).json()).name).toBe('Container Field Notes');
});
