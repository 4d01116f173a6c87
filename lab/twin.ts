/**
 * A second lab beside the first: most of a replay is waiting, and pages that run on other engines and another cluster need not
 * wait for each other. It shares programs, packages and node with the first by hard links, and has a registry of its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME } from './paths.ts';

const TWIN = `${HOME}-2`;
const environment = { ...process.env, CFN_LAB_HOME: TWIN };
const SELF = [...process.execArgv, process.argv[1] ?? ''];

/** Whether there is a twin that runs. */
export const twinIsUp = (): boolean => existsSync(join(TWIN, 'state', 'pid'));

/** Lays the twin out from what the first lab has built, and starts it. */
export function upTwin(words: readonly string[]): void {
  mkdirSync(TWIN, { recursive: true });
  for (const name of readdirSync(HOME).filter((own) => own !== 'state' && !existsSync(join(TWIN, own)))) {
    if (name === 'registry') cpSync(join(HOME, name), join(TWIN, name), { recursive: true });
    else spawnSync('cp', ['--archive', '--link', join(HOME, name), TWIN], { stdio: 'inherit' });
  }
  if (spawnSync(process.execPath, [...SELF, 'up', ...words], { env: environment, stdio: 'inherit' }).status !== 0)
    throw new Error('the second lab did not come up');
}

/** Ends the twin and forgets what it ran on; with all, its copies as well. */
export function downTwin(all: boolean): void {
  if (!existsSync(TWIN)) return;
  spawnSync(process.execPath, [...SELF, 'down'], { env: environment, stdio: 'ignore' });
  if (all) rmSync(TWIN, { recursive: true, force: true });
}

/** Runs the same command in the twin too; each page goes to the lab that claims it first. */
export async function withTwin(words: readonly string[], own: (share: string) => Promise<void>): Promise<void> {
  const share = mkdtempSync(join(tmpdir(), 'lab-share-'));
  try {
    const twin = spawn(process.execPath, [...SELF, ...words, `--share=${share}`], {
      env: environment,
      stdio: 'inherit',
    });
    const ended = new Promise<number | null>((resolve) => twin.once('exit', resolve));
    const [code] = await Promise.all([ended, own(share)]);
    if (code !== 0) throw new Error('the second lab ended early: pages that it had begun were not replayed');
  } finally {
    rmSync(share, { recursive: true, force: true });
  }
}

/** Whether a page is this lab's to replay: a folder can be made once only, whoever comes first. */
export function claim(share: string | undefined, page: string): boolean {
  if (share === undefined) return true;
  try {
    mkdirSync(join(share, page.replaceAll('/', '-')));
    return true;
  } catch {
    return false;
  }
}
