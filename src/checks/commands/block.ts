/** A block or span of commands: its calls of recorded tools, and all that is wrong with them. Pure once the grammar is loaded. */
import type { Parser } from 'web-tree-sitter';
import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';
import { checkArguments } from './arguments.ts';
import { type Call, checkCall } from './call.ts';
import { retiredAdvice } from './retired.ts';
import { parseShell, tooLong } from './shell.ts';
import { ROOTS } from './tools.ts';
import { parseWindows } from './windows.ts';
import { splitWords, type Word } from './words.ts';
import { programName, unwrap } from './wrappers.ts';

export interface Block {
  readonly calls: readonly Call[];
  readonly problems: readonly Problem[];
  readonly assigned: ReadonlySet<string>;
  readonly used: readonly { readonly name: string; readonly line: number }[];
}

/** Reads a block of sh, powershell or cmd; placeholders are filled in already. */
export function readBlock(parser: Parser, code: string, lang: string): Block {
  const calls: Call[] = [];
  const problems: Problem[] = [];
  const long = tooLong(code);
  if (long) return { calls, problems: [long], assigned: new Set(), used: [] };
  if (lang !== 'sh') {
    for (const words of parseWindows(code, lang)) follow(parser, words, calls, problems, 0);
    return { calls, problems, assigned: new Set(), used: [] };
  }
  const shell = parseShell(parser, code);
  problems.push(...shell.problems);
  for (const words of shell.commands) follow(parser, words, calls, problems, 0);
  return { calls, problems, assigned: shell.assigned, used: shell.used };
}

const MENTION =
  /^(?:(?:sudo|winpty|watch|time|nohup)\s+(?:-\S+\s+)*)?(?:docker|kubectl|helm|docker-machine)(?:\.exe)?(?=\s|$)/;

/** Inline code that begins with a call; undefined for any other. `docker stack ...` and a flag without its value pass as mentions. */
export function readSpan(parser: Parser, code: string): Block | undefined {
  const [first = '', second = ''] = code.split(/\s+/);
  if (!MENTION.test(code) && !misspelt(first, second)) return undefined;
  const calls: Call[] = [];
  const problems: Problem[] = [];
  const long = tooLong(code);
  if (long) return { calls, problems: [long], assigned: new Set(), used: [] };
  const shell = parseShell(parser, code);
  const lines = shell.problems.length > 0 ? [splitWords(code)] : shell.commands;
  for (const words of lines)
    follow(
      parser,
      words.map((word) => (/\.\.\.|…/.test(word.text) ? { ...word, dynamic: true } : word)),
      calls,
      problems,
      0,
      true,
    );
  return { calls, problems, assigned: shell.assigned, used: [] };
}

/** The tool that a writer meant: a name one or two letters off, before one of its sub-commands. */
function misspelt(name: string, next: string): string | undefined {
  const near = nearest(name, ROOTS.keys());
  return near && name.length > 3 && ROOTS.get(near)?.children.has(next) ? near : undefined;
}

function follow(
  parser: Parser,
  words: readonly Word[],
  calls: Call[],
  problems: Problem[],
  depth: number,
  isMention = false,
): void {
  if (words.length === 0 || depth > 4) return;
  const target = unwrap(words);
  if ('script' in target) {
    const shell = parseShell(parser, target.script);
    for (const inner of shell.commands)
      follow(
        parser,
        inner.map((word) => ({ ...word, line: word.line + target.line })),
        calls,
        problems,
        depth + 1,
        isMention,
      );
    return;
  }
  const [first, ...rest] = target.words;
  const name = programName(first?.text ?? '');
  const advice = name === 'docker-machine' ? retiredAdvice(name) : undefined;
  if (first && advice)
    problems.push({ line: first.line, found: name, allowed: 'docker, kubectl, helm of today', fix: advice });
  const meant = first && !ROOTS.has(name) ? misspelt(name, rest[0]?.text ?? '') : undefined;
  if (first && meant)
    problems.push({
      line: first.line,
      found: `${name}, which is no program that we know`,
      allowed: [...ROOTS.keys()].join(', '),
      fix: `did you mean ${meant}?`,
    });
  if (!first || !ROOTS.has(name)) return;
  const { call, problems: found } = checkCall([{ ...first, text: name }, ...rest], isMention);
  // `docker run --mount` in a sentence names the flag; in a block it lacks its value.
  problems.push(...found.filter((problem) => !isMention || !problem.found.endsWith(' without its value')));
  if (!call) return;
  calls.push(call);
  if (!isMention)
    problems.push(
      ...checkArguments(
        call,
        words.some(({ text }) => /^(xargs|find)$/.test(text)),
      ),
    );
  follow(parser, call.inner, calls, problems, depth + 1, isMention);
}
