/**
 * `node src/commands/record.ts <docker|compose|buildx|kubectl|helm> [binary] [--write]`: records a tool's tree again from its --help,
 * prints what differs from the stored one and which notes that touches; with --write it stores the new one.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { commandIndex } from '../build-commands.ts';
import { TREES } from '../commands/tools.ts';
import type { RecordedTree } from '../commands/tree.ts';
import { parseHelp } from './help.ts';
import { diffTrees } from './tree-diff.ts';

const [tool = '', binary = tool === 'compose' || tool === 'buildx' ? 'docker' : tool] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'));
const stored = TREES[tool];
if (!stored) {
  console.error(`name one of ${Object.keys(TREES).join(', ')}, then the binary`);
  process.exit(2);
}

const recorded = record(stored, binary);
const diff = diffTrees(stored, recorded);
console.log(
  `${stored.command}: stored ${stored.version} (${Object.keys(stored.commands).length} commands), recorded ${recorded.version} (${Object.keys(recorded.commands).length})`,
);
for (const [title, names] of [
  ['sub-commands gone', diff.goneCommands],
  ['sub-commands new', diff.newCommands],
  ['flags gone', diff.goneFlags],
  ['flags new', diff.newFlags],
  ['flags changed', diff.changedFlags],
] as const) {
  console.log(`\n${title}: ${names.length}`);
  for (const name of names) console.log(`  ${name}`);
}

const titles = { get: (url: string) => url, size: 1 } as unknown as ReadonlyMap<string, string>;
const touched = (await commandIndex(titles)).filter(
  (entry) =>
    entry.tool === tool &&
    (entry.kind === 'command'
      ? diff.goneCommands.includes(entry.name)
      : entry.kind === 'flag' && diff.goneFlags.includes(`${entry.of} ${entry.name}`)),
);
console.log(`\nnotes that use what is gone: ${touched.length === 0 ? 'none' : ''}`);
for (const { kind, name, of, places } of touched)
  console.log(`  ${kind === 'flag' ? `${of} ${name}` : name}: ${places.map(({ url }) => url).join(' ')}`);

if (process.argv.includes('--write')) {
  const lines = Object.entries(recorded.commands).map(
    ([path, command]) => `    ${JSON.stringify(path)}: ${JSON.stringify(command)}`,
  );
  const head = { tool: recorded.tool, command: recorded.command, version: recorded.version, global: recorded.global };
  writeFileSync(
    new URL(`../commands/cli/${tool}.json`, import.meta.url),
    `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "commands": {\n${lines.join(',\n')}\n  }\n}\n`,
  );
}

/** Walks the tool's help from its root. */
function record({ tool: name, command }: RecordedTree, program: string): RecordedTree {
  const run = (words: readonly string[]): string => {
    try {
      return execFileSync(program, words, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, COLUMNS: '400' },
      });
    } catch (error) {
      return String((error as { stdout?: string }).stdout ?? '');
    }
  };
  const first = command.split(' ').length === 2 ? command.split(' ').slice(1) : [];
  const global =
    name === 'kubectl'
      ? parseHelp(
          run(['options']).replace('The following options can be passed to any command:', 'Options:'),
          name,
          command,
        ).flags
      : [];
  const commands: Record<string, { aka?: readonly string[]; flags: readonly string[] }> = {};
  const visit = (path: string): void => {
    const words = path.split(' ').slice(1);
    const { commands: children, flags, aliases } = parseHelp(run([...words, '--help']), name, path);
    commands[path] = { ...(aliases.length > 0 ? { aka: aliases } : {}), flags };
    for (const child of children) if (!commands[`${path} ${child}`]) visit(`${path} ${child}`);
  };
  visit(command);
  const root = commands[command]?.flags ?? [];
  const inherited = name === 'helm' || name === 'docker' ? root : global;
  for (const entry of Object.values(commands))
    if (name !== 'kubectl') entry.flags = entry.flags.filter((flag) => !inherited.includes(flag));
  const version =
    /v?(\d+\.\d+\.\d+)/.exec(
      run(name === 'kubectl' ? ['version', '--client'] : [...first, name === 'docker' ? '--version' : 'version']),
    )?.[1] ?? 'unknown';
  return {
    tool: name,
    command,
    version,
    global: inherited,
    commands: Object.fromEntries(Object.entries(commands).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
