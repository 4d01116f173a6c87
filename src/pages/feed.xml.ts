import type { APIRoute } from 'astro';
import { getNotes } from '~/content/notes.ts';
import { SITE } from '~/site.ts';

const MOST = 50;

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The pages that were read last against their sources, as an Atom feed. */
export const GET: APIRoute = async () => {
  const notes = (await getNotes())
    .sort((a, b) => b.reviewed.localeCompare(a.reviewed) || a.url.localeCompare(b.url))
    .slice(0, MOST);
  const entries = notes.map(
    ({ title, url, description, reviewed }) =>
      `<entry><title>${escapeXml(title)}</title><id>${SITE.url}${url}</id><link href="${SITE.url}${url}"/><updated>${reviewed}T00:00:00Z</updated><summary>${escapeXml(description)}</summary></entry>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>${SITE.name}</title><id>${SITE.url}/</id><link href="${SITE.url}/"/><link rel="self" href="${SITE.url}/feed.xml"/><updated>${notes[0]?.reviewed ?? '2026-01-01'}T00:00:00Z</updated><author><name>${SITE.name}</name></author>\n${entries.join('\n')}\n</feed>\n`,
    { headers: { 'content-type': 'application/atom+xml' } },
  );
};
