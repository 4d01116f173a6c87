/** `npm run lab -- up | down | status | sh | record | diff | coverage`: see lab/README.md. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, missing } from './build.ts';
import { recordMarks } from './marks.ts';
import { STATE } from './paths.ts';
import { proofs } from './proofs.ts';
import { checkPages, coverage, mendPages, recordPages } from './pages.ts';
import { recordSheets } from './sheets.ts';
import { endSpace, initPid, inside, startSpace, waitFor } from './space.ts';

const [command = 'status', ...words] = process.argv.slice(2);
const commands: Record<string, (words: readonly string[]) => unknown> = { up, down, status, sh, record: recordPages, check: checkPages, mend: mendPages, proofs, marks: recordMarks, sheets: recordSheets, coverage };
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

/** Builds what is missing and starts the engines, and the cluster unless --no-cluster. */
function up(words: readonly string[]): void {
  const withCluster = !words.includes('--no-cluster');
  build(withCluster ? ['engines', 'cluster'] : ['engines']);
  const started = Date.now();
  if (initPid() !== undefined) return status();
  endSpace();
  startSpace(withCluster);
  waitFor(() => existsSync(join(STATE, 'engines-up')), 60_000, 'the engines did not come up', join(STATE, 'log', 'dockerd-1.log'));
  if (withCluster) waitFor(() => existsSync(join(STATE, 'cluster-up')), 120_000, 'the cluster did not come up', join(STATE, 'log', 'cluster.log'));
  console.log(`up after ${Math.round((Date.now() - started) / 1000)} s`);
}

function down(words: readonly string[]): void {
  endSpace();
  rmSync(join(STATE, 'data'), { recursive: true, force: true });
  if (words.includes('--all')) rmSync(STATE, { recursive: true, force: true });
  console.log('down');
}

function status(): void {
  const parts = ['serving', 'engines-up', 'cluster-up'].filter((mark) => existsSync(join(STATE, mark)));
  console.log(initPid() === undefined ? 'down' : `up: ${parts.join(', ')}`);
  const tools = missing(['engines', 'cluster']);
  if (tools.length > 0) console.log(`not built: ${tools.map(({ module }) => module).join(', ')}`);
}

/** A command, or a shell, on one of the lab's machines: sh [-m eng1] [COMMAND ...]. */
function sh(words: readonly string[]): void {
  const at = words[0] === '-m' ? 2 : 0;
  const rest = words.slice(at);
  const [program = '', ...more] = inside(at ? (words[1] ?? '') : 'eng1', rest.length > 0 ? rest : ['bash']);
  process.exitCode = spawnSync(program, more, { stdio: 'inherit' }).status ?? 1;
}
