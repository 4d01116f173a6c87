import { describe, expect, it } from 'vitest';
import { firstViews, isNote, spread } from '../helpers/first-view.ts';

describe('a note is light (brotli)', () => {
  const views = firstViews().filter(isNote);

  it('one of average length loads at most 16 kB: 5 kB of script, 8 kB of style, 6 requests', () => {
    const { mean, median } = spread(views.map(({ total }) => total));
    expect(views.length).toBeGreaterThan(300);
    expect(mean).toBeLessThanOrEqual(16_000);
    expect(median).toBeLessThanOrEqual(16_000);
    for (const view of views) {
      expect(view.js, view.page.url).toBeLessThanOrEqual(5_000);
      expect(view.css, view.page.url).toBeLessThanOrEqual(8_000);
      // Notes with tabs, one in twenty, load their style so that the others need not.
      expect(view.requests, view.page.url).toBeLessThanOrEqual(view.page.html.includes('data-tabs') ? 7 : 6);
    }
  });

  it('even the longest stays below 24 kB', () => {
    const longest = views.at(-1)!;
    expect(longest.total, longest.page.url).toBeLessThanOrEqual(24_000);
  });

  it('nothing of search is named in a page', () => {
    for (const { page } of views) expect(page.html).not.toMatch(/pagefind|search\/\w+\.json/);
  });
});
