/** Learning paths: notes that are a numbered list or table of links. Pure. */

/** A learning path with the notes of its steps, in their order. */
export interface Path<N> {
  readonly path: N;
  readonly steps: readonly N[];
}

interface Stepped {
  readonly id: string;
  readonly url: string;
  readonly parsed: { readonly text: string };
}

/** The paths among notes; a step of two notes counts by its first. */
export function pathsOf<N extends Stepped>(notes: readonly N[]): Path<N>[] {
  return notes
    .filter(({ id }) => id.startsWith('path-'))
    .map((path) => ({
      path,
      steps: [...path.parsed.text.matchAll(/^(?:\| *)?\d+\. \[[^\]]*\]\((\/[^)#]+)/gm)].flatMap(
        ([, url]) => notes.find((note) => note.url === url) ?? [],
      ),
    }));
}
