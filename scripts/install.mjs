// Installs what is missing, and only then: the lock file's hash is kept beside the installed packages. Runs on any Node from 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules', '.lock-hash');

/**
 * Installs what the lock file says, unless exactly this is installed already; ends the process with npm's code if it fails.
 * Not `npm ci`: a lock file written where a registry lacks the binaries of other platforms has no entries for them, and
 * `npm ci` then refuses to install at all (npm 11). `npm install` keeps the locked versions and adds what the platform needs.
 */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (once, until package-lock.json changes)');
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('npm install failed: see above; this needs Node 20 or later, npm, and a registry that can be reached');
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

/** The environment for child processes: the pinned Node 24 of node_modules comes first. */
export function environment(extra = {}) {
  const bin = join(root, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ASTRO_TELEMETRY_DISABLED: '1', ...extra };
}

/** Runs a command of node_modules/.bin in the project's root; returns its exit code and, where asked, its output. */
export function run(command, args, { capture = false, env = {} } = {}) {
  const result = spawnSync(command, args, { cwd: root, env: environment(env), encoding: 'utf8', maxBuffer: 1 << 28, stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  return { status: result.status ?? 1, output: capture ? `${result.stdout}${result.stderr}` : '' };
}
