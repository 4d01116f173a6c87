import { describe, expect, it } from 'vitest';
import { finalScreen } from '../../../lab/screen.ts';

describe('finalScreen', () => {
  it.each([
    ['plain lines', 'a\r\nb\r\n', 'a\nb'],
    ['a line written over', 'pulling 10%\rpulling 99%\r\n', 'pulling 99%'],
    ['colours', '\u001b[32mok\u001b[0m', 'ok'],
    [
      'lines drawn anew',
      '[+] 1/2\r\n a Creating\r\n\u001b[2A\u001b[0G\u001b[2K[+] 2/2\r\n\u001b[2K a Created\r\n',
      '[+] 2/2\n a Created',
    ],
    ['a hidden cursor', '\u001b[?25lx\u001b[?25h', 'x'],
    ['an erased end', 'abcdef\r\u001b[3Cxy\u001b[K', 'abcxy'],
  ])('%s', (_, bytes, screen) => {
    expect(finalScreen(bytes)).toBe(screen);
  });
});
