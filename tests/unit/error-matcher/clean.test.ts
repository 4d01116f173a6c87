import { describe, expect, it } from 'vitest';
import { noiseEnd, stripAnsi } from '../../../src/error-matcher/clean.ts';
import { tokenise, wordsOf } from '../../../src/error-matcher/tokens.ts';

describe('noiseEnd', () => {
  it.each([
    ['a service of Compose', 'service-1  | boom'],
    ['a build step', '#11 0.412 boom'],
    ['an ISO time', '2026-11-21T09:14:37.201Z boom'],
    ['a time in brackets', '[2026-11-21T09:14:37.201Z] boom'],
    ['journald', 'Nov 21 09:14:37 node-2 dockerd[812]: boom'],
    ['klog', 'E1121 09:14:37.201845   48213 helpers.go:719] boom'],
    ['GitHub Actions', '2026-11-21T09:14:37.2011111Z ##[error]boom'],
    ['a quoted mail', '> > boom'],
    ['several of them', 'web-1  | 2026-11-21 09:14:37 boom'],
  ])('sees through %s', (_, line) => {
    expect(line.slice(noiseEnd(line, 0, line.length))).toBe('boom');
  });

  it('leaves a message alone', () => {
    expect(noiseEnd('[graphdriver] ERROR: no', 0, 20)).toBe(0);
  });
});

describe('stripAnsi', () => {
  it('removes colours and titles, and keeps the lines', () => {
    expect(stripAnsi('\x1b[31mred\x1b[0m\n\x1b]0;title\x07rest\x1b')).toBe('red\nrest');
  });
});

describe('words', () => {
  it.each([
    ['escapes part words', 'a\\nb \\"c\\" d&quot;e\\u0022f', ['a', 'b', 'c', 'd', 'e', 'f']],
    [
      'numbers with dots and slashes stay whole',
      '0/1 Running 127.0.0.1:80 v1.44.',
      ['0/1', 'running', '127.0.0.1', '80', 'v1', '44'],
    ],
    ['colours written out are skipped', '\\x1b[31mred\\u001b[0m', ['red']],
  ])('%s', (_, text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('joins a word that a narrow terminal has broken', () => {
    const { ids, lines } = tokenise(
      'executab\nle file',
      new Map([
        ['executable', 1],
        ['file', 2],
      ]),
    );
    expect([ids, lines]).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });
});
