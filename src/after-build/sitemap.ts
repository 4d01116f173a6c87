/** A page of the built site that search engines may list. */
interface Listed {
  readonly url: string;
  /** ISO day of the last review, if the page names one. */
  readonly day: string | undefined;
}

/** What the sitemap says of a page's HTML: its canonical address and day, or nothing if it asks not to be listed. */
export function listed(html: string): Listed | undefined {
  const url = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  if (!url || /<meta name="robots" content="noindex"/.test(html)) return undefined;
  return { url, day: /<time datetime="(\d{4}-\d\d-\d\d)"/.exec(html)?.[1] };
}

/** The text of sitemap.xml. */
export function sitemap(pages: readonly Listed[]): string {
  const rows = pages.map(({ url, day }) => `<url><loc>${url}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`;
}
