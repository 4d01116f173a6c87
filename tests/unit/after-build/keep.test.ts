import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOver, hashedList, LIST } from '../../../src/after-build/keep.ts';
import { filesBelow } from '../../../src/content/files.ts';

const root = mkdtempSync(join(tmpdir(), 'releases-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A release: its files, each with its own name as content, and their list. */
function release(name: string, files: readonly string[]): string {
  const folder = join(root, name);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${name} ${file}`);
  }
  writeFileSync(join(folder, LIST), hashedList(files));
  return folder;
}

describe('a page that was open while the site changed', () => {
  const first = [
    'index.html',
    '_astro/shell.AAAAAAAA.js',
    '_astro/same.SSSSSSSS.css',
    'pagefind/site.json',
    'pagefind/aaaaaaaaaa/index/0.pf_index',
  ];
  const second = [
    'index.html',
    '_astro/shell.BBBBBBBB.js',
    '_astro/same.SSSSSSSS.css',
    'pagefind/site.json',
    'pagefind/bbbbbbbbbb/index/0.pf_index',
  ];
  const third = ['index.html', '_astro/shell.CCCCCCCC.js', 'pagefind/cccccccccc/index/0.pf_index'];
  let folders: string[];
  beforeAll(() => {
    folders = [release('1', first), release('2', second), release('3', third)];
    writeFileSync(join(folders[0]!, '_astro/shell.AAAAAAAA.js.br'), 'packed');
  });

  it('still finds its scripts and its pieces of the index, packed ones too', () => {
    expect(carryOver(folders[0]!, folders[1]!)).toBe(3);
    for (const file of first) expect(filesBelow(folders[1]!)).toContain(file);
    expect(filesBelow(folders[1]!)).toContain('_astro/shell.AAAAAAAA.js.br');
  });
  it('what has no hash, and what is in both, is the new one', () => {
    for (const file of ['index.html', '_astro/same.SSSSSSSS.css', 'pagefind/site.json'])
      expect(readFileSync(join(folders[1]!, file), 'utf8')).toBe(`2 ${file}`);
  });
  it('two releases later what was carried is gone: each carries one', () => {
    carryOver(folders[1]!, folders[2]!);
    const files = filesBelow(folders[2]!).join();
    expect(files).toContain('shell.BBBBBBBB.js');
    expect(files).not.toContain('shell.AAAAAAAA.js');
  });
  it('the first release of all carries none', () => expect(carryOver(join(root, 'none'), folders[0]!)).toBe(0));
});
