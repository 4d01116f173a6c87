/** What has changed a note since a day, by the history of the project. Build-time only. */
import { execFileSync } from 'node:child_process';

/** A change, as whoever made it tells it. */
export interface Change {
  /** The day on which it came in, in UTC. */
  readonly day: string;
  readonly what: string;
}

export type History = ReadonlyMap<string, readonly Change[]>;

let known: History | undefined;

/** The changes of a file after a day, the latest first; none where the history is not there, or not whole. */
export function changesSince(file: string, day: string): Change[] {
  known ??= historyOf(process.cwd());
  return (known.get(file) ?? []).filter((change) => change.day > day);
}

/** The history of the content of a checkout: empty for a download without one, and for a clone that was cut short. */
export function historyOf(root: string): History {
  const git = (...words: string[]) =>
    execFileSync('git', words, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  try {
    // A site that lies in somebody else's repository has no history of its own.
    if (git('rev-parse', '--is-shallow-repository', '--show-prefix').trim() !== 'false') return new Map();
    return readLog(git('log', '--no-merges', '--name-only', '--format=%x00%ct%x00%s', '--', 'content/*.mdx'));
  } catch {
    return new Map();
  }
}

/** The log as changes by file. Pure. */
export function readLog(log: string): History {
  const history = new Map<string, Change[]>();
  const fields = log.split('\0').slice(1);
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const day = new Date(Number(fields[at]) * 1000).toISOString().slice(0, 10);
    const [what = '', ...files] = (fields[at + 1] ?? '').split('\n').filter(Boolean);
    for (const file of files) history.set(file, [...(history.get(file) ?? []), { day, what }]);
  }
  return history;
}
