import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../../src/checks/messages.ts';
import { compileSignatures, signaturesOf } from '../../../src/error-matcher/compile.ts';
import { type Finding, formatFinding } from '../../../src/lib/finding.ts';
import { loadFixes, readFixes } from '../../helpers/load-fixes.ts';

const print = ({ file, line, found }: Finding) => `${file}:${line}: ${found}`;
const FIXTURES = 'tests/fixtures/errors';
const problemsIn = (folder: string) => compileSignatures(loadFixes(`${FIXTURES}/${folder}`)).findings.map(print);

describe('compileSignatures', () => {
  it('refuses the same message in two fixes, and names both', () => {
    expect(problemsIn('duplicate')).toEqual([
      expect.stringMatching(
        /duplicate\/b\.mdx:4: "network \{net\} was swallowed" stands at .*duplicate\/a\.mdx:5 already/,
      ),
    ]);
  });

  it('refuses the same message twice in one fix', () => {
    expect(problemsIn('twice')).toEqual([
      expect.stringMatching(/twice\/a\.mdx:5: .* stands at .*twice\/a\.mdx:4 already/),
    ]);
  });

  it('refuses a message without two rare words', () => {
    expect(problemsIn('common')).toEqual([
      expect.stringMatching(/common\/a\.mdx:4: "\{image\}: not found" has fewer than two rare words/),
    ]);
  });

  it('refuses a message that leads to the fix of a more general one, and names both', () => {
    expect(problemsIn('general')).toEqual([
      expect.stringMatching(
        /general\/b\.mdx:4: .* is answered by "docker harbour crane refused the pallet" at .*general\/a\.mdx:4/,
      ),
    ]);
  });

  it('takes a state that stands alone', () => {
    expect(problemsIn('state')).toEqual([]);
  });

  it('finds nothing wrong with the fixes of this site', () => {
    expect(compileSignatures(loadFixes('content/troubleshooting')).findings.map(print)).toEqual([]);
  });

  it('stays small: 43 kB gzipped, 36 kB with Brotli, some 20 bytes a message', () => {
    const json = JSON.stringify(signaturesOf(loadFixes('content/troubleshooting')));
    expect(gzipSync(json, { level: 9 }).length).toBeLessThan(43_000);
    expect(brotliCompressSync(json).length).toBeLessThan(36_000);
  });

  it('does not depend on the order of the files', () => {
    const fixes = loadFixes('content/troubleshooting');
    expect(JSON.stringify(signaturesOf([...fixes].reverse()))).toBe(JSON.stringify(signaturesOf(fixes)));
  });
});

describe('checkMessages', () => {
  it('says file and line of each problem', () => {
    expect(checkMessages(readFixes(`${FIXTURES}/common`)).map(formatFinding)).toEqual([
      expect.stringMatching(/common\/a\.mdx:4: [\s\S]*allowed: .*\n {4}to fix: {2}write more of the message/),
    ]);
  });
});
