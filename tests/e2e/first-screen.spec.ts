import { firstCommand, fixesOf, share } from './first-screen.ts';
import { bringFont, FONTS } from './fonts.ts';
import { expect, test } from './test.ts';

test.use({ bypassCSP: true });

test('the first command of a fix is in sight without scrolling', async ({ page }) => {
  test.setTimeout(600_000);
  await bringFont(page, FONTS.Segoe);
  const fixes = [];
  for (const path of fixesOf()) fixes.push(await firstCommand(page, path));
  expect(fixes.length).toBeGreaterThan(100);
  // Floors: `npm run bench first-screen` says which fixes fall below and by how much.
  expect(share(fixes, 'desktop')).toBeGreaterThanOrEqual(0.9);
  expect(share(fixes, 'phone')).toBeGreaterThanOrEqual(0.6);
});
