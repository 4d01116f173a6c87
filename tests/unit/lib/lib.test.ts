import { describe, expect, it } from 'vitest';
import { parseMeta } from '../../../src/content/fence-meta.ts';
import { placeholdersIn, splitPlaceholders } from '../../../src/content/placeholders.ts';
import { longDate } from '../../../src/lib/dates.ts';
import { editDistance } from '../../../src/lib/edit-distance.ts';
import { fillHoles, holesIn } from '../../../src/lib/holes.ts';
import { splitInline } from '../../../src/lib/inline.ts';
import { languageOf } from '../../../src/lib/languages.ts';
import { nearest } from '../../../src/lib/nearest.ts';
import { tokenise } from '../../../src/markdown/highlight.ts';

describe('placeholders', () => {
  it('are cut out with their examples', () => {
    expect(
      splitPlaceholders('docker rm <CONTAINER> <NOPE>', (name) => (name === 'CONTAINER' ? 'web' : undefined)),
    ).toEqual([
      { text: 'docker rm ' },
      { text: 'web', name: 'CONTAINER' },
      { text: ' ' },
      { text: '<NOPE>', name: 'NOPE' },
    ]);
    expect(placeholdersIn('<A> <B> <A> <b>')).toEqual(['A', 'B']);
  });
});

describe('the words behind a language', () => {
  it('are bare ones and key="value"', () => {
    expect(parseMeta('part file="a b.yaml" at="Pod.spec"')).toEqual({
      words: ['part'],
      values: { file: 'a b.yaml', at: 'Pod.spec' },
    });
  });
});

describe('small texts', () => {
  it('holes are filled with examples', () => {
    expect(fillHoles('port {port}: {x y}', { port: '80' })).toEqual([
      { text: 'port ' },
      { text: '80', hole: 'port' },
      { text: ': {x y}' },
    ]);
    expect(holesIn('{a} {b} {c d}')).toEqual(['a', 'b']);
  });
  it('backticks and links cut a text', () =>
    expect(splitInline('use `a` of [b](/c/)')).toEqual([
      { text: 'use ', code: false },
      { text: 'a', code: true },
      { text: ' of ', code: false },
      { text: 'b', code: false, href: '/c/' },
    ]));
  it('days are written out', () => expect(longDate('2026-11-01')).toBe('1 November 2026'));
  it('the nearest word is found, a far one is not', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(nearest('ordr', ['order', 'title'])).toBe('order');
    expect(nearest('zzzzzz', ['order', 'title'])).toBeUndefined();
  });
  it('files have languages', () =>
    expect(['Dockerfile', 'api.Dockerfile', 'a.yaml', 'x.bin'].map(languageOf)).toEqual([
      'dockerfile',
      'dockerfile',
      'yaml',
      'text',
    ]));
});

describe('highlighting', () => {
  it('knows four kinds of token and loses no character', async () => {
    const code = 'docker run --rm "a b" # why';
    const tokens = await tokenise(code, 'sh');
    expect(tokens.map(({ text }) => text).join('')).toBe(code);
    expect(tokens.filter(({ kind }) => kind).map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['t-k', 'docker'],
      ['t-f', '--rm'],
      ['t-s', '"a b"'],
      ['t-c', '# why'],
    ]);
  });
  it('leaves an unknown language as it is', async () =>
    expect(await tokenise('x y', 'brainf')).toEqual([{ text: 'x y', kind: '' }]));
});
