import { describe, expect, it } from 'vitest';
import { groupByExitCode, groupByStatus, letterOf, sortKey } from '../../../src/error-matcher/groups.ts';

const fixes = [
  { title: 'Command not found', fix: { exitCode: 127 } },
  { title: 'Exit code 127', fix: { exitCode: [127, 1], status: ['Error', 'CrashLoopBackOff'] } },
  { title: 'Evicted', fix: { status: 'Evicted' } },
  { title: 'Neither', fix: undefined },
];

describe('groups', () => {
  it('are by exit code, the fix of that code first', () => {
    expect(groupByExitCode(fixes).map(({ key, fixes: own }) => [key, own.map(({ title }) => title)])).toEqual([
      [1, ['Exit code 127']],
      [127, ['Exit code 127', 'Command not found']],
    ]);
  });

  it('are by status, in alphabetical order', () => {
    expect(groupByStatus(fixes).map(({ key }) => key)).toEqual(['CrashLoopBackOff', 'Error', 'Evicted']);
  });
});

describe('messages', () => {
  it.each([
    ['0/1     Running', 'R', 'running'],
    ['"{command}" requires at least {n} argument.', 'R', 'requires at least argument'],
    ['{n}', '#', ''],
  ])('%s stands under %s', (message, letter, key) => {
    expect([letterOf(message), sortKey(message)]).toEqual([letter, key]);
  });
});
