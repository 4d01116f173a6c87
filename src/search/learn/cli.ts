/**
 * `npm run learn` trains the model anew on the built site (about four minutes) and finds the weights of the ranking;
 * `npm run learn -- weights` only the weights. Writes model/model.json and query/weights.json.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecords } from '../index/build.ts';
import { readModel, writeModel } from '../model/model.ts';
import { lessonsOf } from '../model/texts.ts';
import { OPTIONS, train } from '../model/train.ts';
import { developmentQuestions } from './judge.ts';
import { weigh } from './weigh.ts';

const root = join(import.meta.dirname, '../../..');
const dist = join(root, 'dist');
const asked = process.argv.slice(2);
const unknown = asked.find((word) => word !== 'weights');
if (unknown !== undefined) stop(`"${unknown}" is not known; npm run learn takes nothing, or weights`);
if (!existsSync(join(dist, 'index.html'))) stop('dist/ is not there: npm run build');

const records = readRecords(dist);
if (!asked.includes('weights')) {
  const lessons = lessonsOf(records);
  console.log(`${records.length} sections, ${lessons.length} texts`);
  const trained = train(lessons, records.length, {
    ...OPTIONS,
    report: (round, loss) => console.log(`round ${round + 1} of ${OPTIONS.rounds}: loss ${loss.toFixed(3)}`),
  });
  writeModel(trained, records, OPTIONS.size);
  console.log(`src/search/model/model.json: ${trained.words.size} words`);
}
const { weights, score, without } = await weigh(records, readModel(), developmentQuestions(), console.log);
writeFileSync(
  join(root, 'src/search/query/weights.json'),
  `${JSON.stringify({ found: 'npm run learn -- weights, by ten folds over tests/search/questions.json', score, ...weights, without }, null, 2)}\n`,
);
console.log('by folds', score);
console.table({ all: score, ...without });

function stop(text: string): never {
  console.error(text);
  process.exit(1);
}
