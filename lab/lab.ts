/** `npm run lab -- COMMAND`: see lab/README.md. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { takeNamed } from './arguments.ts';
import { build, missing } from './build.ts';
import { lacking } from './lacking.ts';
import { recordMarks } from './marks.ts';
import { checkPages, coverage, diffPages, mendPages, recordPages } from './pages.ts';
import { BIN, HOME, LAB, PROJECT, STATE } from './paths.ts';
import { proofs } from './proofs.ts';
import { recordSheets } from './sheets.ts';
import { endSpace, initPid, inside, startSpace, useOutside, waitFor } from './space.ts';
import { downTwin, upTwin } from './twin.ts';

type Command = (words: readonly string[]) => unknown;
const commands: Record<string, Command> = {
  up,
  down,
  status,
  images,
  sh,
  record: recordPages,
  diff: diffPages,
  marks: recordMarks,
  sheets: recordSheets,
  mend: mendPages,
  check: checkPages,
  proofs,
  coverage,
};

/** A fault in what was typed ends with a sentence, not with a stack. */
function fromCommandLine<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    console.error((error as Error).message.trim());
    process.exit(2);
  }
}

/** Builds what is missing and starts the engines, and the cluster unless --no-cluster; with --twin all of it a second time. */
function up(words: readonly string[]): void {
  if (words.includes('--twin')) {
    const others = words.filter((word) => word !== '--twin');
    up(others);
    return upTwin(others);
  }
  const lacks = lacking();
  if (lacks.length > 0) throw new Error(`the lab cannot come up here:\n  ${lacks.join('\n  ')}`);
  const withCluster = !words.includes('--no-cluster');
  build(withCluster ? ['engines', 'cluster'] : ['engines']);
  if (initPid() !== undefined) return status();
  endSpace();
  prepareFolders();
  const started = Date.now();
  startSpace(withCluster);
  waitFor(
    () => existsSync(join(STATE, 'engines-up')),
    60_000,
    'the engines did not come up',
    join(STATE, 'log', 'dockerd-1.log'),
  );
  if (withCluster)
    waitFor(
      () => existsSync(join(STATE, 'cluster-up')),
      120_000,
      'the cluster did not come up',
      join(STATE, 'log', 'cluster.log'),
    );
  console.log(`up after ${Math.round((Date.now() - started) / 1000)} s`);
  if (!existsSync(join(HOME, 'registry', 'hub'))) console.log('there are no images yet: npm run lab -- images');
}

/** Folders that are seen from inside: npm's node for the image of it, the packages of the stand-ins. */
function prepareFolders(): void {
  for (const name of ['node', 'images', 'registry']) mkdirSync(join(HOME, name), { recursive: true });
  const node = join(createRequire(join(PROJECT, 'package.json')).resolve('node/package.json'), '..', 'bin', 'node');
  if (!existsSync(join(HOME, 'node', 'node'))) copyFileSync(node, join(HOME, 'node', 'node'));
}

/** Fetches Debian's packages once, and builds and pushes the stand-ins. */
function images(words: readonly string[]): void {
  const prepared = spawnSync(join(LAB, 'images', 'prepare.sh'), [join(HOME, 'images')], { stdio: 'inherit' });
  if (prepared.status !== 0) throw new Error('the packages of the images could not be prepared');
  const api = spawnSync('go', ['build', '-ldflags=-s -w', '-o', join(BIN, 'api'), '.'], {
    cwd: join(LAB, 'images', 'api'),
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
    stdio: 'inherit',
  });
  if (api.status !== 0) throw new Error('lab/images/api did not build');
  const [program = '', ...more] = inside('eng1', ['bash', '/opt/lab/src/inside/build-images.sh', ...words]);
  process.exitCode = spawnSync(program, more, { stdio: 'inherit' }).status ?? 1;
}

function down(words: readonly string[]): void {
  downTwin(words.includes('--all'));
  endSpace();
  rmSync(join(STATE, 'data'), { recursive: true, force: true });
  if (words.includes('--all'))
    for (const folder of [STATE, join(HOME, 'registry')]) rmSync(folder, { recursive: true, force: true });
  console.log('down');
}

function status(): void {
  const parts = ['serving', 'engines-up', 'cluster-up'].filter((mark) => existsSync(join(STATE, mark)));
  console.log(initPid() === undefined ? 'down' : `up: ${parts.join(', ')}`);
  for (const lack of lacking()) console.log(lack);
  const tools = missing(['engines', 'cluster']);
  if (tools.length > 0) console.log(`not built: ${[...new Set(tools.map(({ module }) => module))].join(', ')}`);
}

/** A command, or a shell, on one of the lab's machines: sh [-m eng1] [COMMAND ...]; one word is a line for bash. */
function sh(words: readonly string[]): void {
  const at = words[0] === '-m' ? 2 : 0;
  const rest = words.slice(at);
  const [program = '', ...more] = inside(
    at ? (words[1] ?? '') : 'eng1',
    rest.length === 0 ? ['bash'] : rest.length === 1 ? ['bash', '-c', ...rest] : rest,
  );
  process.exitCode = spawnSync(program, more, { stdio: 'inherit' }).status ?? 1;
}

const { rest, outside } = fromCommandLine(() => takeNamed(process.argv.slice(2)));
if (outside) fromCommandLine(() => useOutside(outside));
const [command = 'status', ...words] = rest;
const run = commands[command];
if (!run) {
  console.error(`lab knows no ${command}: there are ${Object.keys(commands).join(', ')}`);
  process.exit(2);
}
try {
  await run(words);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
