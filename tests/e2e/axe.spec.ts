import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pagesOf } from '../helpers/cover.ts';
import { below } from './site.ts';
import { type Browser, expect, type Page, test } from './test.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [1440, 390] as const;
/** The rules that look at colours; all others find the same in the second theme as in the first. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe looks at: few pages that show every element, class and role of the site below every parent; AXE=all looks at each
 * page. Faults of a single page's text (order of headings, ids, names of links) are found by tests/site/html.test.ts on each.
 */
let pages: readonly string[] | undefined;
function pagesToLookAt(): readonly string[] {
  pages ??= pagesOf(join(import.meta.dirname, '../../dist'), process.env['AXE'] === 'all' ? 'all' : 'few');
  return pages;
}
/** In parts, so that two workers share the work. */
const PARTS = 2;

/** A page under test; the policy of the site forbids the script that axe is, and is off. */
async function open(browser: Browser, width: number): Promise<Page> {
  const context = await browser.newContext({
    bypassCSP: true,
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
  });
  return context.newPage();
}

/** What axe finds in both themes; one page serves both, for it follows the system. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  const found: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(
      async (rules) => {
        const { violations } = await (
          globalThis as unknown as {
            axe: {
              run: (
                context: Document,
                options: object,
              ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
            };
          }
        ).axe.run(document, { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) });
        return violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map(({ html }) => html.slice(0, 160))
              .join(' | ')}`,
        );
      },
      colorScheme === SCHEMES[0] ? undefined : COLOURS,
    );
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

for (const width of WIDTHS)
  for (let part = 0; part < PARTS; part++)
    test(`axe finds nothing on a page, ${width} px, part ${part + 1} of ${PARTS}`, async ({ browser }) => {
      test.setTimeout(process.env['AXE'] === 'all' ? 3_600_000 : 300_000);
      const page = await open(browser, width);
      const found: string[] = [];
      for (const path of pagesToLookAt().filter((_, number) => number % PARTS === part)) {
        const answer = await page.goto(below(path));
        expect(answer?.status(), path).toBeLessThan(400);
        found.push(...(await violationsOf(page)).map((violation) => `${path} ${violation}`));
      }
      await page.context().close();
      expect(found).toEqual([]);
    });

/** What a reader opens: none of these states is there when a page has just loaded. */
const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the dialog with results': async (page) => {
    await page.goto(below('/docker/clean-up/'));
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('textbox').fill('liveness probe');
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'the search page with results and filters': async (page) => {
    await page.goto(below('/search/#q=docker+volume'));
    await expect(page.locator('a[data-search-result]').first()).toBeVisible();
  },
  'the panel of a pasted message': async (page) => {
    await page.goto(below('/search/'));
    await page
      .locator('[data-search-input]')
      .fill('web-1 | Bind for 0.0.0.0:8080 failed: port is already allocated\nbye');
    await expect(page.locator('a[data-search-result][data-match="error"]').first()).toBeVisible();
  },
  'home, answering': async (page) => {
    await page.goto(below('/#q=port+is+already+allocated'));
    await expect(page.locator('a[data-search-result][data-match="error"]').first()).toBeVisible();
  },
  'a value that is typed, with the form open': async (page) => {
    await page.goto(below('/docker/copy-files/'));
    await page.locator('.values summary').click();
    await page.locator('figure.cmd .ph').first().focus();
    await page.keyboard.type('my web');
    await expect(page.locator('.ph-tip')).toBeVisible();
  },
  'a flag that is asked, with the list open': async (page) => {
    await page.goto(below('/docker/run-containers/'));
    await page.locator('.flags summary').click();
    await page.locator('figure.cmd .copy').first().focus();
    await page.keyboard.press('x');
    await expect(page.locator('.flag-tip')).toBeVisible();
  },
  'the dialog, empty, with what was read': async (page) => {
    await page.goto(below('/docker/copy-files/'));
    await page.goto(below('/docker/clean-up/'));
    await page.evaluate(() => localStorage.setItem('searches', '["docker volume"]'));
    await page.keyboard.press('/');
    await expect(page.getByRole('option')).toHaveCount(2);
  },
  'tabs, the second chosen': async (page) => {
    await page.goto(below('/troubleshooting/oomkilled-exit-137/'));
    await page.getByRole('tab', { name: 'Kubernetes' }).first().click();
  },
  'a filtered sheet': async (page) => {
    await page.goto(below('/k8s/cheat-kubectl/'));
    await page.getByRole('searchbox').fill('rollout');
    await expect(page.locator('[data-filter-count]')).not.toBeEmpty();
  },
  'the contents': async (page) => {
    await page.goto(below('/docker/clean-up/'));
    const button = page.getByRole('button', { name: 'On this page' });
    if (await button.isVisible()) await button.click();
  },
  'the keys': async (page) => {
    await page.goto(below('/docker/clean-up/'));
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  },
  'the menu of topics': async (page) => {
    await page.goto(below('/docker/clean-up/'));
    const menu = page.getByRole('button', { name: 'Topics' });
    if (await menu.isVisible()) await menu.click();
  },
};

for (const [name, reach] of Object.entries(STATES))
  for (const width of WIDTHS)
    test(`axe finds nothing in ${name}, ${width} px`, async ({ browser }) => {
      const page = await open(browser, width);
      await reach(page);
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    });
