import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf, readLog } from '../../../src/content/history.ts';

let root = '';
const git = (where: string, day: string, ...words: string[]) =>
  execFileSync('git', words, {
    cwd: where,
    stdio: 'ignore',
    env: {
      PATH: process.env['PATH'],
      HOME: root,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.com',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.com',
      GIT_AUTHOR_DATE: `${day}T23:30:00-02:00`,
      GIT_COMMITTER_DATE: `${day}T23:30:00-02:00`,
    },
  });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'history-'));
  const project = join(root, 'project');
  mkdirSync(join(project, 'content/docker'), { recursive: true });
  git(project, '2026-01-01', 'init', '--initial-branch=main');
  for (const [day, file, what] of [
    ['2026-01-01', 'copy-files', 'Copy files'],
    ['2026-01-02', 'clean-up', 'Clean up'],
    ['2026-01-05', 'copy-files', 'With a stopped container too'],
  ] as const) {
    writeFileSync(join(project, 'content/docker', `${file}.mdx`), what);
    git(project, day, 'add', '.');
    git(project, day, 'commit', '--message', what);
  }
  git(root, '2026-01-06', 'clone', '--depth', '1', `file://${project}`, 'shallow');
  cpSync(join(project, 'content'), join(root, 'download/content'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

describe('the history of the notes', () => {
  it('says what changed each, and when, by the clock of UTC, the latest first', () => {
    const history = historyOf(join(root, 'project'));
    expect(history.get('content/docker/copy-files.mdx')).toEqual([
      { day: '2026-01-06', what: 'With a stopped container too' },
      { day: '2026-01-02', what: 'Copy files' },
    ]);
    expect(historyOf(join(root, 'project'))).toEqual(history);
  });

  it.each(['shallow', 'download'])('is left out in a checkout that does not have it all: %s', (name) => {
    expect(historyOf(join(root, name)).size).toBe(0);
  });

  it('is left out in a folder of somebody else’s repository', () => {
    expect(historyOf(join(root, 'project/content')).size).toBe(0);
  });

  it('reads a commit of several files, and none', () => {
    expect(readLog('')).toEqual(new Map());
    expect([...readLog('\0' + '1767225600\0Two\n\na.mdx\nb.mdx\n').values()]).toEqual([
      [{ day: '2026-01-01', what: 'Two' }],
      [{ day: '2026-01-01', what: 'Two' }],
    ]);
  });
});
