/** One call of a recorded tool, held against its tree. Pure. */

import type { Problem } from '../../lib/finding.ts';
import { nearest } from '../../lib/nearest.ts';
import { scanFlag, type UsedFlag } from './flags.ts';
import { retiredAdvice } from './retired.ts';
import { ROOTS, UNRECORDED } from './tools.ts';
import type { Command } from './tree.ts';
import type { Word } from './words.ts';

export interface Call {
  readonly tool: string;
  readonly version: string;
  /** The recorded path, e.g. `docker compose up`. */
  readonly path: string;
  /** The path in the writer's words, e.g. `docker stack down`. */
  readonly written: string;
  readonly line: number;
  readonly flags: readonly UsedFlag[];
  readonly args: readonly Word[];
  /** What runs inside a container: the words behind the image, the container or `--`. */
  readonly inner: readonly Word[];
  /** The words behind `--` are in `inner`. */
  readonly dashes: boolean;
}

export interface CheckedCall {
  /** Undefined for a plug-in that is not recorded. */
  readonly call: Call | undefined;
  readonly problems: readonly Problem[];
}

/** Commands whose own flags end at the first argument; what follows belongs to a program in a container. */
const INNER = /^docker (container )?(run|create|exec|top)$|^docker service create$|^docker compose (run|exec)$/;

/** Commands with sub-commands that also take arguments of their own. */
const OPEN = /^docker buildx history inspect$|^docker buildx (debug|dap)$/;

/** Checks one call, beginning at the tool's name. `found` names are quoted from the text. */
export function checkCall(words: readonly Word[], isMention = false): CheckedCall {
  const first = words[0] as Word;
  let command = ROOTS.get(first.text) as Command;
  const root = command.tool;
  const problems: Problem[] = [];
  const flags: UsedFlag[] = [];
  const args: Word[] = [];
  let inner: readonly Word[] = [];
  let dashes = false;
  let written = first.text;
  const pending: (() => void)[] = [];
  let at = 1;
  while (at < words.length) {
    const word = words[at] as Word;
    if (word.text === '--') {
      inner = words.slice(at + 1);
      dashes = true;
      break;
    }
    if (word.text.startsWith('-') && word.text !== '-') {
      const owner = command;
      const { take, used, check } = scanFlag(words, at, owner);
      const of = written;
      flags.push(...used.map((flag) => (root === 'docker' ? { ...flag, of } : flag)));
      // kubectl and helm read the flags of the last sub-command anywhere; docker those of the command they follow.
      if (root === 'docker') problems.push(...check(owner));
      else pending.push(() => problems.push(...check(command)));
      at += take;
      continue;
    }
    const child = command.children.get(word.text);
    if (child && args.length === 0) {
      written += ` ${word.text}`;
      const advice = retiredAdvice(written);
      if (advice)
        problems.push({ line: word.line, found: `${written}, an old spelling`, allowed: child.path, fix: advice });
      command = child;
      at += 1;
      continue;
    }
    if (args.length === 0 && command.children.size > 0 && !word.dynamic && !OPEN.test(command.path)) {
      if (word.text === 'help' || (command.path === root && ['options', 'completion'].includes(word.text)))
        return { call: undefined, problems: [] };
      if (command.path === root && UNRECORDED[root]?.includes(word.text)) return { call: undefined, problems: [] };
      problems.push(unknownCommand(command, written, word));
      return { call: undefined, problems };
    }
    args.push(word);
    at += 1;
    if (INNER.test(command.path)) {
      inner = words.slice(at);
      break;
    }
  }
  for (const run of pending) run();
  const asksHelp = flags.some(({ name }) => name === '--help' || name === '--version');
  if (!isMention && !asksHelp && isGroup(command) && args.length === 0) {
    problems.push({
      line: first.line,
      found: `${written} without a sub-command`,
      allowed: names(command),
      fix: `name one, for example ${command.path} ${[...command.children.keys()][0]}`,
    });
  }
  return {
    call: {
      tool: command.tool,
      version: command.version,
      path: command.path,
      written,
      line: first.line,
      flags,
      args,
      inner,
      dashes,
    },
    problems,
  };
}

const isGroup = (command: Command): boolean =>
  command.children.size > 0 && !OPEN.test(command.path) && !/^kubectl (create|apply|cluster-info)$/.test(command.path);

function unknownCommand(parent: Command, written: string, word: Word): Problem {
  const path = `${parent.path} ${word.text}`;
  const near = nearest(word.text, parent.children.keys());
  const fix =
    retiredAdvice(path) ??
    retiredAdvice(`${written} ${word.text}`) ??
    (near ? `did you mean "${written} ${near}"?` : `see ${parent.path} --help of ${parent.version}`);
  return { line: word.line, found: `unknown sub-command: ${written} ${word.text}`, allowed: names(parent), fix };
}

function names(command: Command): string {
  const list = [...command.children.keys()].sort();
  return list.length > 24
    ? `${list.slice(0, 24).join(', ')}, ... (${list.length} in ${command.tool} ${command.version})`
    : list.join(', ');
}
