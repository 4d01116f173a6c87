import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Pages in parts, so that a failure names few of them and two workers share the work. */
const PARTS = 8;

for (const scheme of ['light', 'dark'] as const) {
  for (let part = 0; part < PARTS; part++) {
    test(`axe finds nothing, ${scheme}, part ${part + 1} of ${PARTS}`, async ({ browser, request }) => {
      test.setTimeout(600_000);
      const sitemap = await (await request.get('/sitemap-0.xml')).text();
      const paths = [
        '/search/',
        '/404.html',
        ...[...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map((match) => match[1] ?? ''),
      ].filter((_, index) => index % PARTS === part);
      // The policy of the site forbids the script that axe is; the page under test stays the same.
      const context = await browser.newContext({
        colorScheme: scheme,
        bypassCSP: true,
        reducedMotion: 'reduce',
        viewport: part % 2 === 0 ? { width: 1280, height: 900 } : { width: 390, height: 844 },
      });
      const page = await context.newPage();
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(path);
        await page.addScriptTag({ content: axe });
        const violations = await page.evaluate(async () => {
          const { violations: list } = await (
            globalThis as unknown as {
              axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            }
          ).axe.run();
          return list.map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 3)
                .map(({ html }) => html.slice(0, 160))
                .join(' | ')}`,
          );
        });
        found.push(...violations.map((violation) => `${path} ${violation}`));
      }
      await context.close();
      expect(found).toEqual([]);
    });
  }
}
