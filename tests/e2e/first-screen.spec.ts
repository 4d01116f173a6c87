import { expect, test } from '@playwright/test';
import { firstCommand, fixesOf, share } from './first-screen.ts';
import { bringFont, FONTS } from './fonts.ts';

test.use({ bypassCSP: true });

/** One fix in so many is measured here; `npm run bench first-screen` measures each, and says which fall below by how much. */
const EVERY = 4;

test('the first command of a fix is in sight without scrolling', async ({ page }) => {
  await bringFont(page, FONTS.Segoe);
  const fixes = [];
  for (const path of (await fixesOf(page)).filter((_, number) => number % EVERY === 0))
    fixes.push(await firstCommand(page, path));
  expect(fixes.length).toBeGreaterThan(50);
  expect(share(fixes, 'desktop')).toBeGreaterThanOrEqual(0.9);
  expect(share(fixes, 'phone')).toBeGreaterThanOrEqual(0.6);
});
