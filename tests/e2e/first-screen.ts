/** Where the first command of a fix stands: in sight without scrolling, or not. */
import type { Page } from '@playwright/test';
import { allPages } from './site.ts';

export const SCREENS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Screen = keyof typeof SCREENS;

export interface FirstCommand {
  readonly path: string;
  /** Where its lower edge stands, in px from the top of the page, by screen. */
  readonly bottom: Readonly<Record<Screen, number>>;
  /** It stands in the short answer, because the first step runs none. */
  readonly inShort: boolean;
}

/** The addresses of all fixes, by the list of all pages. */
export const fixesOf = (): string[] =>
  allPages().filter((path) => /^\/troubleshooting\/[^/]+\/$/.test(path) && !path.includes('/by-'));

/** Opens a fix, of the site at an address where the page has none of its own, and measures it on each screen. */
export async function firstCommand(page: Page, path: string, site = ''): Promise<FirstCommand> {
  const bottom: Record<Screen, number> = { desktop: Number.POSITIVE_INFINITY, phone: Number.POSITIVE_INFINITY };
  let inShort = false;
  await page.setViewportSize(SCREENS.desktop);
  await page.goto(site + path);
  await page.evaluate(() => document.fonts.ready);
  for (const screen of Object.keys(SCREENS) as Screen[]) {
    await page.setViewportSize(SCREENS[screen]);
    const found = await page.evaluate(() => {
      const shell = '.cmd-line pre, figure.cmd pre[aria-label="Command"]';
      const fix = document.querySelector('#fix');
      const all = [...document.querySelectorAll(`article :is(${shell})`)];
      const before = (element: Element) =>
        fix !== null && (element.compareDocumentPosition(fix) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      const opening = all.find(before);
      const step =
        document.querySelector('#fix ~ .steps > li')?.querySelector(shell) ??
        (document.querySelector('#fix ~ .steps') ? null : all.find((element) => !before(element)));
      const short = [...document.querySelectorAll('.lede code')].find((code) =>
        /^(sudo )?(docker|kubectl|helm|systemctl|journalctl|curl|df|ss|ls|cat|grep|chmod|chown|wsl) \S/.test(
          code.textContent ?? '',
        ),
      );
      const command = opening ?? step ?? short ?? all[0];
      return {
        bottom: command ? command.getBoundingClientRect().bottom + scrollY : Number.MAX_SAFE_INTEGER,
        inShort: command !== undefined && command === short,
      };
    });
    bottom[screen] = found.bottom;
    inShort = found.inShort;
  }
  return { path, bottom, inShort };
}

/** How many of the fixes have their first command wholly in sight, between 0 and 1. */
export const share = (fixes: readonly FirstCommand[], screen: Screen): number =>
  fixes.filter(({ bottom }) => bottom[screen] <= SCREENS[screen].height).length / Math.max(1, fixes.length);
