import type { RowPattern } from './rows.ts';
import type { TableId } from './tables.ts';

/** A message with what it needs: words of which a log must hold one, fields of which it must lie in one (see within.ts). */
export interface Message {
  readonly text: string;
  readonly note?: string | undefined;
  readonly beside?: readonly string[] | undefined;
  readonly within?: readonly string[] | undefined;
}

/** A fix as far as its messages go: the front matter of content/troubleshooting/<id>.mdx. */
export interface FixErrors {
  readonly id: string;
  readonly title: string;
  readonly errors: readonly (string | Message)[];
  /** Rows of tables that say the fault. */
  readonly rows?: readonly (RowPattern & { readonly line?: number })[] | undefined;
  /** Ids of faults that this one only reports, or `any`: found together with them it comes after them. */
  readonly wraps?: readonly string[] | undefined;
  /** Its messages stop nothing; what did stop is another fault in the same log. */
  readonly warning?: boolean | undefined;
  /** Where the messages stand, for reports: the path of the file, and the line of a message by its place in `errors`. */
  readonly file?: string;
  readonly lineOf?: (message: number) => number;
}

/** The compiled messages: what the page loads. */
export interface SignatureFile {
  readonly v: 2;
  /** Words of the messages that say little, by how little: grammar, then words of every log; space-separated. */
  readonly common: readonly [string, string];
  /** One row a fix: id, title, messages with {holes}, and what it wraps if anything. */
  readonly fixes: readonly FixRow[];
  /** Rows of tables: number of the fix, and what the row is. */
  readonly rows: readonly (readonly [fix: number, table: TableId, cells: RowPattern['cells']])[];
}

/** A message, or a message, the words of which the text must hold one for it to count (space-separated), the fields that it may lie in. */
export type MessageRow = string | readonly [text: string, beside: string, within?: readonly string[]];

/** A fix: id, title, messages, ids of what it wraps (`any`, or `warning` for a message that stops nothing). */
export type FixRow = readonly [id: string, title: string, messages: readonly MessageRow[], wraps?: readonly string[]];

/** What a match is in its log: the fault, what became of a fault, or a warning beside it. */
export type Role = 'cause' | 'outcome' | 'warning';

/** A fix that a paste matches, and why. */
export interface PasteMatch {
  readonly id: string;
  readonly title: string;
  /** Site-relative address of the fix. */
  readonly url: string;
  readonly role: Role;
  /** The id of the match that it follows from, if that stands in the same log. */
  readonly because?: string;
  /** 0 to 1; nothing below CONFIDENT is handed out. */
  readonly confidence: number;
  /** 1-based number of the line that matched first. */
  readonly line: number;
  /** That line, without terminal colours; shortened around the match if it is very long. */
  readonly lineText: string;
  /** Start and end in lineText of the literal pieces that were found. */
  readonly spans: readonly (readonly [number, number])[];
  /** What stands in the variable parts, by name. */
  readonly holes: Readonly<Record<string, string>>;
}
