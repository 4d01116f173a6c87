/** The lab's own namespaces: entered by making them, left by ending their process 1, with which the kernel ends all the rest. */

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, LAB, STATE } from './paths.ts';

const PID = join(STATE, 'pid');
const GROUPS = join(STATE, 'groups');
/** The lab's own cgroup, below the caller's in each hierarchy. */
const GROUP = process.env['CFN_LAB_HOME']
  ? `field-notes-lab-${createHash('sha256').update(STATE).digest('hex').slice(0, 8)}`
  : 'field-notes-lab';

/** Process 1 of a running lab, seen from outside; undefined when there is none. */
export function initPid(): number | undefined {
  if (!existsSync(PID)) return undefined;
  const pid = Number(readFileSync(PID, 'utf8'));
  return existsSync(`/proc/${pid}/ns/net`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('serve.sh')
    ? pid
    : undefined;
}

/** Folders of the lab's cgroup in every hierarchy of this machine. */
function groups(): string[] {
  return readFileSync('/proc/self/cgroup', 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(':'))
    .map(([, controllers = '', path = '/']) =>
      join(controllers === '' ? unified() : `/sys/fs/cgroup/${controllers.replace('name=', '')}`, path, GROUP),
    )
    .filter((path) => existsSync(join(path, '..')));
}

const unified = (): string =>
  existsSync('/sys/fs/cgroup/cgroup.controllers') ? '/sys/fs/cgroup' : '/sys/fs/cgroup/unified';

/** Starts process 1 of the lab and waits until it serves. */
export function startSpace(withCluster: boolean): void {
  mkdirSync(join(STATE, 'log'), { recursive: true });
  for (const mark of ['serving', 'engines-up', 'cluster-up', 'with-cluster'])
    rmSync(join(STATE, mark), { force: true });
  if (withCluster) writeFileSync(join(STATE, 'with-cluster'), '');
  writeFileSync(GROUPS, groups().join('\n'));
  for (const group of groups()) {
    mkdirSync(group, { recursive: true });
    for (const name of ['cpuset.cpus', 'cpuset.mems'])
      if (existsSync(join(group, name))) writeFileSync(join(group, name), readFileSync(join(group, '..', name)));
    if (existsSync(join(group, 'cgroup.clone_children'))) writeFileSync(join(group, 'cgroup.clone_children'), '1');
  }
  const log = openSync(join(STATE, 'log', 'init.log'), 'a');
  // The shell joins the groups first: what it starts is born in them.
  const join_ = groups().map((group) => `echo $$ > '${group}/cgroup.procs'`);
  const script = `${join_.join('\n')}\nexec unshare --mount --net --ipc --uts --pid --cgroup --fork --kill-child=KILL bash '${LAB}/inside/init.sh' '${STATE}' '${BIN}' '${LAB}'`;
  const child = spawn('bash', ['-c', script], { detached: true, stdio: ['ignore', log, log] });
  child.unref();
  const pid = waitFor(() => childOf(child.pid ?? 0), 10_000, 'the lab did not start', join(STATE, 'log', 'init.log'));
  writeFileSync(PID, String(pid));
  waitFor(() => existsSync(join(STATE, 'serving')), 20_000, 'the lab did not come up', join(STATE, 'log', 'init.log'));
}

function childOf(pid: number): number | undefined {
  const path = `/proc/${pid}/task/${pid}/children`;
  const text = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return text === '' ? undefined : Number(text.split(' ')[0]);
}

/** Waits in steps of a tenth of a second; throws with the end of the log when it takes too long. */
export function waitFor<T>(look: () => T | undefined | false, limit: number, what: string, log?: string): T {
  for (const end = Date.now() + limit; Date.now() < end; ) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  const tail = log && existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-12).join('\n') : '';
  throw new Error(`${what}\n${tail}`);
}

/** Ends the lab, or what a crash left of it: its processes, its groups, its marks. */
export function endSpace(): void {
  const pid = initPid();
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  // Those of the start: whoever ends the lab may be in other groups than who began it.
  const known = existsSync(GROUPS) ? readFileSync(GROUPS, 'utf8').split('\n').filter(Boolean) : [];
  const all = [...new Set([...known, ...groups()])].filter((group) => existsSync(group));
  for (const group of all) endProcesses(group);
  const left = all.filter((group) => !removeGroup(group));
  if (left.length > 0) throw new Error(`could not be removed, something in it does not end:\n  ${left.join('\n  ')}`);
  for (const file of [PID, GROUPS]) rmSync(file, { force: true });
  for (const mark of ['serving', 'engines-up', 'cluster-up', 'with-cluster'])
    rmSync(join(STATE, mark), { force: true });
}

const foldersIn = (group: string): string[] =>
  readdirSync(group, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [join(group, entry.name)] : [],
  );

/** Kills what is in a group and below it. */
function endProcesses(group: string): void {
  for (const below of foldersIn(group)) endProcesses(below);
  for (const pid of readFileSync(join(group, 'cgroup.procs'), 'utf8').trim().split('\n').filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** What was killed may take seconds to let go of its memory; so long is waited for all groups below one. */
const LETTING_GO = 30_000;

/** Removes a cgroup with those below it; true when all is gone. */
function removeGroup(group: string): boolean {
  for (const end = Date.now() + LETTING_GO; !isRemoved(group); ) {
    if (Date.now() > end) return false;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  return true;
}

/** One attempt, from the leaves up: each waiting for itself, a deep group kept `down` for hours. */
function isRemoved(group: string): boolean {
  try {
    endProcesses(group);
    for (const below of foldersIn(group)) isRemoved(below);
    rmdirSync(group);
  } catch {
    // Something in it has not ended yet, or it is gone.
  }
  return !existsSync(group);
}

/** An engine and a cluster that are there already, named on the command line; undefined in the lab itself. */
export interface Outside {
  readonly dockerHost?: string;
  readonly context?: string;
}

let outside: Outside | undefined;

/** From now on commands run against what was named, and nothing else. */
export function useOutside(named: Outside): void {
  outside = named;
  const home = join(STATE, 'outside');
  mkdirSync(home, { recursive: true });
  if (!named.context) return;
  // A kubeconfig with that one context in it: no command can reach another cluster.
  const { stdout, status, stderr } = spawnSync(
    'kubectl',
    ['config', 'view', '--minify', '--flatten', '--context', named.context],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  writeFileSync(join(home, 'kubeconfig'), stdout, { mode: 0o600 });
}

export const isOutside = (): boolean => outside !== undefined;
/** Whether a page's machine is there: in the lab always, outside when its engine or its cluster was named. */
export const isNamed = (machine: string): boolean =>
  outside === undefined || (machine.startsWith('k') ? outside.context : outside.dockerHost) !== undefined;
/** Where a page's folder is laid, and where the lab's own files are seen, by the commands that run. */
export const homeFolder = (): string => (outside ? join(STATE, 'outside', 'home') : '/home/ada');
export const seenState = (): string => (outside ? STATE : '/opt/lab/state');
export const seenLab = (): string => (outside ? LAB : '/opt/lab/src');

/** The words that run a command on one of the lab's machines. */
export function inside(machine: string, command: readonly string[]): string[] {
  if (outside) {
    const set = [
      ...(outside.dockerHost ? [`DOCKER_HOST=${outside.dockerHost}`] : ['DOCKER_HOST=unix:///nowhere']),
      `KUBECONFIG=${outside.context ? join(STATE, 'outside', 'kubeconfig') : '/nowhere'}`,
    ];
    return ['env', ...set, `HOME=${homeFolder()}`, 'TERM=dumb', ...command];
  }
  const pid = initPid();
  if (pid === undefined) throw new Error('the lab is not up: npm run lab -- up');
  const env = [
    'env',
    '-i',
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'HOME=/home/ada',
    'USER=ada',
    'LOGNAME=ada',
    'LANG=C.UTF-8',
    'TERM=dumb',
  ];
  const enter = [
    'nsenter',
    '--target',
    String(pid),
    '--mount',
    '--net',
    '--uts',
    '--ipc',
    '--pid',
    '--cgroup',
    '--root',
    '--wd',
    '--',
  ];
  return [...enter, 'nsenter', `--net=/run/netns/${machine}`, `--uts=/run/uts-${machine}`, '--', ...env, ...command];
}

/** Runs a command inside without keeping others waiting. */
export function runInsideAsync(machine: string, command: readonly string[]): Promise<void> {
  const [program = '', ...words] = inside(machine, command);
  return new Promise((resolve) => spawn(program, words, { stdio: 'ignore' }).on('close', () => resolve()));
}
