/** Results of checks that are kept on the disk say what a fresh check says, and are not asked where anything they follow from has changed. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { nodePath } from '../../scripts/install.mjs';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project with three notes: the code is ours by a link, what is kept is its own. */
function project(): void {
  for (const name of ['src', 'lab', 'deploy', 'tests', 'package.json', 'package-lock.json'])
    symlinkSync(join(root, name), join(folder, name));
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['web-tree-sitter', 'tree-sitter-bash'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  for (const name of ['values.yaml', 'changes.yaml', 'sources.yaml']) copy(name);
  for (const name of ['redirects.yaml', 'permalinks.txt']) writeFileSync(join(folder, 'content', name), '');
  for (const page of ['docker/copy-files', 'k8s/probes', 'troubleshooting/crashloopbackoff'])
    for (const end of ['.mdx', '.asks.yaml', '.lab.yaml']) copy(page + end);
  for (const name of ['dockerfile', 'swarm', 'helm']) mkdirSync(join(folder, 'content', name));
}

function copy(name: string): void {
  const to = join(folder, 'content', name);
  mkdirSync(join(to, '..'), { recursive: true });
  try {
    copyFileSync(join(root, 'content', name), to);
  } catch {
    // Not every page has a set-up.
  }
}

/** What the checks say, and how many notes they read anew. */
interface Told {
  readonly findings: unknown;
  readonly notes: unknown;
  readonly read: number;
}

async function check(env: Record<string, string> = {}): Promise<Told> {
  const { stdout, stderr } = await promisify(execFile)(nodePath(), [join(root, 'tests/helpers/check-and-tell.ts')], {
    cwd: folder,
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Told;
}

/** With what was kept, and without: the second neither asks nor keeps, so both run at once. */
const bothWays = () => Promise.all([check(), check({ KEEP_CHECKS: 'no' })]);

const edit = (name: string, change: (text: string) => string): void => {
  const path = join(folder, 'content', name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

it('a second check reads nothing anew and says the same of every note, block and output', async () => {
  project();
  const [first, fresh] = await bothWays();
  expect(fresh.read).toBe(3);
  expect(first).toEqual(fresh);
  expect(await check()).toEqual({ ...fresh, read: 0 });
});

it('a note that was changed is read anew, and its fault found', async () => {
  edit('docker/copy-files.mdx', (text) => text.replaceAll('docker cp ', 'docker cpp '));
  const [kept, fresh] = await bothWays();
  expect(kept.read).toBe(1);
  expect(JSON.stringify(kept.findings)).toContain('docker cpp');
  expect(kept).toEqual({ ...fresh, read: 1 });
});

it('a change of what notes are held to is a change of all', async () => {
  edit('values.yaml', (text) => text.replace(/name: CONTAINER\b/, 'name: CONTAINERS'));
  const kept = await check();
  expect(kept.read).toBe(3);
  expect(JSON.stringify(kept.findings)).toContain('<CONTAINER>');
});

it('a fault that another note causes is found without reading a note anew', async () => {
  rmSync(join(folder, 'content/k8s/probes.mdx'));
  const [kept, fresh] = await bothWays();
  expect(kept).toEqual({ ...fresh, read: 0 });
});

it('a file that was kept by half is no result', async () => {
  const path = join(folder, 'node_modules/.cache/kept/content/docker/copy-files.mdx');
  writeFileSync(path, readFileSync(path).subarray(0, 200));
  expect((await check()).read).toBe(1);
});
