/** What the sitemap lists: every page that search engines may list, with the day on which a note was last read. Build-time only. */
import sitemap, { type SitemapOptions } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { parsedNotes } from '../content/files.ts';
import { matterOf } from '../content/front-matter.ts';
import { withoutBase } from '../lib/site-address.ts';
import { SITE } from '../site.ts';

/** Pages that ask not to be listed. That of the search is one page: what is searched stands behind `#`. */
const UNLISTED = /\/404\/$/;

const reviewed = (): Map<string, string | undefined> =>
  new Map(parsedNotes().map(({ url, topic, matter }) => [url, matterOf(matter, topic)?.reviewed]));

let days: ReturnType<typeof reviewed> | undefined;

const options: SitemapOptions = {
  filter: (page) => !UNLISTED.test(page),
  serialize: (item) => {
    days ??= reviewed();
    const day = days.get(withoutBase(SITE.base, new URL(item.url).pathname));
    return day === undefined ? item : { ...item, lastmod: day };
  },
};

/** Astro's sitemap, told of the pages too that were not rendered anew. */
export function siteMap(keptUrls: () => readonly string[]): AstroIntegration {
  const { name, hooks } = sitemap(options);
  return {
    name,
    hooks: {
      ...hooks,
      'astro:build:done': (done) => {
        const kept = keptUrls().map((url) => ({ pathname: url.slice(1) }));
        const pages = [...done.pages, ...kept].sort((a, b) => (a.pathname < b.pathname ? -1 : 1));
        return hooks['astro:build:done']?.({ ...done, pages });
      },
    },
  };
}
