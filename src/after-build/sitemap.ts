/** What the sitemap lists: every page that search engines may list, with the day on which a note was last read. Build-time only. */
import type { SitemapOptions } from '@astrojs/sitemap';
import { parsedNotes } from '../content/files.ts';
import { matterOf } from '../content/front-matter.ts';
import { withoutBase } from '../lib/site-address.ts';
import { SITE } from '../site.ts';

/** Pages that ask not to be listed. That of the search is one page: what is searched stands behind `#`. */
const UNLISTED = /\/404\/$/;

const reviewed = (): Map<string, string | undefined> =>
  new Map(parsedNotes().map(({ url, topic, matter }) => [url, matterOf(matter, topic)?.reviewed]));

let days: ReturnType<typeof reviewed> | undefined;

export const sitemapOptions: SitemapOptions = {
  filter: (page) => !UNLISTED.test(page),
  serialize: (item) => {
    days ??= reviewed();
    const day = days.get(withoutBase(SITE.base, new URL(item.url).pathname));
    return day === undefined ? item : { ...item, lastmod: day };
  },
};
