import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { APIRoute } from 'astro';
import { CONTENT, readContent } from '~/content/data.ts';

export function getStaticPaths() {
  const folder = join(CONTENT, 'examples');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ params: { file: relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/') } }));
}

/** The files of content/examples, to download. */
export const GET: APIRoute<Record<string, never>, { file: string }> = ({ params }) =>
  new Response(readContent(`examples/${params.file}`, 'the download'));
