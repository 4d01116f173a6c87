/** What a lab recorded of a page, and what a page presupposes to be recorded. */

/** One command as it ran: what went in, how it ended, what both streams carried. */
export interface Run {
  readonly run: string;
  readonly exit: number;
  readonly out?: string;
  readonly err?: string;
  /** It went on for ever and was ended as a reader would, with Ctrl+C. */
  readonly stopped?: boolean;
  /** It printed to a terminal: both streams in one, as the screen showed them at the end. */
  readonly terminal?: boolean;
}

/** The runs of one block; `at` is the block's address, see `addressBlocks`. */
export interface RecordedBlock {
  readonly at: string;
  readonly runs: readonly Run[];
}

/** A committed file under lab/recordings/. */
export interface Recording {
  readonly page: string;
  readonly day: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly blocks: readonly RecordedBlock[];
}

/** Why a block is not run: the closed list, with the words for the reader. */
export const REASONS = {
  desktop: 'needs Docker Desktop',
  cloud: 'needs a cloud',
  internet: 'needs the public internet',
  terminal: 'opens a terminal',
  host: 'changes the host',
  endless: 'waits for ever',
  kernel: 'needs a kernel or system service that the lab lacks',
  release: 'needs another release',
  alternative: 'is another way to the same end',
  program: 'needs a program that the lab lacks',
} as const;

export type Reason = keyof typeof REASONS;

/** What the reader is told about one output block. */
export type Evidence =
  | { readonly evidence: 'recorded'; readonly day: string; readonly versions: Readonly<Record<string, string>> }
  | { readonly evidence: 'typed'; readonly reason: string };
