/**
 * `npm run fuzz -- [--runs N] [--seed N] [--only NAME]`: inputs that nobody wrote; inputs that fail go to
 * tests/fixtures/fuzz-seeds.json, which a unit test replays. An input fails too if it takes more than a second, three times over.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { randomOf, readBack, TARGETS } from '../tests/helpers/fuzz.ts';

/** Far from what any input takes, also on a slow machine: past it something grows with the square of its input. */
const MOST_MS = 1000;
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
    if (took > MOST_MS && (await isSlow(check, text))) {
      faults += 1;
      failed.push({ target: name, input: text, error: `more than ${MOST_MS} ms for ${text.length} characters` });
    }
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

/** Another program may have had the processor once, but not each time. */
async function isSlow(check: (input: string) => void | Promise<void>, text: string): Promise<boolean> {
  for (let again = 0; again < 2; again += 1) {
    const from = performance.now();
    try {
      await check(text);
    } catch {
      return false;
    }
    if (performance.now() - from <= MOST_MS) return false;
  }
  return true;
}

if (failed.length > 0) {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as unknown[];
  writeFileSync(
    KEPT,
    `${JSON.stringify([...kept, ...failed.map(({ target, input }) => ({ target, input }))], null, 2)}\n`,
  );
  for (const { target, error } of failed) console.error(`${target}: ${error}`);
  process.exitCode = 1;
}
