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
  '/commands/kubernetes/',
  '/docker/install-docker/',
  '/dockerfile/build-in-ci/',
  '/troubleshooting/kubeadm-preflight/',
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

test('letters of twice the size fit on a phone', async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const session = await context.newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  for (const path of [...PAGES.filter((path) => path !== '/commands/'), '/docker/gui-programs/']) {
    await page.goto(path);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});
