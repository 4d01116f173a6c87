import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { gradedQueries, judge, tableOf } from '../judge/judge.ts';
import { siteSearch } from '../judge/site-search.ts';

/** All of them are judged without a browser by tests/site/search-quality.test.ts; here every sixth, as a reader gets it. */
const queries = gradedQueries().filter((_, index) => index % 6 === 0);

test('the search page finds the right section for the project’s own graded queries', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/search/');
  const verdict = await judge(queries, siteSearch(page), join(import.meta.dirname, '../../dist'));
  console.table(tableOf(verdict));
  // Floors, a little below what was measured when they were set: raise them with the ranking, never lower them.
  expect(verdict.all.three / verdict.all.n).toBeGreaterThanOrEqual(0.94);
  expect(verdict.all.first / verdict.all.n).toBeGreaterThanOrEqual(0.82);
});
