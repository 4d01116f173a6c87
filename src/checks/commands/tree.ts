/** A recorded command-line tool, and questions to it. Pure. */

/** One tree as it is stored in cli/*.json. A flag is written as in a manual: `-t --tag=list`, `--wait[=mode]` for a value that may be left out. */
export interface RecordedTree {
  readonly tool: string;
  /** The words that start it, e.g. `docker compose`. */
  readonly command: string;
  readonly version: string;
  readonly global: readonly string[];
  readonly commands: Readonly<Record<string, { readonly aka?: readonly string[]; readonly flags: readonly string[] }>>;
}

export interface Flag {
  readonly name: string;
  readonly short: string | undefined;
  /** The kind of value that it wants; undefined for a switch. */
  readonly takes: string | undefined;
  /** The value may be left out; given, it must be joined by `=`. */
  readonly optional: boolean;
}

export interface Command {
  readonly path: string;
  readonly tool: string;
  readonly version: string;
  readonly flags: ReadonlyMap<string, Flag>;
  /** Sub-commands by every name that they go by. */
  readonly children: Map<string, Command>;
}

/** Reads `-t --tag=list`. */
export function parseFlag(text: string): Flag {
  const match = /^(?:(-\S) )?(--[^\s=[]+)(\[?)(?:=(.+?)\]?)?$/.exec(text);
  if (!match) throw new Error(`not a recorded flag: ${text}`);
  return { name: match[2] ?? '', short: match[1], takes: match[4], optional: match[3] === '[' };
}

/** Flags by long and by short name. */
export function flagMap(texts: readonly string[]): Map<string, Flag> {
  return new Map(
    texts
      .map(parseFlag)
      .flatMap((flag) => [[flag.name, flag] as const, ...(flag.short ? [[flag.short, flag] as const] : [])]),
  );
}

/** The root command of a recorded tree, with all its sub-commands under their names and aliases. */
export function buildTree(tree: RecordedTree): Command {
  const global = flagMap(tree.global);
  const all = new Map<string, Command>();
  const add = (path: string, flags: readonly string[]): void => {
    const root = path === tree.command;
    // docker takes its global flags only before the sub-command; kubectl and helm take them anywhere.
    const inherited = tree.tool === 'docker' && !root ? [] : global;
    all.set(path, {
      path,
      tool: tree.tool,
      version: tree.version,
      flags: new Map([...inherited, ...flagMap(flags)]),
      children: new Map(),
    });
  };
  add(tree.command, tree.commands[tree.command]?.flags ?? []);
  for (const [path, { flags }] of Object.entries(tree.commands)) if (path !== tree.command) add(path, flags);
  for (const [path, { aka = [] }] of Object.entries(tree.commands)) {
    const command = all.get(path);
    for (const name of command ? [path, ...aka] : []) {
      if (name !== path && all.has(name)) continue;
      const cut = name.lastIndexOf(' ');
      const parent = all.get(name.slice(0, cut));
      if (!parent || !command) continue;
      // `docker container list` is an alias of `docker container ls` rather than of `docker ps`.
      const near = path.slice(0, path.lastIndexOf(' ')) === parent.path;
      if (near || !parent.children.has(name.slice(cut + 1))) parent.children.set(name.slice(cut + 1), command);
    }
  }
  return all.get(tree.command) as Command;
}
