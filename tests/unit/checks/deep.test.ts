import { expect, it } from 'vitest';
import { readSpan } from '../../../src/checks/commands/block.ts';
import { loadCommands } from '../../../src/checks/commands/grammar.ts';
import { statementsOf } from '../../../src/checks/commands/statements.ts';
import { splitWords } from '../../../src/checks/commands/words.ts';
import { paths, problems } from './read.ts';

const parser = await loadCommands();
const MANY = 20_000;

it.each([
  ['sudo', `${'sudo '.repeat(MANY)}docker ps`],
  ['env with assignments', `env ${'A=b '.repeat(MANY)}docker ps`],
  ['find -exec', `${'find . -exec '.repeat(MANY)}docker ps \\;`],
])('%s twenty thousand times over still starts a call', (_, code) => {
  expect(paths(code)).toEqual(['docker ps']);
  expect(problems(code)).toEqual([]);
});

const NESTED: [string, string, string][] = [
  ['$( )', 'echo $(', ')'],
  ['"$( )"', 'echo "$(', ')"'],
  ['( )', '(', ')'],
  ['$(( ))', 'echo $((', '))'],
  ['${ }', 'echo ${a:-', '}'],
  ['if', 'if true; then ', '; fi'],
  ['&&', 'true && ', ''],
];
it.each(NESTED)('%s nested thousands deep is a finding and no overflow', (_, open, close) => {
  const code = `${open.repeat(MANY)}docker ps${close.repeat(MANY)}`;
  expect(problems(code)).toContainEqual(expect.stringMatching(/nested more than|cannot read/));
  expect(() => readSpan(parser, code)).not.toThrow();
  expect(() => statementsOf(parser, code, code, 'sh')).not.toThrow();
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
