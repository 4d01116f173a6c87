/** The site's own search, typed into its page in a browser. */
import type { Page } from '@playwright/test';
import type { Search } from './judge.ts';

/** A search on a page that shows /search/. */
export const siteSearch =
  (page: Page): Search =>
  async (text) => {
    await page.locator('[data-search-input]').first().fill(text);
    await page.waitForFunction((wanted) => {
      const flat = (words: string) => words.replace(/\s+/g, ' ').trim();
      const box = document.querySelector<HTMLElement>('[data-search-state]');
      return (
        box !== null &&
        ['ready', 'empty'].includes(box.dataset['searchState'] ?? '') &&
        flat(box.dataset['searchQuery'] ?? '') === flat(wanted)
      );
    }, text);
    return page.$$eval('a[data-search-result]', (links) => links.map((link) => link.getAttribute('href') ?? ''));
  };
