/** Cuts a shell block into its commands for copying, by the grammar that checks them. Pure once the grammar is loaded. */
import type { Parser } from 'web-tree-sitter';
import { tooLong } from './shell.ts';

/**
 * The commands of a block as they are written, each with the comment lines above it. `filled` is the same code with words in
 * place of its placeholders, line by line, which is what bash can parse.
 */
export function statementsOf(parser: Parser, code: string, filled: string, lang: string): string[] {
  if (tooLong(filled)) return [code];
  const lines = code.split('\n');
  const ends = lang === 'sh' ? bashEnds(parser, filled) : windowsEnds(lines, lang);
  const statements: string[] = [];
  let start = 0;
  for (const end of [...new Set(ends)].sort((a, b) => a - b)) {
    const text = lines
      .slice(start, end + 1)
      .join('\n')
      .replace(/^\n+/, '');
    if (text.trim() !== '') statements.push(text);
    start = end + 1;
  }
  const rest = lines.slice(start).join('\n').trim();
  // A comment behind the last command belongs to it.
  if (rest && statements.length > 0) statements[statements.length - 1] += `\n${rest}`;
  else if (rest) statements.push(rest);
  return statements;
}

/** 0-based lines in which a command ends. */
function bashEnds(parser: Parser, filled: string): number[] {
  const tree = parser.parse(`${filled}\n`);
  if (!tree) return [];
  const spans = tree.rootNode.namedChildren.flatMap((node) => {
    if (!node || node.type === 'comment') return [];
    const { row, column } = node.endPosition;
    // A here-document ends behind its last line break.
    return [{ start: node.startPosition.row, end: column === 0 && row > node.startPosition.row ? row - 1 : row }];
  });
  tree.delete();
  // Two commands of which one begins in the line where the other ends are copied together. They come in order, so the next one
  // that ends below is the only one to ask.
  const ends: number[] = [];
  let below: { start: number; end: number } | undefined;
  let after: { start: number; end: number } | undefined;
  for (const span of spans.toReversed()) {
    if (after && after.end > span.end) below = after;
    if (!below || below.start > span.end) ends.push(span.end);
    after = span;
  }
  return ends.reverse();
}

function windowsEnds(lines: readonly string[], lang: string): number[] {
  const goesOn = lang === 'cmd' ? /\^\s*$/ : /`\s*$/;
  const comment = lang === 'cmd' ? /^\s*(?:rem\b|::|$)/i : /^\s*(?:#|$)/;
  return lines.flatMap((line, index) => (goesOn.test(line) || comment.test(line) ? [] : [index]));
}
