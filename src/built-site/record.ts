/** What is searched: one record a section or a fix. */

/** A line of a record: text (inline code between backticks), a command or line of a file, or what a machine prints. */
export interface Line {
  readonly kind: 'text' | 'code' | 'output';
  readonly text: string;
}

export interface SearchRecord {
  /** Site-relative address with its fragment. */
  readonly url: string;
  /** Title of the page. */
  readonly title: string;
  /** Headings from the h2 down; empty for the opening of a page. */
  readonly headings: readonly string[];
  /** Topic and section of the page, as its breadcrumb says. */
  readonly crumbs: readonly string[];
  /** concept, task, reference, fix, topic or what else `data-kind` says. */
  readonly kind: string;
  readonly topic: string;
  readonly tools: readonly string[];
  /** The page's description, on its opening: other words for the same thing. */
  readonly description: string;
  readonly lines: readonly Line[];
  /** Other pages that link to it. */
  readonly links: number;
  /** What readers ask who have other words for it: found, never shown. */
  readonly asks: readonly string[];
}
