import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

test('without scripts a note reads, navigates and deep-links', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Docker', exact: true }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /Clean up/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const heading = page.locator('article h2[id]').nth(3);
  await page.goto(`/docker/clean-up/#${await heading.getAttribute('id')}`);
  await expect(heading).toBeInViewport();
  // What needs a script is not shown where none runs.
  await expect(page.locator('.copy').first()).toBeHidden();
});

test('without scripts the topics open on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/docker/clean-up/');
  await page.getByRole('button', { name: 'Topics' }).click();
  await expect(
    page.getByRole('navigation', { name: 'Topics', exact: true }).getByRole('link', { name: 'Helm' }),
  ).toBeVisible();
});

test('without scripts the search page offers an index of all headings', async ({ page }) => {
  await page.goto('/search/');
  await page
    .getByRole('main')
    .getByRole('link', { name: /all headings/i })
    .click();
  await expect(page).toHaveURL(/\/contents\/$/);
  expect(await page.locator('main a').count()).toBeGreaterThan(100);
});

test('without scripts an old address still leads on', async ({ page }) => {
  await page.goto('/docker/cleanup/');
  await expect(page).toHaveURL(/\/docker\/clean-up\/$/);
});
