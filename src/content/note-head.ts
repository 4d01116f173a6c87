import type { Release } from '../evidence.ts';
import type { Heading } from './contents-of.ts';
import type { Value } from './data.ts';
import type { Note } from './notes.ts';

/** What stands between a note's opening and its text. */
export interface NoteHead {
  readonly note: Note;
  readonly contents: readonly Heading[];
  readonly checked: { readonly calls: number; readonly releases: readonly Release[] };
  readonly values: readonly Value[];
}
