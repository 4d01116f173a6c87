/** What is wrong with a piece of a note, before it is known in which file and line it stands. */
export interface Problem {
  /** 0-based line within the piece. */
  readonly line: number;
  readonly found: string;
  readonly allowed: string;
  readonly fix: string;
}
