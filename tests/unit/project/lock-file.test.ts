import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingFromLock } from './lock-file.ts';

describe('the lock file', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  it('holds the binaries of every platform that their makers publish, so that npm ci installs on all of them', () => {
    expect(missingFromLock(lock)).toEqual([]);
  });
  it.each(['package-lock.json', 'tests/observatory/package-lock.json'])(
    'names the addresses of no registry: %s',
    (path) => {
      expect(readFileSync(path, 'utf8')).not.toMatch(/"resolved":/);
    },
  );
});

describe('a lock file made beside an installed node_modules', () => {
  const pagefind = { optionalDependencies: { '@pagefind/linux-x64': '1', '@pagefind/darwin-x64': '1' } };
  it('lacks the other platforms, and is refused', () => {
    const packages = { '': {}, 'node_modules/pagefind': pagefind, 'node_modules/@pagefind/linux-x64': {} };
    expect(missingFromLock({ packages })).toEqual(['pagefind: @pagefind/darwin-x64']);
  });
  it('may hold a package inside the one that wants it', () => {
    const inner = 'node_modules/pagefind/node_modules/@pagefind';
    const packages = { 'node_modules/pagefind': pagefind, [`${inner}/linux-x64`]: {}, [`${inner}/darwin-x64`]: {} };
    expect(missingFromLock({ packages })).toEqual([]);
  });
});
