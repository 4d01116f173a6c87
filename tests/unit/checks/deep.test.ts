import { expect, it } from 'vitest';
import { readSpan } from '../../../src/checks/commands/block.ts';
import { loadCommands } from '../../../src/checks/commands/grammar.ts';
import { parseShell } from '../../../src/checks/commands/shell.ts';
import { statementsOf } from '../../../src/checks/commands/statements.ts';
import { splitWords } from '../../../src/checks/commands/words.ts';
import { unwrap } from '../../../src/checks/commands/wrappers.ts';
import { paths, problems } from './read.ts';

const parser = await loadCommands();
const MANY = 20_000;

it.each([
  ['sudo', 'sudo '],
  ['env with assignments', 'env A=b '],
  ['find -exec', 'find . -exec '],
])('%s twenty thousand times over still starts a call', (_, wrapper) => {
  const unwrapped = unwrap(splitWords(`${wrapper.repeat(MANY)}docker ps`));
  expect(unwrapped).toEqual({
    words: [expect.objectContaining({ text: 'docker' }), expect.objectContaining({ text: 'ps' })],
  });
});

const NESTED: [string, string, string][] = [
  ['$( )', 'echo $(', ')'],
  ['"$( )"', 'echo "$(', ')"'],
  ['( )', '(', ')'],
  ['$(( ))', 'echo $((', '))'],
  ['a default', 'echo $' + '{a:-', '}'],
  ['if', 'if true; then ', '; fi'],
  ['&&', 'true && ', ''],
];
it.each(NESTED)('%s nested thousands deep is a finding and no overflow', (_, open, close) => {
  const code = `${open.repeat(MANY)}docker ps${close.repeat(MANY)}`;
  expect(parseShell(parser, code.slice(0, 60_000)).problems).toEqual([
    expect.objectContaining({ found: expect.stringMatching(/nested more than|cannot read|missing/) }),
  ]);
  expect(problems(code)).toEqual([expect.stringContaining(`a block of ${code.length} characters`)]);
  expect(readSpan(parser, `docker ps ${code}`)?.problems).toHaveLength(1);
  expect(statementsOf(parser, code, code, 'sh')).toEqual([code]);
});

it('a quote that nothing closes hides no call from PowerShell, and costs no square', () => {
  expect(paths('docker ps "abc', 'powershell')).toEqual(['docker ps']);
  expect(paths(`docker ps; echo ${'a '.repeat(4_000)}"`, 'powershell')).toEqual(['docker ps']);
});

it.each(NESTED.filter(([name]) => /^\$\( \)|^"|if|&&/.test(name)))(
  '%s a dozen deep is read to its end',
  (_, open, close) => {
    expect(paths(`${open.repeat(12)}docker ps${close.repeat(12)}`)).toContain('docker ps');
    expect(problems(`${open.repeat(12)}docker pss${close.repeat(12)}`)).toEqual([
      expect.stringContaining('docker pss'),
    ]);
  },
);

it('words know their line, however many there are', () => {
  expect(splitWords('a b\n\n"c\nd" e', 3)).toEqual([
    { text: 'a', line: 3 },
    { text: 'b', line: 3 },
    { text: 'c\nd', line: 5 },
    { text: 'e', line: 6 },
  ]);
});
