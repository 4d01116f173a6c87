import { describe, expect, it } from 'vitest';
import { quoted } from '../../../src/client/quote.ts';

describe('a value in a command', () => {
  it.each([
    ['what needs no quotes has none', 'registry.example.com:5000/a_b', '', 'registry.example.com:5000/a_b'],
    ['words are one word', 'octo cat', 'docker login --username ', "'octo cat'"],
    ['an apostrophe ends no quote', "it's", '', `'it'\\''s'`],
    ['a variable stays one', '$HOME/my data', '', '"$HOME/my data"'],
    ['the home folder is still found', '~/data', '', '~/data'],
    ['a reader who quotes knows why', '"a b"', '', '"a b"'],
    ['inside single quotes', "it's", "echo '", `it'\\''s`],
    ['inside double quotes', 'say "hi"', 'echo "name: ', 'say \\"hi\\"'],
    ['a quote that was closed counts no more', 'a b', 'echo "x" ', "'a b'"],
    ['a variable among quotes', '$A says "hi" `x` \\', '', '"$A says \\"hi\\" \\`x\\` \\\\"'],
    ['single quotes around several words are left', "'a b c'", '', "'a b c'"],
    ['double quotes with one inside are left', '"a \\" b"', '', '"a \\" b"'],
    ['quotes at the beginning only are text', "'a' b", '', `''\\''a'\\'' b'`],
    ['quotes at the end only are text', "a 'b'", '', `'a '\\''b'\\'''`],
    ['a quote that ends too early', '"a" b"', '', `'"a" b"'`],
    ['a quote behind a backslash opens nothing', 'a b', 'echo \\" ', "'a b'"],
    ['a backslash in single quotes is one sign', 'a b', "echo '\\' ", "'a b'"],
    ['an apostrophe in double quotes opens nothing', 'a "b', `echo "it's `, 'a \\"b'],
    ['a double quote in single quotes opens nothing', "it's", `echo 'say " `, `it'\\''s`],
    ['an apostrophe in a comment opens nothing', 'a b', "# it's here\ndocker run ", "'a b'"],
    ['a comment behind a command ends with its line', 'say "hi"', 'ls # it\'s here\necho "', 'say \\"hi\\"'],
    ['a comment that is the last line opens nothing', 'a b', "ls # it's", "'a b'"],
    ['a comment behind a semicolon', 'a b', "ls;#it's\ndocker run ", "'a b'"],
    ['a sign inside a word is no comment', 'say "hi"', 'curl a#b"', 'say \\"hi\\"'],
    ['a sign in quotes is no comment', 'say "hi"', 'echo " # ', 'say \\"hi\\"'],
    ['an empty line behind a comment', 'a b', "#'\n", "'a b'"],
    ['what a reader wants run is one word', '$(rm -rf x); y', '', '"$(rm -rf x); y"'],
  ])('%s', (_, value, before, written) => expect(quoted(value, before)).toBe(written));
});
