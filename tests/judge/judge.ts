/** Types graded queries into the search page and finds where the first right section stands. Used by the test and the bench. */
import type { Page } from '@playwright/test';

export interface Graded {
  readonly q: string;
  readonly style: string;
  /** Regular expression, flag i, that the text of a right section matches. */
  readonly expect: string;
}

export interface Score {
  n: number;
  first: number;
  three: number;
  reciprocal: number;
}

export interface Verdict {
  readonly styles: Map<string, Score>;
  readonly all: Score;
  readonly misses: readonly string[];
}

/** What a search shows for a text: up to ten site-relative addresses, best first. */
export type Search = (page: Page, text: string) => Promise<string[]>;

/** The site's own search, typed into its page. */
export const siteSearch: Search = async (page, text) => {
  await page.locator('[data-search-input]').first().fill(text);
  await page.waitForFunction((wanted) => {
    const flat = (words: string) => words.replace(/\s+/g, ' ').trim();
    const box = document.querySelector<HTMLElement>('[data-search-state]');
    return box !== null && ['ready', 'empty'].includes(box.dataset['searchState'] ?? '') && flat(box.dataset['searchQuery'] ?? '') === flat(wanted);
  }, text);
  return page.$$eval('a[data-search-result]', (links) => links.slice(0, 10).map((link) => link.getAttribute('href') ?? ''));
};

/** The place of the first address whose section matches, 0 for none. */
async function placeOf(page: Page, addresses: readonly string[], wanted: string): Promise<number> {
  return page.evaluate(
    async ([links, source]) => {
      const pattern = new RegExp(source, 'i');
      for (const [index, address] of links.entries()) {
        const url = new URL(address, location.href);
        const target = new DOMParser().parseFromString(await (await fetch(url.pathname)).text(), 'text/html');
        const main = target.querySelector('main');
        for (const other of main?.querySelectorAll('nav, script') ?? []) other.remove();
        const heading = url.hash ? target.getElementById(decodeURIComponent(url.hash.slice(1))) : null;
        let text = heading ? '' : (main?.textContent?.slice(0, 2500) ?? '');
        const level = Number(heading?.tagName[1]);
        for (let node: Element | null = heading; node; node = node.nextElementSibling) {
          if (node !== heading && /^H[1-6]$/.test(node.tagName) && Number(node.tagName[1]) <= level) break;
          text += ` ${node.textContent}`;
        }
        if (pattern.test(text.replace(/\s+/g, ' '))) return index + 1;
      }
      return 0;
    },
    [addresses, wanted] as const,
  );
}

/** Asks all queries on a page that shows /search/. */
export async function judge(page: Page, queries: readonly Graded[], search: Search = siteSearch): Promise<Verdict> {
  const styles = new Map<string, Score>();
  const all: Score = { n: 0, first: 0, three: 0, reciprocal: 0 };
  const misses: string[] = [];
  for (const query of queries) {
    const place = await placeOf(page, await search(page, query.q), query.expect);
    const style = styles.get(query.style) ?? { n: 0, first: 0, three: 0, reciprocal: 0 };
    styles.set(query.style, style);
    for (const score of [style, all]) {
      score.n++;
      if (place === 1) score.first++;
      if (place >= 1 && place <= 3) score.three++;
      if (place > 0) score.reciprocal += 1 / place;
    }
    if (place === 0 || place > 3) misses.push(`${query.style}: ${query.q} (${place === 0 ? 'not in ten' : place})`);
  }
  return { styles, all, misses };
}
