import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImports } from '../../scripts/imports.ts';
import { LICENSES, licensesText, packageOf } from '../../src/after-build/licenses.ts';
import { DIST } from './dist.ts';

/** Code that runs in a browser, and what it may import of the rest. */
const IN_BROWSER = /^src\/(client|error-matcher|lib|offline|search\/(query|engine|format|ui))\//;

describe('licenses.txt', () => {
  const text = readFileSync(join(DIST, LICENSES), 'utf8');

  it('names every package that a script of the browser reaches', () => {
    const byFile = new Map(readImports(['src']).map(({ file, imports }) => [file, imports]));
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const { name, isType } of byFile.get(file) ?? []) if (!isType) visit(name);
    };
    // Where pages and layouts begin: what their <script> imports.
    for (const file of byFile.keys()) if (/^src\/(client|search\/ui|offline\/(page|worker))/.test(file)) visit(file);
    const packages = [...reached].filter((name) => existsSync(join(DIST, '../node_modules', name, 'package.json')));
    expect(
      [...reached].filter((name) => name.startsWith('src/') && /\.ts$/.test(name) && !IN_BROWSER.test(name)),
    ).toEqual([]);
    expect(packages.length).toBeGreaterThan(0);
    for (const name of [...packages, 'tailwindcss'])
      expect(text, name).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, [A-Z]`, 'm'));
  });
  it('passes on the notice of each', () =>
    expect(text.match(/Copyright/g)?.length).toBe(text.split(/^-{72}$/m).length));
  it('a package without a licence stops the build', () =>
    expect(() => licensesText(['typescript-is-not-here'])).toThrow());
  it('a module belongs to the innermost package', () => {
    expect(packageOf('/a/node_modules/x/node_modules/@y/z/i.js')).toBe('@y/z');
    expect(packageOf('/a/src/lib/x.ts')).toBeUndefined();
  });
});
