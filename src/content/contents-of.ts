import type { ParsedNote } from './read-note.ts';

/** An h2 as a table of contents lists it. */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** The h2 of a note, in their order. */
export function contentsOf({ sections }: ParsedNote): Heading[] {
  return sections.flatMap(({ depth, id, title }) => (depth === 2 && id !== undefined ? [{ id, text: title }] : []));
}
