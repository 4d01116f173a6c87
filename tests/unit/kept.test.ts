import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bringBack, isKeptUnder, keepFiles, keptByContent, keptOrFound } from '../../src/kept.ts';

const NAME = `test-${process.pid}/page`;
afterAll(() => rmSync(`node_modules/.cache/kept/test-${process.pid}`, { recursive: true, force: true }));

it('what was found is found once for the same texts, and anew for others', () => {
  let found = 0;
  const ask = (...from: string[]) => keptOrFound(NAME, from, () => ({ ids: ['a'], number: ++found }));
  expect(ask('one', 'two')).toEqual({ ids: ['a'], number: 1 });
  expect(ask('one', 'two')).toEqual({ ids: ['a'], number: 1 });
  expect(ask('onet', 'wo').number).toBe(2);
  expect(ask('one', 'two').number).toBe(3);
});

it('files are kept under a key, and come back where they are wanted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-files-'));
  try {
    const [one, two] = [join(folder, 'a.html'), join(folder, 'a.md')];
    writeFileSync(one, '<p>one</p>');
    writeFileSync(two, 'one');
    expect(isKeptUnder(`${NAME}-files`, 'key')).toBe(false);
    keepFiles(`${NAME}-files`, 'key', [one, two]);
    expect(isKeptUnder(`${NAME}-files`, 'key')).toBe(true);
    expect(isKeptUnder(`${NAME}-files`, 'other')).toBe(false);
    const [back, also] = [join(folder, 'dist/docker/a/index.html'), join(folder, 'dist/docker/a.md')];
    bringBack(`${NAME}-files`, [back, also]);
    expect([back, also].map((path) => readFileSync(path, 'utf8'))).toEqual(['<p>one</p>', 'one']);
    // What could not be kept whole has no key.
    expect(() => keepFiles(`${NAME}-files`, 'next', [one, join(folder, 'none')])).toThrow('ENOENT');
    expect(isKeptUnder(`${NAME}-files`, 'next')).toBe(false);
    expect(isKeptUnder(`${NAME}-files`, 'key')).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('what is made of a content is made once, and dropped once nothing asks for it', () => {
  let made = 0;
  const ask = (...texts: string[]) => {
    const all = keptByContent(`${NAME}-contents`, (bytes) => {
      made += 1;
      return new Uint8Array(bytes.toReversed());
    });
    const answers = texts.map((text) => Buffer.from(all.of(Buffer.from(text))).toString());
    all.keep();
    return answers;
  };
  expect(ask('ab', 'cd', 'ab')).toEqual(['ba', 'dc', 'ba']);
  expect(made).toBe(2);
  expect(ask('cd')).toEqual(['dc']);
  expect(made).toBe(2);
  ask('ab');
  expect(made).toBe(3);
});
