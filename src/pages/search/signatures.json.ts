/** The messages of all fixes, compiled; fetched by the search page with the first search. */
import type { APIRoute } from 'astro';
import { signaturesOf } from '~/checks/messages.ts';
import { parsedNotes } from '~/content/files.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(signaturesOf(parsedNotes())), { headers: { 'content-type': 'application/json' } });
