import { expect, test } from 'vitest';
import { readArguments, UsageError } from '../../../src/terminal/arguments.ts';

test('words are one text, nothing or a dash is the standard input', () => {
  expect(readArguments(['port', 'already', 'allocated'])).toMatchObject({
    what: 'search',
    text: 'port already allocated',
    results: 5,
  });
  expect(readArguments([])).toMatchObject({ what: 'search', text: '' });
  expect(readArguments(['-'])).toMatchObject({ what: 'search', text: '' });
  expect(readArguments(['--', 'unknown flag:', '--foo']).text).toBe('unknown flag: --foo');
});

test('options are read wherever they are', () => {
  expect(readArguments(['x', '--json', '-n', '3', '-a'])).toMatchObject({
    json: true,
    results: 3,
    all: true,
    text: 'x',
  });
  expect(readArguments(['--results=12', 'x']).results).toBe(12);
  expect(readArguments(['-h']).what).toBe('help');
  expect(readArguments(['--version']).what).toBe('version');
});

test('show takes one address; in a sentence it is a word', () => {
  expect(readArguments(['show', '/docker/clean-up/#all'])).toMatchObject({
    what: 'show',
    text: '/docker/clean-up/#all',
  });
  expect(readArguments(['show', 'logs', 'of', 'pod'])).toMatchObject({ what: 'search', text: 'show logs of pod' });
  expect(() => readArguments(['show'])).toThrow(/show needs an address/);
});

test.each([
  [['--jsn'], /--jsn is no option; did you mean --json\?/],
  [['-x'], /-x is no option/],
  [['--json=yes'], /--json takes no value, found "yes"/],
  [['-n', 'many'], /--results takes a number from 1 to 50, found "many"/],
  [['--results=0'], /found "0"/],
  [['x', '-n'], /--results takes a number from 1 to 50, found none/],
])('%s is refused with what is allowed', (words, message) => {
  expect(() => readArguments(words)).toThrow(UsageError);
  expect(() => readArguments(words)).toThrow(message);
});
