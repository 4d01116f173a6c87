/** The answer in short and the first command of each fix; fetched by the search page for the fix that a paste leads to. */
import type { APIRoute } from 'astro';
import { firstStepOf } from '~/content/first-step.ts';
import { getTopicNotes, type Note } from '~/content/notes.ts';
import { toRender } from '~/kept-pages.ts';

export async function getStaticPaths() {
  return toRender(getTopicNotes('troubleshooting')).map((note) => ({ params: { slug: note.id }, props: { note } }));
}

export const GET: APIRoute<{ note: Note }> = ({ props: { note } }) =>
  new Response(JSON.stringify(firstStepOf(note.parsed)), { headers: { 'content-type': 'application/json' } });
