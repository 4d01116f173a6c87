/** What a tool's own --help says: sub-commands, flags, aliases. Pure. */

export interface Help {
  readonly commands: readonly string[];
  /** As in a recorded tree: `-t --tag=list`. */
  readonly flags: readonly string[];
  /** Other full paths of the command, as far as they are told. */
  readonly aliases: readonly string[];
  /** What it says of itself, where it stands alone: the first sentence. */
  readonly says: string;
  /** How it is written, as behind "Usage:". */
  readonly syntax: string;
  /** One line for each sub-command, by name. */
  readonly commandLines: Readonly<Record<string, string>>;
  /** One line for each flag, by its long name. */
  readonly flagLines: Readonly<Record<string, string>>;
}

/** Reads the help text of docker and its plug-ins, of kubectl or of helm. */
export function parseHelp(text: string, tool: string, path: string): Help {
  const blocks = text.split(/\n(?=\S[^\n]*:[ \t]*\n)/);
  const named = (pattern: RegExp) =>
    blocks
      .filter((block) => pattern.test(block.trimStart().split('\n')[0] ?? ''))
      .flatMap((block) => block.trimStart().split('\n').slice(1));
  const listed = named(/commands?(?: \([^)]*\))?(?: provided by plugins)?:\s*$/i).flatMap((line) => {
    const [, name, says = ''] = /^ {2}([a-z][\w-]*)(?: +(\S.*)|\s*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, oneLine(says)] as const];
  });
  const commands = listed.map(([name]) => name);
  const lines = named(/^(?:global )?(?:options|flags):/i);
  const flags = lines.flatMap((line) => flagOf(line, tool) ?? []);
  const parent = path.split(' ').slice(0, -1).join(' ');
  const aliases = named(/^aliases:/i)
    .flatMap((line) => line.split(',').map((name) => name.trim()))
    .filter(Boolean)
    .map((name) => (name.includes(' ') ? name : `${parent} ${name}`))
    .filter((name) => name !== path);
  return {
    commands,
    flags: flags.filter((flag) => !/--help$/.test(flag)),
    aliases,
    says: oneLine(ownWords(text)),
    syntax: (/^Usage:\s*\n?[ \t]*(\S.*)$/m.exec(text)?.[1] ?? '').replace(/\s+/g, ' '),
    commandLines: Object.fromEntries(listed),
    flagLines: flagLines(lines, tool),
  };
}

/** The paragraph in which a tool says what it is: before "Usage:", or behind it. */
function ownWords(text: string): string {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return paragraphs.find((paragraph) => !/^Usage:/.test(paragraph)) ?? '';
}

/** What stands beside each flag, with the lines by which it goes on. */
function flagLines(lines: readonly string[], tool: string): Record<string, string> {
  const told = new Map<string, string>();
  let name: string | undefined;
  for (const line of lines) {
    const flag = flagOf(line, tool);
    if (flag) {
      name = /--[\w-]+/.exec(flag)?.[0] ?? '';
      // kubectl describes a flag in the line below it.
      told.set(name, tool === 'kubectl' ? '' : line.replace(/^ {1,8}(?:-\w, )?--\S+(?: \S+)?(?: {2,}|\s*$)/, ''));
    } else if (line.trim() === '') name = undefined;
    else if (name !== undefined) told.set(name, `${told.get(name)} ${line.trim()}`);
  }
  return Object.fromEntries([...told].map(([key, text]) => [key, oneLine(text)]));
}

/** What one line holds in a list. */
const MOST = 140;

/** A description as one line: its first sentence, without its default, cut at a word if it is long. */
export function oneLine(text: string): string {
  const whole = text
    .replace(/\s+/g, ' ')
    .replace(/ ?\(default .*?\)+$/, '')
    // A list of what a value may be goes on over many lines.
    .replace(/:? '\w+': .*$/, '')
    .trim();
  const sentence = /^.+?(?<!\b(?:e\.g|i\.e|etc|vs))[.!](?= [A-Z"'`-]|\(|$)/.exec(whole)?.[0] ?? whole;
  const short =
    sentence.length <= MOST
      ? sentence.replace(/\.$/, '')
      : `${sentence.slice(0, MOST).replace(/[\s,;:(]*\S*$/, '')} ...`;
  return /^(?!kubectl|helm|docker)[a-z][a-z]/.test(short) ? short.charAt(0).toUpperCase() + short.slice(1) : short;
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
