/** What the tools say of the entries of the command index. */
import { type CommandLines, linesOf } from '../checks/commands/help-lines.ts';
import { ROOTS, TREES } from '../checks/commands/tools.ts';
import { parseFlag } from '../checks/commands/tree.ts';

/** An entry of the index, as far as it is asked here. */
interface Named {
  readonly kind: string;
  readonly tool: string;
  readonly name: string;
  readonly of: string;
}

/** The sentence, the syntax and the flags of a command, whichever of its names is used. */
export function helpOfCommand({ kind, tool, name }: Named): CommandLines | undefined {
  return kind === 'command' ? linesOf(tool, recordedPath(name)) : undefined;
}

/** The short name and the line of a flag: its command's own, or that of the tool. */
export function helpOfFlag({ kind, tool, name, of }: Named): { says: string; short: string | undefined } | undefined {
  const tree = TREES[tool];
  if (kind !== 'flag' || !tree) return undefined;
  for (const path of [recordedPath(of), ...groupsAbove(of), tree.command]) {
    const says = linesOf(tool, path)?.flags?.[name];
    if (says === undefined) continue;
    const known = [...(tree.commands[path]?.flags ?? []), ...tree.global].map(parseFlag);
    return { says, short: known.find((flag) => flag.name === name)?.short };
  }
  return undefined;
}

/** `docker builder prune` is recorded as docker buildx prune. */
function recordedPath(written: string): string {
  const [first = '', ...rest] = written.split(' ');
  let command = ROOTS.get(first);
  for (const word of rest) command = command?.children.get(word) ?? command;
  return command?.path ?? written;
}

/** `docker compose` of `docker compose up`. */
const groupsAbove = (path: string): string[] =>
  path
    .split(' ')
    .flatMap((_, index, words) => (index > 0 && index < words.length - 1 ? [words.slice(0, index + 1).join(' ')] : []));
