import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenClaims, type ContentFile, parseClaims, sectionOf } from './claims.ts';

const FOLDER = 'tests/content/claims';
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => parseClaims(readFileSync(`${FOLDER}/${name}`, 'utf8'), name));
const claims = files.flat();

/** Notes, examples and marks, but not the asks, which are never shown. */
const content: ContentFile[] = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(mdx|yaml|sh|conf|json|toml)$/.test(path) && !/^(asks\/|_templates\/)|\.asks\.yaml$/.test(path))
  .map((path) => ({ path, text: readFileSync(`content/${path}`, 'utf8') }));

describe('claims', () => {
  it('are many, and the content keeps them', () => {
    // A merge once emptied two files, and nothing said so.
    expect(Math.min(...files.map(({ length }) => length))).toBeGreaterThan(50);
    expect(brokenClaims(claims, content)).toEqual([]);
  });

  it('name each claim once', () => {
    const said = claims.map(({ claim }) => claim);
    expect(said.filter((claim, index) => said.indexOf(claim) !== index)).toEqual([]);
  });
});

describe('the check of claims', () => {
  const PAGE =
    '# x\n\n## Prune {#prune}\n\n`until` counts from the\nfirst pull.\n\n### Deeper {#deeper}\n\nmore\n\n## Next {#next}\n\nnothing\n';
  const files = [{ path: 'docker/a.mdx', text: PAGE }];
  const row = (rest: string) =>
    parseClaims(`- claim: c\n  page: /docker/a/#prune\n  since: '29'\n  source: s\n${rest}`, 'f.yaml');

  it('finds a pattern across a line end, in the section and its sub-sections only', () => {
    expect(brokenClaims(row('  find: counts from the first pull'), files)).toEqual([]);
    expect(brokenClaims(row('  find: more'), files)).toEqual([]);
    expect(brokenClaims(row('  find: nothing'), files)).toEqual(['/docker/a/#prune does not say /nothing/ (c)']);
    expect(sectionOf(PAGE, 'deeper')).toBe('### Deeper {#deeper}\n\nmore\n');
  });

  it('fails where a page says what none may say, and where the page is gone', () => {
    expect(brokenClaims(row("  never: ['first pull']"), files)).toEqual(['docker/a.mdx says /first pull/ (c)']);
    expect(brokenClaims(row('  find: x'), [])).toEqual(['/docker/a/#prune does not exist (c)']);
  });

  it.each([
    ['an unknown key', '  fnd: x', /row 1: unknown key fnd/],
    ['nothing to look for', '', /neither find nor never/],
  ])('refuses a row with %s', (_, rest, expected) => expect(() => row(rest)).toThrow(expected));

  it('refuses a row without a source', () => {
    expect(() => parseClaims('- { claim: c, page: /a/, since: "1", find: x }', 'f.yaml')).toThrow(/source is missing/);
  });
});
