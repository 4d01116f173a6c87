// Installs what is missing, and only then: the lock file's hash is kept beside the installed packages. Runs on any Node from 20.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.lock-hash');
const isWindows = process.platform === 'win32';
const pinnedNode = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');

/** Packages whose command has another name. */
const PACKAGES = { biome: '@biomejs/biome', playwright: '@playwright/test', tsc: 'typescript' };

/** Installs exactly what the lock file says, unless it is there already; ends the process with npm's code if it fails. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (once, until package-lock.json changes)');
  // Warnings would fill a screen: each package that wants Node 22 says so, although the pinned Node 24 runs them.
  const npm = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
  const { status } = spawnSync('npm', npm, { cwd: root, stdio: 'inherit', shell: isWindows });
  if (status !== 0) {
    console.error('npm ci failed: see above. It needs Node 20 or later, npm 10 or later, and a registry in reach.');
    process.exit(status ?? 1);
  }
  if (spawnSync(pinnedNode, ['--version']).status !== 0 && !recentEnough(process.versions.node)) {
    console.error(
      'The pinned Node 24 could not be installed (no build for this platform, or npm was told to ignore install scripts).\n' +
        'Run "npm rebuild node --ignore-scripts=false", or use Node 22.18 or later yourself.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

/** Whether a Node runs Astro and TypeScript files as they are: 22.18 or later. */
function recentEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/** The Node that runs everything: the pinned one, or the caller's own where that could not be installed. */
export const nodePath = () => (existsSync(pinnedNode) ? pinnedNode : process.execPath);

/**
 * How much heap Node fills before it clears up in earnest: for as many notes as a project has at the least, and otherwise 2 GB where
 * that is no more than half of the memory, since clearing up in 0.9 GB costs a build a seventh of its CPU. Left to itself Node lets
 * four pile up.
 */
export function heapOption(project = root) {
  const files = readdirSync(join(project, 'content'), { recursive: true });
  const needed = 768 + Math.round(0.15 * files.filter((name) => name.endsWith('.mdx')).length);
  const memory = Math.min(totalmem(), process.constrainedMemory?.() || Infinity);
  return `--max-old-space-size=${Math.max(needed, Math.min(2048, Math.floor(memory / 2 ** 21)))}`;
}

/** The environment for child processes: the pinned Node 24 comes first, and Astro sends no telemetry. */
export function environment(extra = {}) {
  const path = [dirname(nodePath()), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1', ...extra };
}

/** What Node gets before the file that it runs: a build a heap for its notes. Tests that hold whole sites need more. */
const nodeOptions = (command, [first]) => (command === 'astro' && first === 'build' ? [heapOption()] : []);

/**
 * Runs `node FILE`, or the command of an installed package, in the project's root and without a shell, so that no path needs
 * quotes. Returns its exit code and, where asked, its output.
 */
export function run(command, args, { capture = false, env = {} } = {}) {
  const result = spawnSync(
    nodePath(),
    command === 'node' ? args : [...nodeOptions(command, args), scriptOf(command), ...args],
    {
      cwd: root,
      env: environment(env),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    },
  );
  return { status: result.status ?? 1, output: capture ? `${result.stdout}${result.stderr}` : '' };
}

/** As `run`, beside what else is at work: a promise of the exit code and, where asked, of its output. */
export const runBeside = (command, args, { capture = false, env = {} } = {}) =>
  new Promise((resolve) => {
    const child = spawn(nodePath(), [...nodeOptions(command, args), scriptOf(command), ...args], {
      cwd: root,
      env: environment(env),
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    for (const stream of capture ? [child.stdout, child.stderr] : [])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });

/** The JavaScript file behind the command of a package. */
function scriptOf(command) {
  const folder = join(modules, PACKAGES[command] ?? command);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
