/** The only module that asks astro:content, and in dev alone: there Astro knows which notes were saved and what they show again. */
import type { Note } from '../content/notes.ts';
import { compiledNote } from './compile.ts';

/** The content of a note as a component, which takes those that a note may use as `components`. */
export async function renderNote({ topic, id, url, parsed }: Note) {
  if (!import.meta.env.DEV) return compiledNote(parsed.file, parsed.text);
  const { getEntry, render } = await import('astro:content');
  const entry = await getEntry(topic, id);
  if (!entry) throw new Error(`${url} is not among the entries that Astro has read`);
  return (await render(entry)).Content;
}
