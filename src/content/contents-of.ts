/** An h2 as a table of contents lists it. */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** The h2 of a page from what Astro's render() returns. */
export function contentsOf(headings: readonly { depth: number; slug: string; text: string }[]): Heading[] {
  return headings.filter(({ depth }) => depth === 2).map(({ slug, text }) => ({ id: slug, text }));
}
