import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { keptOrFound } from '../../src/kept.ts';

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
