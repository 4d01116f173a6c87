import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inWorker } from '../../src/in-worker.ts';

const folder = mkdtempSync(join(tmpdir(), 'in-worker-'));
afterAll(() => rmSync(folder, { recursive: true }));
const module = (name: string, code: string): string => {
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
};
const answering = (make: string): string =>
  `import { answer } from ${JSON.stringify(join(import.meta.dirname, '../../src/in-worker.ts'))};
answer(import.meta.filename, ${make});`;

it('gives what a module answers, nothing included', async () => {
  expect(await inWorker(module('twice.mjs', answering('(input) => input * 2')), 21)).toBe(42);
  expect(await inWorker(module('nothing.mjs', answering('() => undefined')), 1)).toBeUndefined();
});

it('rejects with what it throws, and where it ends without an answer', async () => {
  const throws = module('throws.mjs', answering("() => { throw new Error('no room on the disk'); }"));
  await expect(inWorker(throws, 1)).rejects.toThrow('no room on the disk');
  await expect(inWorker(module('silent.mjs', ''), 1)).rejects.toThrow(/silent\.mjs ended with 0 and without an answer/);
});
