/** `npm run fuzz -- [--runs N] [--seed N] [--only NAME]`: inputs that nobody wrote; inputs that fail go to tests/fixtures/fuzz-seeds.json, which a unit test replays. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { randomOf, readBack, TARGETS } from '../tests/helpers/fuzz.ts';

const KEPT = 'tests/fixtures/fuzz-seeds.json';
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const runs = Number(values.runs);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
console.log(`seed ${seed}, ${runs} runs each`);

const failed: { target: string; input: string; error: string }[] = [];
const rows = [];
for (const { name, input, check } of TARGETS) {
  if (values.only !== undefined && values.only !== name) continue;
  let [slowest, length, at, faults] = [0, 0, 0, 0];
  const started = performance.now();
  for (let run = 0; run < runs; run += 1) {
    const text = input(randomOf(seed + run));
    const from = performance.now();
    try {
      await check(text);
      if (name === 'quoting' && run === runs - 1) readBack();
    } catch (error) {
      faults += 1;
      if (faults <= 5) failed.push({ target: name, input: text, error: String(error).slice(0, 300) });
    }
    const took = performance.now() - from;
    if (took > slowest) [slowest, length, at] = [took, text.length, run];
  }
  rows.push({
    target: name,
    runs,
    faults,
    seconds: Math.round((performance.now() - started) / 1000),
    'slowest ms': Math.round(slowest),
    'its characters': length,
    'its seed': seed + at,
  });
}
console.table(rows);
if (failed.length > 0) {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as unknown[];
  writeFileSync(
    KEPT,
    `${JSON.stringify([...kept, ...failed.map(({ target, input }) => ({ target, input }))], null, 2)}\n`,
  );
  for (const { target, error } of failed) console.error(`${target}: ${error}`);
  process.exitCode = 1;
}
