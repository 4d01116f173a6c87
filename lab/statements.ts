/** A block of shell taken apart into the statements that a reader types one by one. */
import type { Parser } from 'web-tree-sitter';

/** The statements of a block with comments left out; here-documents stay with their command. */
export function statementsOf(parser: Parser, code: string): string[] {
  // A placeholder would be read as a redirection; what stands in for it is as long.
  const tree = parser.parse(`${code.replace(/<([A-Z][A-Z0-9_]*)>/g, '_$1_')}\n`);
  if (!tree) throw new Error('tree-sitter gave no tree');
  const starts = tree.rootNode.namedChildren.flatMap((node) =>
    node && node.type !== 'comment' && node.type !== 'heredoc_body' ? [node.startIndex] : [],
  );
  const text = `${code}\n`;
  const bytes = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  tree.delete();
  // Two statements on one line, `a; b` or `a &`, are typed as one.
  const joined: string[] = [];
  for (const [index, part] of bytes.entries()) {
    const before = text.slice(0, starts[index] ?? 0);
    if (joined.length > 0 && !/\n\s*$/.test(before.replace(/\n[ \t]*#[^\n]*(?=\n)/g, '')))
      joined[joined.length - 1] += part;
    else joined.push(part);
  }
  return joined.map((part) => part.replace(/\n\s*#[^\n]*/g, '').trim()).filter(Boolean);
}
