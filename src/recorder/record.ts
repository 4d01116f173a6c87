/**
 * `npm run record -- <docker|compose|buildx|kubectl|helm> [binary] [--write|--lines]`: records a tool's tree again from its
 * --help, prints what differs from the stored one and which notes that touches; with --write it stores the new one, and one line
 * of help for each command and flag that notes use; with --lines the lines alone, of the release whose tree is stored. It stores
 * nothing, and ends with 1, if the program is missing, does not say its release, or answers with the help of another command.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { TREES } from '../checks/commands/tools.ts';
import type { RecordedTree } from '../checks/commands/tree.ts';
import { checkedNotes } from '../checks/integration.ts';
import { commandIndex } from '../command-index/build.ts';
import { type Help, parseHelp } from './help.ts';
import { linesFor, usedIn } from './lines.ts';
import { DEEPEST, isHelpOf, isTaken, keepHidden, refusal, versionCall, versionOf } from './recording.ts';
import { diffTrees } from './tree-diff.ts';

const [tool = '', binary = tool === 'compose' || tool === 'buildx' ? 'docker' : tool] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'));
const stored = TREES[tool];
if (!stored) {
  console.error(`name one of ${Object.keys(TREES).join(', ')}, then the binary`);
  process.exit(2);
}

const helps = new Map<string, Help>();
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

const touched = (await commandIndex()).filter(
  (entry) =>
    entry.tool === tool &&
    (entry.kind === 'command'
      ? diff.goneCommands.includes(entry.name)
      : entry.kind === 'flag' && diff.goneFlags.includes(`${entry.of} ${entry.name}`)),
);
console.log(`\nnotes that use what is gone: ${touched.length === 0 ? 'none' : ''}`);
for (const { kind, name, of, places } of touched)
  console.log(`  ${kind === 'flag' ? `${of} ${name}` : name}: ${places.map(({ url }) => url).join(' ')}`);

const reason = refusal(stored, recorded);
if (reason) {
  console.error(`\nnot a recording to keep: ${reason}`);
  process.exit(1);
}
const linesOnly = process.argv.includes('--lines');
if (linesOnly && recorded.version !== stored.version) {
  console.error(`\n${recorded.version} is not ${stored.version}, whose tree is stored: --write records both`);
  process.exit(1);
}
if (process.argv.includes('--write')) {
  const lines = Object.entries(recorded.commands).map(
    ([path, command]) => `    ${JSON.stringify(path)}: ${JSON.stringify(command)}`,
  );
  const head = (['tool', 'command', 'version', 'global'] as const).map(
    (key) => `  "${key}": ${JSON.stringify(recorded[key])},\n`,
  );
  writeFileSync(
    new URL(`../checks/commands/cli/${tool}.json`, import.meta.url),
    `{\n${head.join('')}  "commands": {\n${lines.join(',\n')}\n  }\n}\n`,
  );
}
if (linesOnly || process.argv.includes('--write')) {
  const calls = (await checkedNotes()).flatMap(({ code }) => code.calls.map(({ call }) => call));
  const lines = linesFor(recorded, helps, usedIn(tool, calls));
  writeFileSync(
    new URL(`../checks/commands/cli/help/${tool}.json`, import.meta.url),
    `${JSON.stringify(lines, null, 2)}\n`,
  );
  const flags = Object.values(lines.commands).flatMap((command) => Object.keys(command.flags ?? {})).length;
  console.log(`\nlines of help kept: ${Object.keys(lines.commands).length} commands, ${flags} flags`);
}

/** Walks the tool's help from its root. */
function record(before: RecordedTree, program: string): RecordedTree {
  const { tool: name, command } = before;
  const run = (words: readonly string[]): string => {
    try {
      return execFileSync(program, words, {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, COLUMNS: '400', BUILDX_EXPERIMENTAL: '1' },
      });
    } catch (error) {
      const { code, stdout, stderr } = error as { code?: string; stdout?: string; stderr?: string };
      if (code === 'ENOENT') {
        console.error(`no program ${program}: install ${name}, or name its path`);
        process.exit(1);
      }
      return `${stdout ?? ''}${stderr ?? ''}`;
    }
  };
  const version = versionOf(name, run(versionCall(name))) ?? 'unknown';
  const options =
    name === 'kubectl'
      ? parseHelp(
          run(['options']).replace('The following options can be passed to any command:', 'Options:'),
          name,
          command,
        )
      : undefined;
  const global = options?.flags ?? [];
  const listed: Record<string, { aka?: readonly string[]; flags: readonly string[] }> = {};
  const visit = (path: string): void => {
    const words = path.split(' ').slice(1);
    const text = run([...words, '--help']);
    if (!isHelpOf(text, path) || words.length > DEEPEST) {
      console.error(`no help of its own for ${path}: left out`);
      return;
    }
    const help = parseHelp(text, name, path);
    const { commands: children, flags, aliases } = help;
    helps.set(path, path === command && options ? { ...help, flagLines: options.flagLines } : help);
    listed[path] = { ...(aliases.length > 0 ? { aka: aliases } : {}), flags };
    for (const child of children) if (!listed[`${path} ${child}`]) visit(`${path} ${child}`);
  };
  visit(command);
  const root = listed[command]?.flags ?? [];
  const inherited = name === 'helm' || name === 'docker' ? root : global;
  for (const entry of Object.values(listed))
    if (name !== 'kubectl') entry.flags = entry.flags.filter((flag) => !inherited.includes(flag));
  const commands = keepHidden(before, listed, (path, flag) =>
    isTaken(run([...path.split(' ').slice(1), ...(flag ? [flag] : []), '--help']), path),
  );
  return {
    tool: name,
    command,
    version,
    global: inherited,
    commands: Object.fromEntries(
      Object.entries(commands)
        .filter(([path]) => path !== command || before.commands[command])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}
