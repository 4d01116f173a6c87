import { describe, expect, it } from 'vitest';
import { signaturesOf } from '../../../src/error-matcher/compile.ts';
import { matchText } from '../../../src/error-matcher/match.ts';
import { loadFixes } from '../../helpers/load-fixes.ts';

const file = signaturesOf(loadFixes('content/troubleshooting'));
const MEGA = 1_000_000;
const repeat = (piece: string, size = MEGA) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Work that grew with the square of the text would take hours here; times are measured in bench/. */
describe('a megabyte of anything', () => {
  it.each([
    ['one line of one letter', repeat('x')],
    ['one line of rare words', repeat('port is already allocated webhook denied CrashLoopBackOff ')],
    ['one message over and over', repeat('Bind for 0.0.0.0:80 failed: port is already allocated ')],
    ['line breaks', repeat('\n')],
    ['openings of colours', repeat('\x1b[')],
    ['openings of titles', repeat('\x1b]0;')],
    ['ampersands', repeat('&')],
    ['backslashes', repeat('\\')],
    ['brackets', repeat('[')],
    ['dotted numbers', repeat('1.')],
    ['control characters', repeat('\u0000\u0007\u0008\u007f')],
    ['spaces', repeat(' ')],
    ['half prefixes', repeat('web-1 |\n#1 0.1\n[2026-\nE1121 09:\n')],
  ])('%s is read to the end', (_, text) => {
    expect(Array.isArray(matchText(text, file))).toBe(true);
  });

  it('a message at the end of 200,000 characters of log is found', () => {
    const log = `${repeat('2026-11-21T08:00:00Z web-1  | GET /orders 200 12ms\n', 200_000)}\nOCI runtime exec failed: exec failed: unable to start container process: exec: "bash": executable file not found in $PATH: unknown`;
    expect(matchText(log, file)[0]?.id).toBe('executable-file-not-found');
  });
});
