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

/** The place of the first right result among ten, 0 for none. */
async function placeOf(page: Page, { q, expect }: Graded): Promise<number> {
  await page.locator('[data-search-input]').first().fill(q);
  await page.waitForFunction((text) => {
    const box = document.querySelector<HTMLElement>('[data-search-state]');
    return box !== null && ['ready', 'empty'].includes(box.dataset['searchState'] ?? '') && box.dataset['searchQuery']?.replace(/\s+/g, ' ').trim() === text.replace(/\s+/g, ' ').trim();
  }, q);
  return page.evaluate(async (wanted) => {
    const pattern = new RegExp(wanted, 'i');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-search-result]')].slice(0, 10);
    const flat = (text: string) => text.replace(/\s+/g, ' ');
    for (const [index, link] of links.entries()) {
      const target = new DOMParser().parseFromString(await (await fetch(link.pathname)).text(), 'text/html');
      const main = target.querySelector('main');
      for (const other of main?.querySelectorAll('nav, script') ?? []) other.remove();
      const heading = link.hash ? target.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
      let text = '';
      if (heading) {
        const level = Number(heading.tagName[1]);
        for (let node: Element | null = heading; node; node = node.nextElementSibling) {
          if (node !== heading && /^H[1-6]$/.test(node.tagName) && Number(node.tagName[1]) <= level) break;
          text += ` ${node.textContent}`;
        }
      } else text = main?.textContent?.slice(0, 2500) ?? '';
      if (pattern.test(flat(text))) return index + 1;
    }
    return 0;
  }, expect);
}

/** Asks all queries on a page that shows /search/. */
export async function judge(page: Page, queries: readonly Graded[]): Promise<Verdict> {
  const styles = new Map<string, Score>();
  const all: Score = { n: 0, first: 0, three: 0, reciprocal: 0 };
  const misses: string[] = [];
  for (const query of queries) {
    const place = await placeOf(page, query);
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
