import type { APIRoute } from 'astro';
import { contentFiles, readContent } from '~/content/files.ts';

export function getStaticPaths() {
  return (
    contentFiles()
      // A page of an example would be taken for one of the site.
      .filter((path) => path.startsWith('examples/') && !path.endsWith('.html'))
      .map((path) => ({ params: { file: path.slice('examples/'.length) } }))
  );
}

/** The files of content/examples and of deploy/, to download. */
export const GET: APIRoute<Record<string, never>, { file: string }> = ({ params }) =>
  new Response(readContent(`examples/${params.file}`, 'the download'));
