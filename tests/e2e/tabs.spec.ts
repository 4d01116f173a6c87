/** Tabs of a note: Docker or Kubernetes, Linux, macOS or Windows. */
import { expect, type Page, test } from './test.ts';

const FIX = '/troubleshooting/oomkilled-exit-137/';
const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const panel = (page: Page, name: string) => page.getByRole('tabpanel', { name });

test('one choice counts for all tabs of its kind, on every page, and nothing moves below the pointer', async ({
  page,
}) => {
  await page.goto(FIX);
  const groups = await page.getByRole('tablist').count();
  expect(groups).toBeGreaterThan(2);
  await expect(panel(page, 'Docker')).toHaveCount(groups);
  const last = tab(page, 'Kubernetes').last();
  await last.scrollIntoViewIfNeeded();
  const before = (await last.boundingBox())?.y ?? Number.NaN;
  await last.click();
  await expect(panel(page, 'Kubernetes')).toHaveCount(groups);
  await expect(panel(page, 'Docker')).toHaveCount(0);
  expect(Math.abs(((await last.boundingBox())?.y ?? Number.NaN) - before)).toBeLessThan(2);
  // Another page, with a kind that nobody has chosen and no such name in it.
  await page.goto('/troubleshooting/exit-code-1/');
  await expect(panel(page, 'Kubernetes').first()).toBeVisible();
  await page.goto('/docker/rotate-logs/');
  await expect(panel(page, 'Docker')).toBeVisible();
  await page.goto('/k8s/kubectl-basics/');
  await expect(panel(page, 'Linux')).toBeVisible();
  const shifts = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const observer = new PerformanceObserver((list) => list.getEntries());
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => done(observer.takeRecords().length));
      }),
  );
  expect(shifts).toBe(0);
});

test('by keyboard: arrows go round, Home and End; one stop of Tab a group', async ({ page }) => {
  await page.goto('/k8s/kubectl-basics/');
  await tab(page, 'Linux').focus();
  for (const [key, name] of [
    ['ArrowRight', 'macOS'],
    ['End', 'Windows'],
    ['ArrowRight', 'Linux'],
    ['ArrowLeft', 'Windows'],
    ['Home', 'Linux'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(tab(page, name)).toBeFocused();
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
    await expect(panel(page, name)).toBeVisible();
  }
  await page.keyboard.press('Tab');
  await expect(panel(page, 'Linux').locator(':focus')).toHaveCount(1);
});

test('a link to what a panel hides opens it, and so does the browser’s own search', async ({ page }) => {
  await page.goto(FIX);
  const hidden = page.locator('.tab[data-tab="Kubernetes"]').last();
  await expect(hidden).toHaveAttribute('hidden', 'until-found');
  await hidden.locator('figure').evaluate((figure) => {
    figure.id = 'inside';
  });
  await page.evaluate(() => {
    location.hash = 'inside';
  });
  await expect(page.locator('#inside')).toBeInViewport();
  await expect(tab(page, 'Kubernetes').last()).toHaveAttribute('aria-selected', 'true');
  await page
    .locator('.tab[data-tab="Docker"]')
    .first()
    .evaluate((found) => found.dispatchEvent(new Event('beforematch')));
  await expect(tab(page, 'Docker').last()).toHaveAttribute('aria-selected', 'true');
  // Neither was a choice of the reader's.
  expect(await page.evaluate(() => localStorage.getItem('tabs'))).toBeNull();
});

test('without storage a choice lasts for the page; on paper all are there', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    }),
  );
  await page.goto(FIX);
  await tab(page, 'Kubernetes').first().click();
  await expect(panel(page, 'Kubernetes').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(tab(page, 'Docker').first()).toBeHidden();
  for (const name of ['Docker', 'Kubernetes']) {
    const own = page.locator(`.tab[data-tab="${name}"]`).first();
    await expect(own.locator('.tab-name')).toBeVisible();
    await expect(own.locator('pre').first()).toBeVisible();
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the ways follow one another, each below its name', async ({ page }) => {
    await page.goto(FIX);
    for (const name of ['Docker', 'Kubernetes']) {
      await expect(page.locator(`.tab[data-tab="${name}"] pre`).first()).toBeVisible();
      await expect(page.locator('.tab-name', { hasText: name }).first()).toBeVisible();
    }
    await expect(page.getByRole('tab')).toHaveCount(0);
  });
});
