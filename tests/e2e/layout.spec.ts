import { bringFont, FONTS } from './fonts.ts';
import { expect, test } from './test.ts';

const PAGES = [
  '/',
  '/404.html',
  '/docker/',
  '/docker/clean-up/',
  '/troubleshooting/',
  '/troubleshooting/port-is-already-allocated/',
  '/commands/',
  '/changes/',
  '/search/',
  '/contents/',
];

test.use({ bypassCSP: true });

for (const [name, font] of Object.entries(FONTS))
  test(`no page scrolls sideways, down to 320 px, in ${name}`, async ({ page }) => {
    await bringFont(page, font);
    for (const path of PAGES) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const loaded = await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
      expect(loaded, `the test's own fonts on ${path}`).toBeGreaterThan(0);
      for (const width of [320, 360, 390, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
  });
