/** The terminal program as it is handed out: unpacked from notes.tgz, far from the checkout, with the network cut. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseTarGzip } from 'nanotar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DIST } from './dist.ts';

/** Whatever opens a connection fails. */
const NO_NETWORK = `data:text/javascript,${encodeURIComponent(
  "import net from 'node:net'; net.Socket.prototype.connect = () => { throw new Error('the network is cut') }; globalThis.fetch = () => Promise.reject(new Error('the network is cut'));",
)}`;
const LOG = `shop-web-1  | listening
Error response from daemon: driver failed programming external connectivity on endpoint shop-web-1 (3c1f): Bind for 0.0.0.0:8081 failed: port is already allocated
`;

let folder = '';
let program = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'notes-'));
  for (const { name, data } of await parseTarGzip(readFileSync(join(DIST, 'terminal/notes.tgz')))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, data ?? '');
  }
  const { bin } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8')) as { bin: { notes: string } };
  program = join(folder, 'package', bin.notes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notes = (words: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', NO_NETWORK, program, ...words], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

test('a log leads to its fix, with the values of the log in the first steps', () => {
  const { status, stdout, stderr } = notes([], LOG);
  expect(stderr).toBe('');
  expect(stdout.split('\n')[0]).toBe('Port is already allocated by another container');
  expect(stdout).toContain('line 2: ');
  expect(stdout).toContain('docker ps --filter publish=8081');
  expect(stdout).toContain('/troubleshooting/port-is-already-allocated/');
  expect(stdout).not.toContain('\u001b');
  expect(status).toBe(0);
});

test('words lead to notes, a question to its section', () => {
  const { status, stdout } = notes(['docker', 'system', 'prune', 'volumes']);
  expect(stdout).toContain('/docker/clean-up/#all');
  expect(status).toBe(0);
});

test('as JSON both are data', () => {
  const { stdout } = notes(['--json', '-n', '2'], LOG);
  const { fixes, results } = JSON.parse(stdout) as {
    fixes: { address: string; line: number; values: object; steps: { commands: string[] }[] }[];
    results: unknown[];
  };
  expect(fixes[0]).toMatchObject({
    address: '/troubleshooting/port-is-already-allocated/',
    line: 2,
    values: { port: '8081' },
  });
  expect(fixes[0]?.steps[0]?.commands).toEqual(['docker ps --filter publish=8081']);
  expect(results.length).toBeGreaterThan(0);
});

test('show prints a section or a page; an address that is none ends with 1', () => {
  const section = notes(['show', 'https://example.com/docker/clean-up/#all']);
  expect(section.stdout).toMatch(/^## .*docker system prune/);
  expect(section.stdout).not.toContain('# Clean up containers');
  expect(notes(['show', 'docker/clean-up']).stdout).toMatch(/^# Clean up/);
  const lost = notes(['show', '/docker/clean-up/#nowhere']);
  expect(lost.stderr).toContain('has no section #nowhere');
  expect(lost.stdout).toMatch(/^# Clean up/);
  const none = notes(['show', '/docker/../../etc/passwd']);
  expect(none).toMatchObject({ status: 1, stdout: '' });
});

test('what is unknown says so and ends with 1, a wrong call with 2', () => {
  expect(notes(['zzqqxx', 'vvkkjj'])).toMatchObject({ status: 1, stdout: 'Nothing is known here about that.\n' });
  expect(notes([], '')).toMatchObject({ status: 2, stdout: '' });
  expect(notes(['--nope']).stderr).toContain('--nope is no option');
  expect(notes(['--nope']).status).toBe(2);
});

test('of a log longer than is read the end counts', () => {
  const { stdout, stderr } = notes([], `${'all is well here\n'.repeat(160_000)}${LOG}`);
  expect(stderr).toContain('only the last 1,000,000 characters are read');
  expect(stdout).toContain('Port is already allocated');
});

test('Ctrl C ends the log, not the program', async () => {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  // Written once the program reads, so that its handler is there.
  await new Promise<void>((done) => child.stdin.write(LOG.repeat(2000), () => done()));
  child.kill('SIGINT');
  child.stdin.end();
  expect(await ended).toBe(0);
  expect(out).toContain('Port is already allocated');
});
