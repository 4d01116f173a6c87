/** Pieces of a string in which `code` stands in backticks; used for the texts of changes and cautions. */
export interface InlinePart {
  readonly text: string;
  readonly code: boolean;
}

/** Cuts a text at its backticks. */
export function splitInline(text: string): InlinePart[] {
  return text
    .split(/(`[^`]+`)/)
    .filter(Boolean)
    .map((part) => (part.length > 2 && part.startsWith('`') && part.endsWith('`') ? { text: part.slice(1, -1), code: true } : { text: part, code: false }));
}
