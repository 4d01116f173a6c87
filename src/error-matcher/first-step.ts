/** What the search page shows of a fix before it is opened. */
export interface FirstStep {
  /** The answer in short, as Markdown of one paragraph: words and `code`. */
  readonly short: string;
  /** The first step that has a command, likewise; and the command, with <PLACEHOLDERS>. */
  readonly step?: string;
  readonly code?: string;
}
