/** The messages of all fixes, compiled; fetched by the search page with the first search. */
import type { APIRoute } from 'astro';
import { getTopicNotes } from '~/content/notes.ts';
import { compileSignatures } from '~/error-matcher/compile.ts';

export const GET: APIRoute = async () => {
  const notes = await getTopicNotes('troubleshooting');
  const { file } = compileSignatures(
    notes.map(({ id, title, fix }) => ({
      id,
      title,
      errors: fix?.errors ?? [],
      wraps: fix?.wraps,
      warning: fix?.warning,
    })),
  );
  return new Response(JSON.stringify(file), { headers: { 'content-type': 'application/json' } });
};
