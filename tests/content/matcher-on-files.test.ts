import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signaturesOf } from '../../src/checks/messages.ts';
import { filesBelow, parsedNotes } from '../../src/content/files.ts';
import { matchText } from '../../src/error-matcher/match.ts';

/** Files as pages show them: in fences and below content/examples. */
const fences = (text: string): string[] =>
  [...text.matchAll(/^ *```(?:yaml|dockerfile|json|helm-template|text)[^\n]*\n([\s\S]*?)^ *```/gm)].map(
    ([, code = '']) => code,
  );

describe('files that nobody complains about', () => {
  it('are taken for an error less than once in a hundred', () => {
    const signatures = signaturesOf(parsedNotes());
    const below = filesBelow('content').map((name) => `content/${name}`);
    const files = below.flatMap((path) =>
      path.startsWith('content/examples/')
        ? [readFileSync(path, 'utf8')]
        : path.endsWith('.mdx')
          ? fences(readFileSync(path, 'utf8'))
          : [],
    );
    const taken = files.flatMap((file) =>
      matchText(file, signatures)
        .slice(0, 1)
        .map(({ id, lineText }) => `${id}: ${lineText}`),
    );
    expect(files.length).toBeGreaterThan(400);
    expect(taken.length / files.length, taken.join('\n')).toBeLessThan(0.01);
  });
});
