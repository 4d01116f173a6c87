/** A shell on one of the lab's machines that runs statements one after the other, so that `cd` and variables last as they do for a reader. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../src/recordings/types.ts';
import { STATE } from './paths.ts';
import { finalScreen } from './screen.ts';
import { inside, seenState } from './space.ts';

/** Commands that draw on a terminal what they would print plainly into a pipe. */
const DRAWS =
  /^(?:docker compose (?:.* )?(?:up|down|start|stop|restart|pull|push|create|rm|kill|pause|unpause|build|scale|wait)\b|docker (?:image )?(?:build|push|pull)\b(?!.*(?:--quiet|-q\b|--progress[= ]plain))|docker buildx (?:build|bake)\b(?!.*(?:-q\b|--progress[= ]plain))|docker service (?:create|update|rollback|scale)\b|docker stack deploy .*--detach=false|docker (?:container )?cp\b|curl (?!.*[|>]))/;
const WANTS_TERMINAL = /\s(?:-it|-ti|-t|--tty)\b/;

export class Session {
  readonly #shell: ChildProcess;
  readonly #folder: string;
  readonly #seen: string;
  #count = 0;

  constructor(machine: string, name: string, folder: string, variables: Readonly<Record<string, string>> = {}) {
    this.#folder = join(STATE, 'rec', name);
    this.#seen = `${seenState()}/rec/${name}`;
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
    const [program = '', ...words] = inside(machine, ['bash', '--noprofile', '--norc']);
    this.#shell = spawn(program, words, { stdio: ['pipe', 'ignore', 'ignore'] });
    const set = Object.entries({ ...variables }).map(([key, value]) => `export ${key}='${value}'`);
    this.#shell.stdin?.write(`set -a\n${set.join('\n')}\nmkdir -p '${folder}' && cd '${folder}'\n`);
  }

  /** Runs one statement and waits for its end; after `limit` ms it gets Ctrl+C, as a reader would give it. */
  async run(statement: string, options: { limit?: number; input?: string; terminal?: boolean } = {}): Promise<Run> {
    const id = String(++this.#count);
    const file = (kind: string): string => join(this.#folder, `${id}.${kind}`);
    const seen = (kind: string): string => `${this.#seen}/${id}.${kind}`;
    const terminal =
      options.terminal ??
      (DRAWS.test(statement) || (WANTS_TERMINAL.test(statement) && /^(?:docker|kubectl)\b/.test(statement)));
    writeFileSync(file('in'), options.input ?? '');
    writeFileSync(file('sh'), `${statement}\n`);
    // What is typed comes a moment after the program has asked; a password must not be echoed before that.
    const typed = `TERM=xterm SHELL=/bin/bash script -qefc 'stty cols 120 rows 200 -echo 2>/dev/null; . ${seen('sh')}' ${seen('tty')} < ${options.input ? `<(sleep ${/^kubectl/.test(statement) ? 4 : 0.7}; cat ${seen('in')}; sleep 0.7)` : seen('in')} > /dev/null 2>&1`;
    const piped = `{ . ${seen('sh')}\n} < ${seen('in')} > ${seen('out')} 2> ${seen('err')}`;
    this.#shell.stdin?.write(
      `${terminal ? typed : piped}\necho $? > ${seen('rc.part')}; mv ${seen('rc.part')} ${seen('rc')}\n`,
    );
    const end = Date.now() + (options.limit ?? 15_000);
    let stopped = false;
    for (let pressed = 0; !existsSync(file('rc')); ) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      if (Date.now() < end + pressed * 3000) continue;
      stopped = true;
      this.#interrupt(++pressed > 2 ? 'SIGKILL' : 'SIGINT');
      if (pressed > 5) throw new Error(`could not be stopped: ${statement}`);
    }
    const read = (kind: string): string => (existsSync(file(kind)) ? readFileSync(file(kind), 'utf8') : '');
    const exit = Number(read('rc'));
    const base = { run: statement, exit, ...(stopped ? { stopped } : {}) };
    // A terminal would have shown the answer, and the line end with it.
    const echoed = (text: string): string =>
      options.input ? text.replace(/(\[y\/N\] )/g, `$1${options.input}`) : text;
    if (!terminal) return { ...base, ...printed('out', echoed(read('out'))), ...printed('err', read('err')) };
    const raw = read('tty')
      .replace(/^Script started on [^\n]*\n/, '')
      .replace(/\n?Script done on [^\n]*\n$/, '');
    return { ...base, ...printed('out', finalScreen(raw)), terminal };
  }

  /** What the shell has started, the youngest first. */
  #interrupt(signal: NodeJS.Signals): void {
    const descend = (pid: number): number[] => {
      // It may end while it is read.
      const children = readSafely(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
      return children.flatMap((child) => [...descend(child), child]);
    };
    // nsenter replaces itself by the shell, so the shell is what was spawned; only what it started is interrupted.
    for (const pid of descend(this.#shell.pid ?? 0).filter(
      (pid) => !/^(?:nsenter|bash\0--noprofile)/.test(readSafely(`/proc/${pid}/cmdline`)),
    )) {
      try {
        process.kill(pid, signal);
      } catch {
        // Ended in the meantime.
      }
    }
  }

  /** Ends the shell and all that a page left running in the background. */
  close(): void {
    this.#interrupt('SIGKILL');
    this.#shell.stdin?.end('exit\n');
    this.#shell.kill('SIGTERM');
  }
}

function readSafely(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const LIMIT = 400;

/** A stream for the recording: no trailing blanks, the middle of a very long one left out. */
function printed(key: 'out' | 'err', text: string): Record<string, string> {
  const lines = text
    .replace(/\r+\n/g, '\n')
    .replace(/\u0000/g, '')
    .replace(/[ \t]+$/gm, '')
    .trimEnd()
    .split('\n');
  const kept =
    lines.length > LIMIT
      ? [...lines.slice(0, LIMIT / 2), `... ${lines.length - LIMIT} lines`, ...lines.slice(-LIMIT / 2)]
      : lines;
  return text.trim() === ''
    ? {}
    : { [key]: kept.map((line) => (line.length > 3000 ? `${line.slice(0, 3000)}…` : line)).join('\n') };
}
