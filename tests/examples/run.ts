/** What the tests of the examples share: folders, fences, programs that stand in for docker, ports, and processes that are watched. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** A folder of its own, with a copy of an example if one is named. */
export function folder(example?: string): string {
  const place = mkdtempSync(join(tmpdir(), 'example-'));
  made.push(place);
  if (example) cpSync(join('content/examples', example), place, { recursive: true });
  return place;
}

/** Removes the folders of this test file. */
export function cleanUp(): void {
  for (const place of made.splice(0)) rmSync(place, { recursive: true, force: true });
}

/** The text of the fence with that file name on a page. */
export function fence(page: string, file: string): string {
  const text = readFileSync(`content/${page}.mdx`, 'utf8');
  const body = text.split(/^(?= *```)/m).find((part) => part.split('\n')[0]?.includes(`file="${file}"`));
  if (body === undefined) throw new Error(`${page} has no file ${file}`);
  return body.slice(body.indexOf('\n') + 1);
}

/** Puts a program of that name into the folder's bin/ and returns the PATH that finds it first. */
export function standIn(place: string, programs: Readonly<Record<string, string>>): string {
  for (const [name, script] of Object.entries(programs)) {
    const path = join(place, 'bin', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }
  return `${join(place, 'bin')}:${process.env.PATH}`;
}

/** Runs a script to its end. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 50_000,
    env: { ...process.env, ...env },
    ...(cwd ? { cwd } : {}),
  });
  return { status, stdout, stderr };
}

/** Is a program there? Go and Python are used where they are found, and nowhere else. */
export const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

/** A port that nobody has at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A server under test, with its output and a promise of its end. */
export interface Served {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts a program and resolves once it has printed the word. */
export async function serve(
  command: string,
  args: readonly string[],
  word: string,
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Served> {
  const child = spawn(command, args, { ...options, env: { ...process.env, ...options.env } });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    const listen = (data: Buffer): void => {
      output += data;
      if (output.includes(word)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    ended.then((code) => reject(new Error(`${command} ended with ${code}: ${output}`)));
  });
  return { process: child, output: () => output, ended };
}
