/** What a page presupposes: `<page>.lab.yaml` beside the note. Every key is optional; see lab/README.md. */
import { readSetupFile } from '../src/recordings/files.ts';
import type { Reason } from '../src/recordings/types.ts';

export interface BlockSetup {
  /** Shell that runs before the block, and is not recorded. */
  readonly before?: string;
  readonly after?: string;
  /** Commands that are run in place of the block's own, for an output whose command the page does not show in a block. */
  readonly run?: string;
  readonly skip?: Reason;
  /** Keeps these statements (1-based) of the block. */
  readonly only?: readonly number[];
  /** What is typed; after `$ ` a command that prints it. */
  readonly input?: string;
  /** Seconds. */
  readonly limit?: number;
  readonly wait?: number;
  /** Seconds between two statements. */
  readonly between?: number;
  readonly values?: Readonly<Record<string, string>>;
  /** They are typed at a terminal, although they do not look like it. */
  readonly terminal?: boolean;
  /** Also what otherwise would be taken for something that opens a terminal or changes the host. */
  readonly force?: boolean;
}

/** How a fix is provoked: what breaks, and what of the page mends it. `@fix.2` stands for that block of the page. */
export interface Provoke {
  readonly prepare?: string;
  /** Prints the message. */
  readonly fault: string;
  readonly fix: string;
  /** Fails before the fix and holds after it; the page's own check when it is left out. */
  readonly check?: string;
  /** The fault is in what is typed: the wrong command fails, the right one, the fix, succeeds. */
  readonly usage?: boolean;
  /** Seconds between the fix and the check. */
  readonly wait?: number;
  readonly limit?: number;
  readonly input?: string;
}

export interface Setup {
  /** The fault of a fix; a reason when it cannot be provoked. */
  readonly provoke?: Provoke | Reason;
  readonly on?: string;
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** File name to contents, or to `@` and the name of one of the page's example files. */
  readonly files?: Readonly<Record<string, string>>;
  readonly before?: string;
  readonly after?: string;
  readonly values?: Readonly<Record<string, string>>;
  /** The whole page is not run. */
  readonly skip?: Reason;
  /** Runs all blocks; without it those of the sections that show output, and those named under blocks. */
  readonly whole?: boolean;
  readonly blocks?: Readonly<Record<string, BlockSetup | Reason>>;
}

export const readSetup = (page: string): Setup => readSetupFile(page) as Setup;

export const blockSetup = (setup: Setup, at: string): BlockSetup => {
  const found = setup.blocks?.[at];
  return typeof found === 'string' ? { skip: found } : (found ?? {});
};
