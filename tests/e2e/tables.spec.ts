import { allPages } from './site.ts';
import { expect, test } from './test.ts';

const SHEET = '/k8s/cheat-kubectl/';

/** Its title has a flag that would be broken on a phone. */
const TITLED = '/troubleshooting/docker-format-template-error/';

test('no flag is broken at its dashes, in titles, tables and sentences, wide and narrow', async ({ page }) => {
  test.setTimeout(600_000);
  const broken: string[] = [];
  for (const path of allPages().filter((path, index) => index % 4 === 0 || path.endsWith(TITLED))) {
    await page.goto(path);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const found = await page.evaluate(() => {
        const words: string[] = [];
        for (const code of document.querySelectorAll('main h1, main :not(pre, .errors a) > code')) {
          if (!code.checkVisibility()) continue;
          const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode as Text;
            for (const match of text.data.matchAll(/(?<!\S)--?[a-z][\w-]{1,21}(?![\w-])/g)) {
              const range = document.createRange();
              range.setStart(text, match.index);
              range.setEnd(text, match.index + match[0].length);
              const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
              if (tops.size > 1) words.push(match[0]);
            }
          }
        }
        return words;
      });
      broken.push(...found.map((word) => `${path} at ${width}: ${word}`));
    }
  }
  expect(broken).toEqual([]);
});

test.describe('a cheat sheet', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('has a button for each command, which copies it with the values of the reader', async ({ page }) => {
    await page.goto(SHEET);
    const cells = page.locator('td:has(> .copy)');
    expect(await cells.count()).toBeGreaterThan(70);
    const cell = cells.filter({ has: page.locator('.ph[data-name="namespace"]') }).first();
    await cell.locator('.ph[data-name="namespace"]').click();
    await page.keyboard.type('blog');
    await cell.locator('.copy').click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^kubectl .*[= ]blog( |$)/);
  });

  test('is filtered from the keyboard, and says how many rows are left', async ({ page }) => {
    await page.goto(SHEET);
    await page.keyboard.press('f');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('rollout undo');
    await expect(page.locator('tbody tr:visible')).toHaveCount(1);
    await expect(page.locator('article > h2:visible')).toHaveCount(1);
    await expect(page.locator('[data-announce]')).toHaveText(/^1 of \d+ shown$/);
    await page.keyboard.press('Escape');
    expect(await page.locator('tbody tr:visible').count()).toBeGreaterThan(70);
  });

  test('stacks its rows on a phone, and scrolls nowhere sideways', async ({ page }) => {
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(SHEET);
      const wide = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        ...[...document.querySelectorAll('.cmds')].map((box) => box.scrollWidth),
      ]);
      for (const one of wide) expect(one).toBeLessThanOrEqual(width);
      const [task, command] = [page.locator('td').nth(0), page.locator('td').nth(1)];
      expect((await command.boundingBox())!.y).toBeGreaterThan((await task.boundingBox())!.y + 10);
    }
  });

  test('prints on two sheets of A4', async ({ page }) => {
    await page.goto(SHEET);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.paper-head')).toContainText(SHEET);
  });
});
