import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkErrors, loadFixes, printProblem } from '../../../src/errors/build.ts';
import { compileSignatures } from '../../../src/errors/compile.ts';

const FIXTURES = 'tests/fixtures/errors';
const problemsIn = (folder: string) => compileSignatures(loadFixes(`${FIXTURES}/${folder}`)).problems.map(printProblem);

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
    expect(compileSignatures(loadFixes('content/troubleshooting')).problems.map(printProblem)).toEqual([]);
  });

  it('stays small: 38 kB gzipped, 32 kB with Brotli, some 20 bytes a message', () => {
    const json = JSON.stringify(compileSignatures(loadFixes('content/troubleshooting')).file);
    expect(gzipSync(json, { level: 9 }).length).toBeLessThan(38_000);
    expect(brotliCompressSync(json).length).toBeLessThan(32_000);
  });

  it('does not depend on the order of the files', () => {
    const fixes = loadFixes('content/troubleshooting');
    expect(JSON.stringify(compileSignatures([...fixes].reverse()).file)).toBe(
      JSON.stringify(compileSignatures(fixes).file),
    );
  });
});

describe('loadFixes', () => {
  it('says file and line of front matter that cannot be read', () => {
    expect(() => loadFixes(`${FIXTURES}/broken`)).toThrow(/broken\/a\.mdx:4: /);
  });

  it('says file and line of an entry that is no message', () => {
    expect(() => loadFixes(`${FIXTURES}/odd`)).toThrow(/odd\/a\.mdx:5: an entry of errors is a message/);
  });
});

describe('checkErrors', () => {
  it('stops a build with all problems', () => {
    const start = checkErrors(`${FIXTURES}/common`).hooks['astro:build:start'] as unknown as () => void;
    expect(start).toThrow(/messages .*need work:\n.*common\/a\.mdx:4: /);
  });
});
