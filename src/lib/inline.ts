/** Pieces of a string in which `code` stands in backticks and links as [text](address); used for changes and cautions. */
export interface InlinePart {
  readonly text: string;
  readonly code: boolean;
  /** Where a link leads. */
  readonly href?: string;
}

/** Cuts a text at its backticks and links. */
export function splitInline(text: string): InlinePart[] {
  return text
    .split(/(`[^`]+`|\[[^\]]+\]\([^)\s]+\))/)
    .filter(Boolean)
    .map((part) => {
      const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part);
      if (link) return { text: link[1] ?? '', code: false, href: link[2] ?? '' };
      return part.length > 2 && part.startsWith('`') && part.endsWith('`')
        ? { text: part.slice(1, -1), code: true }
        : { text: part, code: false };
    });
}
