/** A fenced block of a note's source. `line` is 1-based in the text given. */
export interface Fence {
  readonly lang: string;
  readonly meta: string;
  readonly code: string;
  readonly line: number;
}

/** The fences of a Markdown text, in order; indented ones (in list items) lose their indent. */
export function fencesOf(text: string): Fence[] {
  const fences: Fence[] = [];
  let open: { indent: string; mark: string; lang: string; meta: string; line: number; code: string[] } | undefined;
  text.split('\n').forEach((line, index) => {
    if (open) {
      if (line.trim() === open.mark) {
        fences.push({ lang: open.lang, meta: open.meta, code: open.code.join('\n'), line: open.line });
        open = undefined;
      } else open.code.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line.trimStart());
      return;
    }
    const match = /^(\s*)(`{3,}|~{3,})(\w*)\s*(.*)$/.exec(line);
    if (match)
      open = {
        indent: match[1] ?? '',
        mark: match[2] ?? '',
        lang: match[3] || 'text',
        meta: match[4] ?? '',
        line: index + 1,
        code: [],
      };
  });
  return fences;
}
