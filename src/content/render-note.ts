/** The only module that asks astro:content: it renders a note, and nothing else is read there. */
import { getEntry, render } from 'astro:content';
import type { Note } from './notes.ts';

/** The compiled content of a note and its headings. */
export async function renderNote({ topic, id, url }: Pick<Note, 'topic' | 'id' | 'url'>) {
  const entry = await getEntry(topic, id);
  if (!entry) throw new Error(`${url} is not among the entries that Astro has read`);
  return render(entry);
}
