/** What a tool's own --help says: sub-commands, flags, aliases. Pure. */

export interface Help {
  readonly commands: readonly string[];
  /** As in a recorded tree: `-t --tag=list`. */
  readonly flags: readonly string[];
  /** Other full paths of the command, as far as they are told. */
  readonly aliases: readonly string[];
}

/** Reads the help text of docker and its plug-ins, of kubectl or of helm. */
export function parseHelp(text: string, tool: string, path: string): Help {
  const blocks = text.split(/\n(?=\S[^\n]*:[ \t]*\n)/);
  const named = (pattern: RegExp) =>
    blocks
      .filter((block) => pattern.test(block.trimStart().split('\n')[0] ?? ''))
      .flatMap((block) => block.trimStart().split('\n').slice(1));
  const commands = named(/commands?(?: \([^)]*\))?(?: provided by plugins)?:\s*$/i).flatMap((line) =>
    /^ {2}([a-z][\w-]*)(?= +\S|\s*$)/.test(line) ? [line.trim().split(/\s/)[0] ?? ''] : [],
  );
  const flags = named(/^(?:global )?(?:options|flags):/i).flatMap((line) => flagOf(line, tool) ?? []);
  const parent = path.split(' ').slice(0, -1).join(' ');
  const aliases = named(/^aliases:/i)
    .flatMap((line) => line.split(',').map((name) => name.trim()))
    .filter(Boolean)
    .map((name) => (name.includes(' ') ? name : `${parent} ${name}`))
    .filter((name) => name !== path);
  return { commands, flags: flags.filter((flag) => !/--help$/.test(flag)), aliases };
}

/** Flags of kubectl whose value may be left out; its help does not tell. */
const OPTIONAL = new Set(['--dry-run', '--cascade', '--validate']);

function flagOf(line: string, tool: string): string | undefined {
  if (tool === 'kubectl') {
    const [, short, name, value] = /^ {4}(?:(-\w), )?(--[\w-]+)=(.*):\s*$/.exec(line) ?? [];
    if (!name) return undefined;
    const form = value === 'true' || value === 'false' ? '' : OPTIONAL.has(name) ? '[=value]' : '=value';
    return `${short ? `${short} ` : ''}${name}${form}`;
  }
  // Deeper lines go on with the description of the flag above, and may begin with the name of another.
  const [, short, name, type] = /^ {1,8}(?:(-\w), )?(--[\w-]+)(?: (\S+))?(?: {2,}|\s*$)/.exec(line) ?? [];
  if (!name) return undefined;
  const optional = /^(.*?)\[=.*\]$/.exec(type ?? '');
  return `${short ? `${short} ` : ''}${name}${optional ? `[=${optional[1]}]` : type ? `=${type}` : ''}`;
}
