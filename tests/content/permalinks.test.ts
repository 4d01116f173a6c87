import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** Lines that a commit has ever taken out of a file, from `git log --patch`. */
const takenOut = (log: string): string[] => log.split('\n').flatMap((line) => /^-(\/\S*)$/.exec(line)?.[1] ?? []);

it('no address was ever taken out of content/permalinks.txt, in any commit that is here', () => {
  const { status, stdout } = git('log', '--first-parent', '--patch', '--format=', '--', 'content/permalinks.txt');
  // Without Git, in an archive of the sources, there is no history to compare with.
  if (status !== 0) return;
  const now = new Set(readFileSync('content/permalinks.txt', 'utf8').split('\n'));
  expect(takenOut(stdout).filter((address) => !now.has(address))).toEqual([]);
});

it('a line that a commit takes out would be seen', () => {
  const log = '--- a/content/permalinks.txt\n+++ b/x\n@@ -1,2 +1 @@\n /docker/\n-/docker/#gone\n+/docker/#new\n';
  expect(takenOut(log)).toEqual(['/docker/#gone']);
});
