/** Shell text to command lines, by the grammar tree-sitter-bash. Pure once the grammar is loaded (grammar.ts). */
import type { Node, Parser } from 'web-tree-sitter';
import type { Problem } from '../../lib/finding.ts';
import type { Word } from './words.ts';

export interface ParsedShell {
  /** Every simple command, also those in pipelines, substitutions, loops and functions. */
  readonly commands: readonly (readonly Word[])[];
  readonly problems: readonly Problem[];
  /** Variables that the text sets, by assignment, export, read or for. */
  readonly assigned: ReadonlySet<string>;
  /** Variables that it reads, with their 0-based lines. */
  readonly used: readonly { readonly name: string; readonly line: number }[];
}

/** Stands for a lone `-` while a block is parsed. */
const STDIN = '\uE000';

/** Characters of a block that are read: what the grammar makes of `((((` costs the square of its length, and nobody pastes a book. */
const LONGEST = 10_000;

/** What is wrong with a block that is too long to be read; undefined for all others. */
export const tooLong = (code: string): Problem | undefined =>
  code.length <= LONGEST
    ? undefined
    : {
        line: 0,
        found: `a block of ${code.length} characters`,
        allowed: `commands of at most ${LONGEST} characters`,
        fix: 'cut it into blocks, or make it a file of content/examples',
      };

/** Levels of a tree that are read; each holds its whole text, so that more would cost their square. */
const DEEPEST = 400;

/** Parses a block. Placeholders must have been replaced before (placeholders.ts). */
export function parseShell(parser: Parser, code: string): ParsedShell {
  // The grammar does not know `3<>`, which opens a file for reading and writing, and loses a lone `-` before a here-document.
  const text = code.replace(/<>/g, '>>').replace(/(?<=\s)-(?=\s+<<)/g, STDIN);
  const tree = parser.parse(text.endsWith('\n') ? text : `${text}\n`);
  if (!tree) throw new Error('tree-sitter gave no tree');
  const commands: Word[][] = [];
  const problems: Problem[] = [];
  const assigned = new Set<string>();
  const used: { name: string; line: number }[] = [];
  const waiting: { node: Node; depth: number }[] = [{ node: tree.rootNode, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) {
      if (problems.length === 0) problems.push(tooDeep(node.startPosition.row));
      continue;
    }
    if (node.isMissing || node.type === 'ERROR') {
      const line = node.startPosition.row;
      const text = (code.split('\n')[line] ?? '').trim();
      if (problems.length === 0)
        problems.push({
          line,
          found: node.isMissing
            ? `shell syntax: a missing ${node.type} near "${text}"`
            : `shell syntax: cannot read "${node.text.split('\n')[0]?.slice(0, 60)}" in "${text}"`,
          allowed: 'a line that bash parses',
          fix: 'close what is open (quotes, brackets, do/done, here-documents), and quote what the shell would read as its own',
        });
    }
    if (node.type === 'command') commands.push(wordsOf(node));
    if (node.type === 'variable_assignment') assigned.add(node.childForFieldName('name')?.text ?? '');
    if (node.type === 'for_statement') assigned.add(node.childForFieldName('variable')?.text ?? '');
    if (
      node.type === 'command' &&
      /^(read|mapfile|readarray|getopts)$/.test(node.childForFieldName('name')?.text ?? '')
    )
      for (const word of wordsOf(node).slice(1)) assigned.add(word.text);
    if (node.type === 'declaration_command')
      for (const child of node.namedChildren) if (child?.type === 'variable_name') assigned.add(child.text);
    if (node.type === 'simple_expansion' || node.type === 'expansion') {
      const name = node.namedChildren.find((child) => child?.type === 'variable_name');
      if (name) used.push({ name: name.text, line: name.startPosition.row });
    }
    for (const child of node.children.toReversed()) if (child) waiting.push({ node: child, depth: depth + 1 });
  }
  tree.delete();
  return { commands, problems, assigned, used };
}

const tooDeep = (line: number): Problem => ({
  line,
  found: `shell syntax: nested more than ${DEEPEST} deep`,
  allowed: 'commands that a person can read',
  fix: 'take what is inside into lines of its own',
});

function wordsOf(command: Node): Word[] {
  const words: Word[] = [];
  const whole = command.text;
  let end = -1;
  for (const child of command.namedChildren) {
    if (!child || /redirect|variable_assignment|herestring|comment/.test(child.type)) continue;
    const text = textOf(child).replace(STDIN, '-');
    const dynamic = isDynamic(child);
    const before = words.at(-1);
    // A backslash at the end of a line joins what touches it on both sides.
    if (before && whole.slice(end - command.startIndex, child.startIndex - command.startIndex) === '\\\n')
      words[words.length - 1] = { ...before, text: before.text + text, ...(dynamic ? { dynamic } : {}) };
    else words.push({ text, line: child.startPosition.row, ...(dynamic ? { dynamic } : {}) });
    end = child.endIndex;
  }
  return words;
}

/** The text of a word as the program receives it; expansions stay as they are written. */
function textOf(node: Node): string {
  switch (node.type) {
    case 'word':
      return node.text.replace(/\\\n\s*/g, '').replace(/\\(.)/g, '$1');
    case 'raw_string':
      return node.text.slice(1, -1);
    case 'string':
      return node.text
        .slice(1, -1)
        .replace(/\\\n/g, '')
        .replace(/\\(["\\$`])/g, '$1');
    case 'ansi_c_string':
      return node.text.slice(2, -1);
    case 'command_name':
    case 'concatenation': {
      if (node.childCount === 0) return node.text;
      let text = '';
      let at = node.startIndex;
      for (const child of node.children) {
        if (!child) continue;
        text += node.text.slice(at - node.startIndex, child.startIndex - node.startIndex) + textOf(child);
        at = child.endIndex;
      }
      return text + node.text.slice(at - node.startIndex);
    }
    default:
      return node.text;
  }
}

function isDynamic(node: Node): boolean {
  const waiting: (Node | null)[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next && /expansion|substitution/.test(next.type)) return true;
    if (next) waiting.push(...next.children);
  }
  return false;
}
