import { join } from 'node:path';
import { gradedQueries, judge, tableOf } from '../judge/judge.ts';
import { siteSearch } from '../judge/site-search.ts';
import { fromRoot } from './site.ts';
import { expect, test } from './test.ts';

/** All are judged without a browser by tests/site/search-quality.test.ts; here every third, as a reader gets it. */
const queries = gradedQueries().filter(({ style }, index) => style === 'exact' && index % 3 === 0);

test('the search page finds commands, flags and tokens as they are written', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/search/');
  const search = siteSearch(page);
  const shown = async (text: string) => (await search(text)).map(fromRoot);
  const verdict = await judge(queries, shown, join(import.meta.dirname, '../../dist'));
  console.table(tableOf(verdict));
  expect(verdict.all.three / verdict.all.n).toBeGreaterThanOrEqual(0.95);
});
