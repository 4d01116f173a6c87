import type { APIRoute } from 'astro';
import { changes } from '~/content/data.ts';
import { readContent } from '~/content/files.ts';
import { getNotes, type Note } from '~/content/notes.ts';
import { saidBy } from '~/content/said-by.ts';
import { toPlainMarkdown } from '~/content/to-markdown.ts';
import { toRender } from '~/kept-pages.ts';
import { languageOf } from '~/lib/languages.ts';
import { fullAddress } from '~/site.ts';

export async function getStaticPaths() {
  return toRender(getNotes()).map((note) => ({ params: { topic: note.topic, slug: note.id }, props: { note } }));
}

/** Every note as Markdown at its address with .md. */
export const GET: APIRoute<{ note: Note }> = ({ props: { note } }) => {
  const errors = note.fix ? saidBy(note.fix).map(({ text }) => text) : [];
  const page = { title: note.title, url: fullAddress(note.url), errors };
  return new Response(
    toPlainMarkdown(page, note.parsed.tree, {
      file: (path) => readContent(path, note.url),
      change: (id) => changes().find((change) => change.id === id),
      address: fullAddress,
      language: (path) => languageOf(path.split('/').at(-1) ?? ''),
    }),
  );
};
