import type { Heading } from '../../content/contents-of.ts';
import type { Value } from '../../content/data.ts';
import type { Note } from '../../content/notes.ts';
import type { Release } from '../../evidence.ts';

/** What stands between a note's opening and its text. */
export interface NoteHead {
  readonly note: Note;
  readonly contents: readonly Heading[];
  readonly checked: { readonly calls: number; readonly releases: readonly Release[] };
  readonly values: readonly Value[];
  /** Of a fix: where its fault was provoked. */
  readonly provoked: { readonly day: string; readonly versions: Readonly<Record<string, string>> } | undefined;
}
