import type { APIRoute } from 'astro';
import { getNotes } from '~/notes.ts';
import { SITE } from '~/site.ts';
import { TOPICS } from '~/topics.ts';

/** Every page that search engines may list, with the day of its last review. */
export const GET: APIRoute = async () => {
  const notes = await getNotes();
  const fixed = ['/', ...TOPICS.map(({ id }) => `/${id}/`), '/commands/', '/changes/', '/contents/', '/sources/', '/about/'];
  const rows = [...fixed.map((url) => ({ url, day: undefined })), ...notes.map(({ url, reviewed }) => ({ url, day: reviewed }))];
  const body = rows.map(({ url, day }) => `<url><loc>${SITE.url}${url}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`).join('\n');
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${body}\n</urlset>\n`);
};
