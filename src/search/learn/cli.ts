/** `npm run learn` finds the weights of the ranking on the built site, by folds over the questions of tests/search/, and writes query/weights.json. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecords } from '../index/build.ts';
import { judgedQuestions, LEARNT } from './judge.ts';
import { weigh } from './weigh.ts';

const root = join(import.meta.dirname, '../../..');
const dist = join(root, 'dist');
if (process.argv.length > 2) stop(`npm run learn takes nothing, not "${process.argv.slice(2).join(' ')}"`);
if (!existsSync(join(dist, 'index.html'))) stop('dist/ is not there: npm run build');

const { weights, score, without } = await weigh(readRecords(dist), judgedQuestions({ sets: LEARNT }), console.log);
const found = 'npm run learn, by ten folds over the questions of tests/search/';
writeFileSync(
  join(root, 'src/search/query/weights.json'),
  `${JSON.stringify({ found, score, ...weights, without }, null, 2)}\n`,
);
console.log('by folds');
console.table({
  ...score,
  ...Object.fromEntries(Object.entries(without).map(([name, own]) => [`without ${name}`, own])),
});

function stop(text: string): never {
  console.error(text);
  process.exit(1);
}
