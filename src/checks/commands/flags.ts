/** The flags of one call, word by word, as pflag reads them. Pure. */

import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';
import { valueProblem } from './allowed-values.ts';
import { retiredAdvice } from './retired.ts';
import type { Command, Flag } from './tree.ts';
import type { Word } from './words.ts';

export interface UsedFlag {
  /** The long name. */
  readonly name: string;
  readonly value: string | undefined;
  readonly line: number;
  /** The words of the command that it follows: `docker` in `docker --debug ps`. */
  readonly of?: string;
}

export interface Scanned {
  /** How many words it used up. */
  readonly take: number;
  readonly used: readonly UsedFlag[];
  /** What is wrong with it, for the command whose flags are asked. */
  readonly check: (command: Command) => Problem[];
}

const HELP: Flag = { name: '--help', short: '-h', takes: undefined, optional: false };
const ROOT_SWITCHES = new Map([
  ['--version', { name: '--version', short: '-v', takes: undefined, optional: false } satisfies Flag],
  ['-v', { name: '--version', short: '-v', takes: undefined, optional: false } satisfies Flag],
]);

/** Reads the flag at `at`: a long one, or short ones in a bundle, with its value if it takes one. */
export function scanFlag(words: readonly Word[], at: number, command: Command): Scanned {
  const word = words[at] as Word;
  const next = words[at + 1];
  const isLong = word.text.startsWith('--');
  const [name = '', joined] = isLong ? cut(word.text) : [word.text, undefined];
  return isLong ? scanLong(word, name, joined, next, command) : scanShort(word, next, command);
}

function scanLong(
  word: Word,
  name: string,
  joined: string | undefined,
  next: Word | undefined,
  command: Command,
): Scanned {
  const flag = find(command, name) ?? inChildren(command, name);
  const wants = flag?.takes !== undefined && !flag.optional;
  const value = joined ?? (wants ? next?.text : undefined);
  return {
    take: wants && joined === undefined ? 2 : 1,
    used: [{ name: flag?.name ?? name, value, line: word.line }],
    check: (owner) => {
      const known = find(owner, name);
      if (!known) return [unknown(owner, word, name)];
      const old = retired(owner, word, known);
      if (known.takes !== undefined && !known.optional && value === undefined)
        return [...old, missing(owner, word, known)];
      return [
        ...old,
        ...swallowed(owner, known, joined, next),
        ...(value === undefined
          ? []
          : valueProblem(owner, known, joined === undefined && next ? next : { ...word, text: value })),
      ];
    },
  };
}

function scanShort(word: Word, next: Word | undefined, command: Command): Scanned {
  const used: UsedFlag[] = [];
  const checks: ((owner: Command) => Problem[])[] = [];
  let take = 1;
  for (let i = 1; i < word.text.length; i++) {
    const short = `-${word.text[i]}`;
    const flag = find(command, short) ?? inChildren(command, short);
    const rest = word.text.slice(i + 1);
    const wants = flag?.takes !== undefined && !flag.optional;
    const joined = rest.startsWith('=') ? rest.slice(1) : rest;
    const value = wants ? joined || next?.text : rest.startsWith('=') ? joined : undefined;
    if (wants && !joined) take = 2;
    used.push({ name: flag?.name ?? short, value, line: word.line });
    checks.push((owner) => {
      const known = find(owner, short);
      if (!known) return [unknown(owner, word, short)];
      const old = retired(owner, word, known);
      if (known.takes !== undefined && !known.optional && value === undefined)
        return [...old, missing(owner, word, known)];
      if (known.takes === undefined)
        return [...old, ...(i === word.text.length - 1 ? swallowed(owner, known, undefined, next) : [])];
      return [...old, ...(value === undefined ? [] : valueProblem(owner, known, { ...word, text: value }))];
    });
    if (wants || rest.startsWith('=') || !flag) break;
  }
  return { take, used, check: (owner) => checks.flatMap((check) => check(owner)) };
}

function find(command: Command, name: string): Flag | undefined {
  const flag = command.flags.get(name);
  if (flag) return flag;
  if (name === '--help' || name === '-h') return HELP;
  return command.path === command.tool ? ROOT_SWITCHES.get(name) : undefined;
}

/** kubectl and helm allow the flags of a sub-command before its name. */
function inChildren(command: Command, name: string): Flag | undefined {
  if (command.tool !== 'kubectl' && command.tool !== 'helm') return undefined;
  for (const child of command.children.values()) {
    const flag = child.flags.get(name) ?? inChildren(child, name);
    if (flag) return flag;
  }
  return undefined;
}

function unknown(owner: Command, word: Word, name: string): Problem {
  const swapped = name[1] === name[1]?.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
  const near = name.startsWith('--')
    ? nearest(
        name,
        [...owner.flags.keys()].filter((key) => key.startsWith('--')),
      )
    : owner.flags.has(swapped)
      ? swapped
      : undefined;
  const advice = retiredAdvice(owner.path, name);
  return {
    line: word.line,
    found: `unknown flag ${name === word.text ? name : `${name} in "${word.text}"`} of ${owner.path}`,
    allowed: list(owner),
    fix:
      advice ??
      (near
        ? `did you mean ${near}?`
        : `${owner.path} of ${owner.tool} ${owner.version} has no such flag: leave it out, or put it where it belongs`),
  };
}

function retired(owner: Command, word: Word, flag: Flag): Problem[] {
  const advice = retiredAdvice(owner.path, flag.name);
  return advice
    ? [
        {
          line: word.line,
          found: `${owner.path} ${flag.name}, an old spelling that ${owner.tool} ${owner.version} only puts up with`,
          allowed: 'the spelling of today',
          fix: advice,
        },
      ]
    : [];
}

function missing(owner: Command, word: Word, flag: Flag): Problem {
  return {
    line: word.line,
    found: `${flag.name} of ${owner.path} without its value`,
    allowed: `${flag.name} <${flag.takes}>`,
    fix: `write the value behind ${flag.name}`,
  };
}

/** `--detach true`, `--dry-run client`: the word behind is an argument, not a value. */
function swallowed(owner: Command, flag: Flag, joined: string | undefined, next: Word | undefined): Problem[] {
  const value = next?.text ?? '';
  if (flag.takes === undefined) {
    if (
      joined !== undefined &&
      !/[$`]/.test(joined) &&
      !/^(1|0|t|f|true|false|T|F|TRUE|FALSE|True|False)$/.test(joined)
    )
      return [
        {
          line: next?.line ?? 0,
          found: `${flag.name}=${joined} of ${owner.path}`,
          allowed: `${flag.name}, ${flag.name}=true or ${flag.name}=false`,
          fix: 'it is a switch and takes no other value',
        },
      ];
    if (joined === undefined && /^(true|false)$/i.test(value))
      return [
        {
          line: next?.line ?? 0,
          found: `"${flag.name} ${value}" of ${owner.path}: the word ${value} is read as an argument, not as the value of the switch`,
          allowed: `${flag.name} or ${flag.name}=${value.toLowerCase()}`,
          fix: value.toLowerCase() === 'true' ? `write ${flag.name} alone` : `join it: ${flag.name}=false`,
        },
      ];
  }
  const words: Readonly<Record<string, RegExp>> = {
    '--dry-run': /^(client|server|none|true|false)$/,
    '--cascade': /^(foreground|background|orphan|true|false)$/,
    '--validate': /^(strict|warn|ignore|true|false)$/,
    '--wait': /^(watcher|legacy|hookOnly|true|false)$/,
  };
  if (flag.optional && joined === undefined && words[flag.name]?.test(value))
    return [
      {
        line: next?.line ?? 0,
        found: `"${flag.name} ${value}" of ${owner.path}: the word ${value} is read as an argument`,
        allowed: `${flag.name}=${value}`,
        fix: `join the value with an equals sign: ${flag.name}=${value}`,
      },
    ];
  return [];
}

function list(owner: Command): string {
  const all = [...new Set([...owner.flags.values()].map(({ name }) => name))].sort();
  return all.length === 0
    ? 'no flags'
    : all.length > 16
      ? `${all.slice(0, 16).join(' ')} ... (${all.length})`
      : all.join(' ');
}

function cut(text: string): [string, string | undefined] {
  const at = text.indexOf('=');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
