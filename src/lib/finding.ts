/** What a check says to a writer: where, what was found, what is allowed, how to mend it. */
export interface Finding {
  /** Path from the project's root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly found: string;
  readonly allowed: string;
  readonly fix: string;
}

/** One finding as a few lines of text, the first of which an editor can jump to. */
export function formatFinding({ file, line, found, allowed, fix }: Finding): string {
  return `${file}:${line}: ${found}\n    allowed: ${allowed}\n    to fix:  ${fix}`;
}

/** All findings, sorted by place, with their number. */
export function formatFindings(findings: readonly Finding[]): string {
  const sorted = [...findings].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return `${sorted.map(formatFinding).join('\n\n')}\n\n${findings.length} ${findings.length === 1 ? 'problem' : 'problems'} in the content`;
}
