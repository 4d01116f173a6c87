import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import { getNotes } from '~/content/notes.ts';
import { fullAddress, SITE } from '~/site.ts';

const MOST = 50;

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** An entry's id for ever: its address, or where no host is known a name made of its path, for an id must be whole. */
function idOf(path: string): string {
  if (SITE.url !== undefined) return fullAddress(path);
  const hash = createHash('sha1').update(`${SITE.name} ${path}`).digest('hex');
  const variant = ((Number.parseInt(hash[16] ?? '0', 16) & 3) | 8).toString(16);
  return `urn:uuid:${hash.slice(0, 8)}-${hash.slice(8, 12)}-5${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** The pages that were read last against their sources, as an Atom feed. */
export const GET: APIRoute = async () => {
  const notes = getNotes()
    .toSorted((a, b) => b.reviewed.localeCompare(a.reviewed) || a.url.localeCompare(b.url))
    .slice(0, MOST);
  const entries = notes.map(
    ({ title, url, description, reviewed }) =>
      `<entry><title>${escapeXml(title)}</title><id>${idOf(url)}</id><link href="${fullAddress(url)}"/><updated>${reviewed}T00:00:00Z</updated><summary>${escapeXml(description)}</summary></entry>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>${SITE.name}</title><id>${idOf('/')}</id><link href="${fullAddress('/')}"/><link rel="self" href="${fullAddress('/feed.xml')}"/><updated>${notes[0]?.reviewed ?? '2026-01-01'}T00:00:00Z</updated><author><name>${SITE.name}</name></author>\n${entries.join('\n')}\n</feed>\n`,
    { headers: { 'content-type': 'application/atom+xml' } },
  );
};
