/** Two recordings of one tool compared. Pure. */
import { parseFlag, type RecordedTree } from '../checks/commands/tree.ts';

export interface TreeDiff {
  readonly goneCommands: readonly string[];
  readonly newCommands: readonly string[];
  /** `path --flag`. */
  readonly goneFlags: readonly string[];
  readonly newFlags: readonly string[];
  /** Flags that took a value and are switches now, or the other way round, or changed their short name. */
  readonly changedFlags: readonly string[];
}

/** What a new recording has and has not, beside the stored one. */
export function diffTrees(stored: RecordedTree, recorded: RecordedTree): TreeDiff {
  const before = flagsByPath(stored);
  const after = flagsByPath(recorded);
  const shared = [...before.keys()].filter((path) => after.has(path));
  const each = (pick: (path: string) => string[]) => shared.flatMap(pick);
  return {
    goneCommands: [...before.keys()].filter((path) => !after.has(path)),
    newCommands: [...after.keys()].filter((path) => !before.has(path) && path !== stored.command),
    goneFlags: each((path) => missing(path, before, after)),
    newFlags: each((path) => missing(path, after, before)),
    changedFlags: each((path) =>
      [...(before.get(path) ?? [])].flatMap(([name, form]) =>
        after.get(path)?.has(name) && after.get(path)?.get(name) !== form
          ? [`${path} ${name}: was ${form}, is ${after.get(path)?.get(name)}`]
          : [],
      ),
    ),
  };
}

type Flags = ReadonlyMap<string, string>;

const missing = (path: string, from: ReadonlyMap<string, Flags>, to: ReadonlyMap<string, Flags>): string[] =>
  [...(from.get(path)?.keys() ?? [])].filter((name) => !to.get(path)?.has(name)).map((name) => `${path} ${name}`);

function flagsByPath({ command, commands, global }: RecordedTree): Map<string, Flags> {
  const own = (path: string, flags: readonly string[]) => (path === command ? [...global, ...flags] : flags);
  return new Map(
    Object.entries(commands).map(([path, { flags }]) => [
      path,
      new Map(own(path, flags).map((text) => [parseFlag(text).name, formOf(text)])),
    ]),
  );
}

/** Only what matters to a caller: the short name, and whether a value follows. */
function formOf(text: string): string {
  const { short, takes, optional } = parseFlag(text);
  return `${short ?? 'no short name'}, ${takes === undefined ? 'a switch' : optional ? 'a value that may be left out' : 'a value'}`;
}
