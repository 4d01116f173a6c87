/** What a check says to a writer: where, what was found, what is allowed, how to correct it. */
export interface Finding {
  /** Path from the project's root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly found: string;
  readonly allowed: string;
  readonly fix: string;
}

/** A finding in a piece of a file, before it is known where the piece stands: `line` counts from 0 within the piece. */
export type Problem = Omit<Finding, 'file'>;

/** Makes findings of one file. */
export const findingIn =
  (file: string) =>
  (line: number, found: string, allowed: string, fix: string): Finding => ({ file, line, found, allowed, fix });

/** One finding as a few lines of text, the first of which an editor can jump to. */
export function formatFinding({ file, line, found, allowed, fix }: Finding): string {
  return `${file}:${line}: ${found}\n    allowed: ${allowed}\n    to fix:  ${fix}`;
}

/** All findings, sorted by place, with their number. */
export function formatFindings(findings: readonly Finding[]): string {
  const sorted = [...findings].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return `${sorted.map(formatFinding).join('\n\n')}\n\n${findings.length} ${findings.length === 1 ? 'problem' : 'problems'} in the content`;
}

/** Stops a build with what is wrong with the content. It has no stack: the place that matters is in the message. */
export class ContentError extends Error {
  constructor(message: string) {
    super(`\n${message}`);
    this.name = 'Content';
    this.stack = '';
  }
}
