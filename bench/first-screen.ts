/** On how many fixes the first command is in sight without scrolling, in each of the test fonts, and which ones fall short. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/browser.mjs';
import { serve } from '../scripts/serve.mjs';
import { firstCommand, fixesOf, SCREENS, type Screen, share } from '../tests/e2e/first-screen.ts';
import { bringFont, FONTS } from '../tests/e2e/fonts.ts';

const site = await serve(join(import.meta.dirname, '..', 'dist'), 0);
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
const rows = [];
for (const [font, files] of Object.entries(FONTS)) {
  const page = await browser.newPage({ bypassCSP: true });
  await bringFont(page, files);
  const fixes = [];
  for (const path of fixesOf()) fixes.push(await firstCommand(page, path, site.url));
  await page.close();
  rows.push({
    font,
    fixes: fixes.length,
    desktop: share(fixes, 'desktop').toFixed(3),
    phone: share(fixes, 'phone').toFixed(3),
    'in the short answer': fixes.filter(({ inShort }) => inShort).length,
  });
  if (process.argv.includes('--list'))
    for (const screen of Object.keys(SCREENS) as Screen[])
      for (const { path, bottom } of fixes
        .filter((fix) => fix.bottom[screen] > SCREENS[screen].height)
        .sort((a, b) => a.bottom[screen] - b.bottom[screen]))
        console.log(`${font} ${screen} ${Math.round(bottom[screen] - SCREENS[screen].height)} px below: ${path}`);
}
await browser.close();
await site.close();
console.table(rows);
