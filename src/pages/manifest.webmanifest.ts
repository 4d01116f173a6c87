import type { APIRoute } from 'astro';
import favicon from '~/components/shell/favicon.svg?url';
import { href } from '~/lib/href.ts';
import { SITE } from '~/site.ts';

/** What a phone needs to keep the site on its home screen. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: SITE.name,
      short_name: 'Field Notes',
      start_url: href('/'),
      display: 'minimal-ui',
      background_color: '#fbfcfa',
      theme_color: '#fbfcfa',
      icons: [{ src: favicon, sizes: 'any', type: 'image/svg+xml' }],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
