/** What tells one index from another: Pagefind's metadata without all that follows from it. */
export interface IndexFacts {
  /** Folder of the chunks below `index/`. */
  readonly build: string;
  /** Words in each record, roughly. */
  readonly lengths: readonly number[];
  /** The beginning of the first word of each chunk, in their order. */
  readonly starts: readonly string[];
  /** The last word of the last chunk. */
  readonly last: string;
}
