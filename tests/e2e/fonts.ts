import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

/** Fonts that readers' systems have, as npm packages: a test judges the page, not the fonts of the machine that runs it. */
export const FONTS = {
  DejaVu: {
    text: 'dejavu-sans/files/dejavu-sans-latin-{}-normal.woff2',
    mono: 'dejavu-mono/files/dejavu-mono-latin-400-normal.woff2',
  },
  Roboto: {
    text: 'roboto/files/roboto-latin-{}-normal.woff2',
    mono: 'dejavu-mono/files/dejavu-mono-latin-400-normal.woff2',
  },
  // Arimo has the widths of Arial.
  Arial: {
    text: 'arimo/files/arimo-latin-{}-normal.woff2',
    mono: 'dejavu-mono/files/dejavu-mono-latin-400-normal.woff2',
  },
  // Open Sans is a little wider than Segoe UI, letter by letter.
  Segoe: {
    text: 'open-sans/files/open-sans-latin-{}-normal.woff2',
    mono: 'dejavu-mono/files/dejavu-mono-latin-400-normal.woff2',
  },
} as const;

const require = createRequire(import.meta.url);

/**
 * Sets a font in the place of the page's own; the policy must be off, since it allows no other style. The files come with the
 * style: a route for them would send every request of the page through the test, and shut the browser's cache off.
 */
export async function bringFont(page: Page, { text, mono }: (typeof FONTS)[keyof typeof FONTS]): Promise<void> {
  const face = (family: string, weight: number, file: string) => {
    const data = readFileSync(require.resolve(`@fontsource/${file}`)).toString('base64');
    return `@font-face { font-family: ${family}; font-weight: ${weight}; src: url(data:font/woff2;base64,${data}) }`;
  };
  await page.addInitScript(
    (css) => {
      new MutationObserver((_, observer) => {
        if (!document.head) return;
        observer.disconnect();
        document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
      }).observe(document, { childList: true, subtree: true });
    },
    [
      ...[400, 700].map((weight) => face('TestText', weight, text.replace('{}', String(weight)))),
      face('TestMono', 400, mono),
      ':root { --font-text: TestText !important; --font-sign: TestText !important; --font-mono: TestMono !important }',
    ].join('\n'),
  );
}
