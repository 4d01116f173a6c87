import { describe, expect, it } from 'vitest';
import { parseWindows } from '../../../src/checks/commands/windows.ts';
import { splitWords } from '../../../src/checks/commands/words.ts';

describe('a line in words, as a shell reads them', () => {
  it.each([
    ['blanks part words', '  a  b\tc ', ['a', 'b', 'c']],
    [
      'double quotes keep blanks, and their backslashes',
      '"a b" "say \\"hi\\"" "\\$A \\` \\\\" "a\\b"',
      ['a b', 'say "hi"', '$A ` \\', 'a\\b'],
    ],
    ['single quotes keep everything', `'a "b' 'c\\d'`, ['a "b', 'c\\d']],
    ['quotes that touch are one word', `--name="a b"'c'd`, ['--name=a bcd']],
    ['a backslash keeps the next sign', 'a\\ b \\"c', ['a b', '"c']],
    ['an empty word is one', `a "" ''`, ['a', '', '']],
    ['a quote that nothing closes is left out', 'a "b c', ['a', 'b', 'c']],
  ])('%s', (_, text, words) => expect(splitWords(text).map((word) => word.text)).toEqual(words));
  it('a word with a dollar is not all known', () => {
    expect(splitWords('a $B c')).toEqual([
      { text: 'a', line: 0 },
      { text: '$B', line: 0, dynamic: true },
      { text: 'c', line: 0 },
    ]);
  });
});

describe('commands of Windows', () => {
  const lines = (code: string, lang: string) =>
    parseWindows(code, lang).map((words) => `${words[0]?.line}: ${words.map(({ text }) => text).join(' ')}`);
  it.each([
    ['lines', 'powershell', 'a b\n\nc', ['0: a b', '2: c']],
    ['cut at ; | && ||', 'powershell', 'a; b | c && d || e', ['0: a', '0: b', '0: c', '0: d', '0: e']],
    ['not inside quotes', 'powershell', `a "b; c" 'd | e'`, ['0: a b; c d | e']],
    ['a call by &', 'powershell', '& a b', ['0: a b']],
    ['an assignment', 'powershell', '$x = a b', ['0: a b']],
    ['what $( ) holds comes after', 'powershell', 'a $(b c) d', ['0: a $substitution d', '0: b c']],
    ['folders keep their backslashes', 'cmd', 'a C:\\b\\c', ['0: a C:\\b\\c']],
    ['comments of PowerShell', 'powershell', 'a # b\n# c\nd', ['0: a', '2: d']],
    ['comments of cmd', 'cmd', 'rem a\n:: b\nREM c\nd', ['3: d']],
    ['a sign of cmd is none', 'cmd', 'a # b', ['0: a # b']],
    ['a line that goes on, and the lines behind it', 'powershell', 'a `\n  b\nc', ['0: a b', '2: c']],
    ['a line of cmd that goes on', 'cmd', 'a ^\n  b\nc', ['0: a b', '2: c']],
  ])('%s', (_, lang, code, expected) => expect(lines(code, lang)).toEqual(expected));
});
