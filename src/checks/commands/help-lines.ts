/** What the tools themselves say of their commands and flags: one line each, recorded with their trees. Build-time only. */
import type { Call } from './call.ts';
import buildx from './cli/help/buildx.json' with { type: 'json' };
import compose from './cli/help/compose.json' with { type: 'json' };
import docker from './cli/help/docker.json' with { type: 'json' };
import helm from './cli/help/helm.json' with { type: 'json' };
import kubectl from './cli/help/kubectl.json' with { type: 'json' };
import type { UsedFlag } from './flags.ts';
import { TREES } from './tools.ts';
import { parseFlag, type RecordedTree } from './tree.ts';

/** What is kept of a command: what it does, how it is written, its flags by their long names. */
export interface CommandLines {
  readonly says: string;
  readonly syntax: string;
  readonly flags?: Readonly<Record<string, string>>;
}

/** The lines of a tool, for the commands and flags that notes use. */
export interface RecordedLines {
  readonly version: string;
  readonly commands: Readonly<Record<string, CommandLines>>;
}

export const LINES: Readonly<Record<string, RecordedLines>> = { docker, compose, buildx, kubectl, helm };

/** What a tool says of a command, by its recorded path; undefined where nobody has recorded it. */
export const linesOf = (tool: string, path: string): CommandLines | undefined => LINES[tool]?.commands[path];

/** A flag of a command, as a page lists it. */
export interface ToldFlag {
  readonly tool: string;
  /** The command whose help describes it: the tool itself for a flag that all its commands take. */
  readonly owner: string;
  /** In the words of the writer: `docker container ls`. */
  readonly written: string;
  readonly name: string;
  readonly short: string | undefined;
  /** Undefined where nobody has recorded it. */
  readonly says: string | undefined;
  /** Its 0-based line in the block. */
  readonly line: number;
}

/** Flags that say nothing of what a command does, and that no recorded tree lists. */
const EVERYWHERE = new Set(['--help', '--version']);

/** The flags of a call, each with the line of the command that it belongs to. */
export function flagsOf(call: Call): ToldFlag[] {
  const tree = TREES[call.tool];
  if (!tree) return [];
  return call.flags.filter(({ name }) => !EVERYWHERE.has(name)).map((flag) => told(tree, call, flag));
}

function told(tree: RecordedTree, call: Call, { name, of, line }: UsedFlag): ToldFlag {
  const own = tree.commands[call.path]?.flags ?? [];
  const has = (flags: readonly string[]) => flags.map(parseFlag).find((flag) => flag.name === name);
  // docker's and Compose's own flags come before the sub-command, and are told by what they follow.
  const isOwn = of === undefined ? has(own) !== undefined : of === call.written;
  const owner = isOwn ? call.path : of === undefined ? tree.command : of;
  const tool = owner === 'docker' ? 'docker' : call.tool;
  const short = has([...own, ...(TREES[tool]?.global ?? []), ...(TREES[tool]?.commands[owner]?.flags ?? [])])?.short;
  const says = linesOf(tool, owner)?.flags?.[name];
  return { tool, owner, written: isOwn ? call.written : owner, name, short, says, line };
}

/** The flags of notes for which no line is recorded, each once, in the order of tools and commands. */
export function untold(calls: readonly Call[]): ToldFlag[] {
  const missing = calls.flatMap(flagsOf).filter(({ says }) => says === undefined);
  const unique = new Map(missing.map((flag) => [`${flag.tool} ${flag.owner} ${flag.name}`, flag]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, flag]) => flag);
}

/** What to run so that the tool's own line is there; nothing depends on it but the list below a page. */
export const howToRecord = ({ tool, owner, name }: ToldFlag): string =>
  `${owner} ${name} has no line of help: npm run record -- ${tool} /path/to/${tool === 'compose' || tool === 'buildx' ? 'docker' : tool} --lines`;
