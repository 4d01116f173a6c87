import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { CONTENT, filesBelow, readContent } from '~/content/files.ts';

export function getStaticPaths() {
  return filesBelow(join(CONTENT, 'examples')).map((file) => ({ params: { file } }));
}

/** The files of content/examples, to download. */
export const GET: APIRoute<Record<string, never>, { file: string }> = ({ params }) =>
  new Response(readContent(`examples/${params.file}`, 'the download'));
