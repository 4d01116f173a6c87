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

/** Answers for a font's files and sets it in place of the page's own; the policy must be off, since it allows no other style. */
export async function bringFont(page: Page, { text, mono }: (typeof FONTS)[keyof typeof FONTS]): Promise<void> {
  await page.route('**/test-font/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!;
    const file = name === 'mono' ? mono : text.replace('{}', name);
    return route.fulfill({ path: require.resolve(`@fontsource/${file}`) });
  });
  const face = (family: string, weight: number, file: string | number) =>
    `@font-face { font-family: ${family}; font-weight: ${weight}; src: url(/test-font/${file}) }`;
  await page.addInitScript(
    (css) => {
      new MutationObserver((_, observer) => {
        if (!document.head) return;
        observer.disconnect();
        document.head.append(Object.assign(document.createElement('style'), { textContent: css }));
      }).observe(document, { childList: true, subtree: true });
    },
    [
      face('TestText', 400, 400),
      face('TestText', 700, 700),
      face('TestMono', 400, 'mono'),
      ':root { --font-text: TestText !important; --font-sign: TestText !important; --font-mono: TestMono !important }',
    ].join('\n'),
  );
}
