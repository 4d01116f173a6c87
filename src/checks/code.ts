/** All checks of one note's code, and what they prove of each block. Pure once the grammar is loaded. */
import type { Parser } from 'web-tree-sitter';
import { parseMeta, SHELLS } from '../content/fence-meta.ts';
import type { Fence, ParsedNote } from '../content/read-note.ts';
import type { Finding, Problem } from '../lib/finding.ts';
import { blocks } from './blocking.ts';
import { type Block, readBlock, readSpan } from './commands/block.ts';
import type { Call } from './commands/call.ts';
import { destroys } from './commands/destructive.ts';
import { type ObsoleteForm, obsoleteIn } from './commands/obsolete.ts';
import { fillPlaceholders, lowerCase, raise, undeclared, unsetVariables } from './commands/placeholders.ts';
import { checkPorts } from './commands/ports.ts';
import { retiresFlag } from './commands/retired.ts';
import { statementsOf } from './commands/statements.ts';
import { checkTemplates } from './commands/templates.ts';
import { isUnknownFlag } from './commands/tools.ts';
import { checkTools } from './commands/tools-claimed.ts';
import { checkFile } from './files/fence.ts';

/** What the checks of code know besides the note. */
export interface Knowledge {
  readonly parser: Parser;
  /** Placeholders of values.yaml with their examples. */
  readonly examples: ReadonlyMap<string, string>;
  readonly forms: readonly ObsoleteForm[];
}

/** A call of a recorded tool on a page. */
export interface PlacedCall {
  readonly call: Call;
  readonly line: number;
  readonly section: number;
  /** In a sentence, not in a block. */
  readonly inline: boolean;
}

/** What the check has found out about one fence. */
export interface CheckedFence {
  readonly fence: Fence;
  /** None means that the block may bear a mark. */
  readonly findings: readonly Finding[];
  /** Calls of recorded tools in it; none in a block that is marked wrong. */
  readonly calls: readonly Call[];
  /** What kind of file it is, such as Compose or Kubernetes; undefined for commands, output and text. */
  readonly kind: string | undefined;
  /** The commands of a shell block, each as it is written with the comment above it. */
  readonly statements: readonly string[];
}

export interface CheckedCode {
  readonly findings: readonly Finding[];
  /** Calls in blocks that are not marked wrong, and in inline code. */
  readonly calls: readonly PlacedCall[];
  /** In the order of the note's fences. */
  readonly fences: readonly CheckedFence[];
}

/** Checks every fence, every piece of inline code and every string of a note. */
export function checkCode(note: ParsedNote, known: Knowledge): CheckedCode {
  const { file } = note;
  const names = new Set(known.examples.keys());
  const shells = new Map(
    note.fences
      .filter(({ lang }) => SHELLS[lang])
      .map((fence) => [fence, readBlock(known.parser, readable(fence.code, known), fence.lang)]),
  );
  const assigned = new Set([...shells.values()].flatMap((block) => [...block.assigned]));
  const fences = note.fences.map((fence): CheckedFence => {
    const block = shells.get(fence);
    const statements = block
      ? statementsOf(known.parser, fence.code, fillPlaceholders(fence.code, known.examples), fence.lang)
      : [];
    const { kind, problems } = block ? { kind: undefined, problems: [] } : checkFile(fence);
    const all = block
      ? [
          ...checkShellFence(fence, block, { note, known, names, assigned }),
          ...checkSequence(fence, block, statements),
          ...checkMixed(fence, block),
        ]
      : [...problems, ...obsoleteInFile(fence, known)];
    return {
      fence,
      findings: all.map(({ line, ...problem }) => ({ file, line: fence.line + line, ...problem })),
      calls: block && !isWrong(fence) ? block.calls : [],
      kind,
      statements,
    };
  });
  const spans = checkSpans(note, known, names);
  const calls = [
    ...fences.flatMap(({ fence: { line, section }, calls: own }) =>
      own.map((call) => ({ call, line: line + call.line, section, inline: false })),
    ),
    ...spans.calls,
  ];
  return {
    findings: [...fences.flatMap(({ findings }) => findings), ...spans.findings, ...checkTools(note, calls)],
    calls,
    fences,
  };
}

/** A block as the shell would have it: placeholders filled in, and what markup.ts and lowerCase name by itself not told twice. */
const readable = (code: string, { examples }: Knowledge): string =>
  fillPlaceholders(raise(code.replace(/^(\s*)\$ (?=\S)/gm, '$1  '), examples), examples);

const isWrong = ({ meta }: Fence): boolean => parseMeta(meta).values['wrong'] !== undefined;

interface ShellContext {
  readonly note: ParsedNote;
  readonly known: Knowledge;
  readonly names: ReadonlySet<string>;
  /** Variables that any block of the page sets. */
  readonly assigned: ReadonlySet<string>;
}

function checkShellFence(fence: Fence, block: Block, { note, known, names, assigned }: ShellContext): Problem[] {
  const { values } = parseMeta(fence.meta);
  const wrong = [
    ...block.problems,
    ...obsoleteIn(fence.code, known.forms),
    ...checkTemplates(block.calls),
    ...checkPorts(block.calls),
  ];
  const open = [...undeclared(fence.code, names), ...lowerCase(fence.code, known.examples)];
  if (values['wrong'] === undefined)
    return [
      ...open,
      ...wrong,
      ...(values['where'] === undefined ? unsetVariables(block.used, assigned, names) : []),
      ...unguarded(block, note, fence.section),
    ];
  if (wrong.length > 0) return open;
  return [
    ...open,
    {
      line: 0,
      found: `a block marked wrong="${values['wrong']}" in which nothing is wrong`,
      allowed: 'wrong="..." for commands that the check refuses',
      fix: 'leave the mark out, or show the mistake itself',
    },
  ];
}

/**
 * A block marked `sequence` is copied as one paste: then each command has to come back by itself but the last, and none may
 * delete. Without the mark each command has a button of its own, and there is nothing to hold.
 */
function checkSequence(fence: Fence, block: Block, statements: readonly string[]): Problem[] {
  if (!parseMeta(fence.meta).words.includes('sequence')) return [];
  const problem = (line: number, found: string, fix: string): Problem => ({
    line,
    found,
    allowed: 'a sequence: commands each of which needs the one before, can be pasted as one, and deletes nothing',
    fix,
  });
  const found: Problem[] = [];
  if (statements.length < 2) found.push(problem(0, 'a sequence of one command', 'leave the word `sequence` out'));
  for (const call of block.calls)
    if (destroys(call))
      found.push(
        problem(call.line, `${call.written} in a sequence`, 'leave the word out: what deletes is copied by itself'),
      );
  let line = 0;
  for (const statement of statements.slice(0, -1)) {
    if (blocks(statement))
      found.push(
        problem(
          line,
          `${statement.trim().split('\n').at(-1)}, which waits, before the end of a sequence`,
          'put it last, or into a block of its own: what is pasted behind it is lost or typed into it',
        ),
      );
    line += statement.split('\n').length;
  }
  return found;
}

/** A list of commands for Docker and for a cluster: where it runs, a reader needs one half of it. */
function checkMixed(fence: Fence, block: Block): Problem[] {
  if (isWrong(fence) || parseMeta(fence.meta).words.includes('sequence')) return [];
  const isOfCluster = ({ tool }: Call) => tool === 'kubectl' || tool === 'helm';
  const first = block.calls[0];
  const other = first && block.calls.find((call) => isOfCluster(call) !== isOfCluster(first));
  if (!other) return [];
  return [
    {
      line: other.line,
      found: `${other.written} in one list with ${first.written}`,
      allowed: 'commands of Docker, or of a cluster; a `sequence` that needs both',
      fix: 'put each into a <Tab> of <Tabs kind="tool"> if they do the same, else into a block of its own with a sentence between',
    },
  ];
}

function obsoleteInFile(fence: Fence, known: Knowledge): Problem[] {
  if (['output', 'text'].includes(fence.lang) || isWrong(fence)) return [];
  return obsoleteIn(fence.code, known.forms);
}

function checkSpans(
  note: ParsedNote,
  known: Knowledge,
  names: ReadonlySet<string>,
): { findings: Finding[]; calls: PlacedCall[] } {
  const findings: Finding[] = [];
  const calls: PlacedCall[] = [];
  for (const { text, line, section, was, inTable } of note.spans) {
    const block = readSpan(known.parser, fillPlaceholders(raise(text, known.examples), known.examples));
    const wrong = [
      ...(block?.problems ?? []),
      ...obsoleteIn(text, known.forms),
      ...checkTemplates(block?.calls ?? []),
      ...checkPorts(block?.calls ?? []),
    ];
    const report = (problems: readonly Problem[]): void =>
      void findings.push(
        ...problems.map(({ line: offset, ...problem }) => ({ file: note.file, line: line + offset, ...problem })),
      );
    report(undeclared(text, names));
    if (block) report(lowerCase(text, known.examples));
    if (was) {
      if (wrong.length === 0 && !isUnknownFlag(text) && !retiresFlag(text))
        report([
          {
            line: 0,
            found: `<Was> around "${text}", which is neither refused by the check nor in content/changes.yaml`,
            allowed: 'an obsolete form',
            fix: 'take <Was> away, or add a `find` for it to content/changes.yaml',
          },
        ]);
      continue;
    }
    report(wrong);
    for (const call of block?.calls ?? []) calls.push({ call, line, section, inline: true });
    if (inTable && block) report(unguarded(block, note, section));
  }
  return { findings, calls };
}

function unguarded(block: Block, note: ParsedNote, section: number): Problem[] {
  if (note.components.some(({ name, section: own }) => name === 'Danger' && own === section)) return [];
  return block.calls.flatMap((call) => {
    const loses = destroys(call);
    // `kubectl drain` alone, in a table that compares words, destroys nothing.
    if (
      !loses ||
      (call.args.length === 0 && call.flags.length === 0 && /(delete|drain|rm|rmi|uninstall)$/.test(call.path))
    )
      return [];
    return [
      {
        line: call.line,
        found: `${call.written} loses ${loses}, and this section has no caution`,
        allowed: 'a <Danger> between the same two headings',
        fix: '<Danger title="..." lost="..." look="..." undo="..." />: what is lost, how to look first, how to undo',
      },
    ];
  });
}
