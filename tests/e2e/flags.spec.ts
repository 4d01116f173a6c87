import { expect, type Page, test } from './test.ts';

const NOTE = '/docker/run-containers/';
const tip = (page: Page) => page.locator('.flag-tip');
const flag = (page: Page, text: string) => page.locator('figure.cmd .fl', { hasText: text }).first();
const list = (page: Page) => page.locator('.flags');

test('a flag that is clicked says what it does, and Escape takes it away', async ({ page }) => {
  await page.goto(NOTE);
  await flag(page, '--detach').click();
  await expect(tip(page)).toContainText('-d, --detach');
  await expect(tip(page)).toContainText('docker run');
  await expect(page.getByRole('status').filter({ hasText: /^-d, --detach: [A-Z]/ })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(tip(page)).toBeHidden();
  // Two flags in one word are two lines.
  await flag(page, '-it').click();
  await expect(tip(page).locator('p')).toHaveText([/^-i, --interactive/, /^-t, --tty/]);
  await page.locator('h1').click();
  await expect(tip(page)).toBeHidden();
});

test('a flag of a PowerShell block does so too', async ({ page }) => {
  await page.goto('/troubleshooting/docker-desktop-engine-pipe-missing/');
  await flag(page, '--format').click();
  await expect(tip(page)).toContainText('--format');
});

test('a flag of a cheat sheet does so too', async ({ page }) => {
  await page.goto('/k8s/cheat-kubectl/');
  const first = page.locator('td .fl').first();
  await first.click();
  await expect(tip(page)).toContainText((await first.textContent())!);
});

test('by keyboard: x at a command, arrows, Escape back to where one was; no flag is a stop of Tab', async ({
  page,
}) => {
  await page.goto(NOTE);
  const copy = page
    .locator('figure.cmd', { has: page.locator('.fl') })
    .first()
    .locator('.copy')
    .first();
  await copy.focus();
  await page.keyboard.press('x');
  await expect(page.locator('.fl:focus')).toHaveText('--detach');
  await expect(tip(page)).toContainText('--detach');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.fl:focus')).toHaveText('--name');
  await expect(tip(page)).toContainText('Assign a name');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('.fl:focus')).toHaveText('--detach');
  await page.keyboard.press('Escape');
  await expect(copy).toBeFocused();
  await expect(tip(page)).toBeHidden();
  await page.keyboard.press('x');
  await expect(tip(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(tip(page)).toBeHidden();
  await expect(page.locator('.fl:focus')).toHaveCount(0);
  expect(await page.locator('.fl').count()).toBeGreaterThan(20);
  await expect(page.locator('.fl[tabindex="0"]')).toHaveCount(0);
});

test('a value inside of a flag is typed into, and explains nothing', async ({ page }) => {
  await page.goto('/docker/copy-files/');
  const value = page.locator('figure.cmd .ph').first();
  await value.click();
  await expect(value).toBeFocused();
  await page.keyboard.type('x');
  await expect(value).toHaveText('x');
  await expect(tip(page)).toHaveCount(0);
});

test('the list is at the end of the page: folded on screen, open on paper', async ({ page }) => {
  await page.goto(NOTE);
  await expect(list(page).locator('dt').first()).toBeHidden();
  await list(page).locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(list(page).locator('dt').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.emulateMedia({ media: 'print' });
  await expect(list(page).locator('dt').first()).toBeVisible();
  // It names keys, which paper does not have.
  await expect(list(page).locator('p span')).toBeHidden();
});

for (const width of [320, 390, 1440])
  test(`nothing of it is cut at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [NOTE, '/k8s/cheat-kubectl/', '/docker/compose-watch/']) {
      await page.goto(path);
      await list(page).locator('summary').click();
      const flags = page.locator('.fl:visible');
      for (const at of [0, 1, (await flags.count()) - 1]) {
        await flags.nth(at).click();
        await expect(tip(page)).toBeVisible();
        const box = (await tip(page).boundingBox())!;
        expect(box.x, `${path} ${at}`).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, `${path} ${at}`).toBeLessThanOrEqual(width);
        await page.keyboard.press('Escape');
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the list opens, and promises nothing that needs one', async ({ page }) => {
    await page.goto(NOTE);
    await list(page).locator('summary').click();
    await expect(list(page).locator('dt').first()).toBeVisible();
    await expect(list(page).locator('p span')).toBeHidden();
  });
});
