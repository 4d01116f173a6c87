import { describe, expect, it } from 'vitest';
import { compileSignatures } from '../../../src/error-matcher/compile.ts';
import { matchText } from '../../../src/error-matcher/match.ts';
import { rowText } from '../../../src/error-matcher/messages.ts';
import { loadFixes } from '../../helpers/load-fixes.ts';

const { file } = compileSignatures(loadFixes('content/troubleshooting'));
const MEGA = 1_000_000;
const repeat = (piece: string, size = MEGA) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const MESSAGES = file.fixes.flatMap(([, , rows]) => rows.map(rowText));

/** Milliseconds of the processor, the best of five: other programs on the machine do not count. */
function time(text: string): number {
  matchText(text, file);
  return Math.min(
    ...[1, 2, 3, 4, 5].map(() => {
      const start = process.cpuUsage();
      matchText(text, file);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );
}

describe('time', () => {
  it('200 lines of nothing but errors take 30 ms (twice that is allowed on a busy machine)', () => {
    expect(time(MESSAGES.slice(0, 200).join('\n'))).toBeLessThan(60);
  });

  it('twice the text takes at most about twice the time', () => {
    const log = repeat(`${MESSAGES.join('\n')}\n2026-11-21T08:00:00Z web-1  | GET /orders 200 12ms\n`);
    const half = time(log.slice(0, MEGA / 2));
    expect(time(log)).toBeLessThan(half * 3 + 20);
  });

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
  ])('a megabyte of %s is harmless', (_, text) => {
    expect(time(text)).toBeLessThan(800);
  });

  it('a message at the end of 200,000 characters of log is found', () => {
    const log = `${repeat('2026-11-21T08:00:00Z web-1  | GET /orders 200 12ms\n', 200_000)}\nOCI runtime exec failed: exec failed: unable to start container process: exec: "bash": executable file not found in $PATH: unknown`;
    expect(matchText(log, file)[0]?.id).toBe('executable-file-not-found');
  });
});
