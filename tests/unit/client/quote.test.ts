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
    ['what a reader wants run is one word', '$(rm -rf x); y', '', '"$(rm -rf x); y"'],
  ])('%s', (_, value, before, written) => expect(quoted(value, before)).toBe(written));
});
