import type { APIRoute } from 'astro';
import { fullAddress, SITE } from '~/site.ts';

/** A sitemap is named by a whole address, so there is none until SITE_URL says it. */
export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nAllow: /\n${SITE.url === undefined ? '' : `Sitemap: ${fullAddress('/sitemap-index.xml')}\n`}`,
  );
