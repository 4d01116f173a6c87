import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { randomOf, readBack, TARGETS } from '../helpers/fuzz.ts';

const kept = JSON.parse(readFileSync('tests/fixtures/fuzz-seeds.json', 'utf8')) as { target: string; input: string }[];

/** The long form is `npm run fuzz`. */
describe.each(TARGETS.map((target) => [target.name, target] as const))('%s', (name, { input, check }) => {
  it('reads a thousand inputs that nobody wrote', async () => {
    for (let run = 0; run < 1000; run += 1) await check(input(randomOf(run)));
    if (name === 'quoting') readBack();
  });
  it('reads what once failed', async () => {
    for (const one of kept) if (one.target === name) await check(one.input);
    if (name === 'quoting') readBack();
  });
});

it('inputs are the same for the same seed, and others for another', () => {
  const [{ input }] = TARGETS as [(typeof TARGETS)[number]];
  expect(input(randomOf(5))).toBe(input(randomOf(5)));
  expect(input(randomOf(5))).not.toBe(input(randomOf(6)));
});
