/**
 * Finds the weights of the ranking on the development questions, by folds: those of the features by softmax regression over
 * the sections that a question brings up, those of the fields by trying one after the other. Nothing is set by hand.
 * Build-time only.
 */

import type { SearchRecord } from '../../built-site/record.ts';
import { packSite, unpackSite } from '../format/site-data.ts';
import { memoryIndex } from '../index/memory-index.ts';
import { type Candidate, FEATURES, type Feature, type FieldWeights, featuresOf } from '../query/features.ts';
import { type Lookup, type ParsedQuery, parseQuery, type SearchData } from '../query/find.ts';
import { groupByPage } from '../query/group-by-page.ts';
import { rank, type Weights } from '../query/rank.ts';
import { LEARNT, type Question, type Score, scoreOf } from './judge.ts';

const FOLDS = 10;
/** Where the search for field weights begins, and what is tried of each. */
const START: FieldWeights = { title: 2, heading: 3, ask: 1, body: 0.5, saturation: 2, length: 0 };
const TRIES: Readonly<Record<keyof FieldWeights, readonly number[]>> = {
  title: [0, 0.25, 0.5, 1, 2],
  heading: [1, 2, 3, 4],
  ask: [0, 0.25, 0.5, 1, 2],
  body: [0.25, 0.5, 1],
  saturation: [1, 2, 4],
  length: [0, 0.5, 0.75],
};
/** Pulls weights towards 0 (towards 1 that of the words), so that the questions do not decide more than they can. */
const CAUTION = 0.02;
const STEPS = 200;
/** Sections of a question that are weighed: the best by words, asks and heading. The others never come first. */
const MOST_WEIGHED = 60;

export interface Weighing {
  readonly weights: Weights;
  /** By folds: what weights found on nine tenths of the questions give on the last tenth. */
  readonly score: Readonly<Record<'all' | (typeof LEARNT)[number], Score>>;
  /** The same without one of the features. */
  readonly without: Readonly<Record<string, Score>>;
}

/** All of a search in memory. */
export function memorySearch(records: readonly SearchRecord[]): { data: SearchData; lookup: Lookup } {
  const hits = memoryIndex(records);
  return { data: unpackSite(packSite(records, { build: '', starts: [] })), lookup: async (key) => hits(key) };
}

/** Finds weights; `features` are those that may be used, `report` hears of each step. */
export async function weigh(
  records: readonly SearchRecord[],
  questions: readonly Question[],
  report: (text: string) => void = () => undefined,
): Promise<Weighing> {
  const { data, lookup } = memorySearch(records);
  const parsed = await Promise.all(questions.map(({ q }) => parseQuery(q, data, lookup)));
  const urls = records.map(({ url }) => url);
  const examplesFor = (fields: FieldWeights) => examplesOf(parsed, questions, data, urls, fields);
  const scoreFor = (examples: readonly Example[], used: readonly Feature[]) =>
    scoreByFolds(examples, used, data, urls).all;

  let fields = START;
  let best = worth(scoreFor(examplesFor(fields), FEATURES));
  for (const name of Object.keys(TRIES) as (keyof FieldWeights)[])
    for (const value of TRIES[name]) {
      if (fields[name] === value) continue;
      const tried = { ...fields, [name]: value };
      const score = scoreFor(examplesFor(tried), FEATURES);
      if (worth(score) <= best) continue;
      [fields, best] = [tried, worth(score)];
      report(`${name} ${value}: ${JSON.stringify(score)}`);
    }
  const examples = examplesFor(fields);
  const score = scoreByFolds(examples, FEATURES, data, urls);
  const without = Object.fromEntries(
    FEATURES.map((name) => [
      name,
      scoreFor(
        examples,
        FEATURES.filter((other) => other !== name),
      ),
    ]),
  );
  return { weights: { fields, features: regress(examples, FEATURES) }, score, without };
}

/** What is to be as high as it can: the four goals alike. */
const worth = ({ first, three, mrr, page3 }: Score): number => first + three + mrr + page3;

interface Example {
  readonly question: Question;
  readonly candidates: readonly Candidate[];
  readonly right: readonly boolean[];
}

function examplesOf(
  parsed: readonly ParsedQuery[],
  questions: readonly Question[],
  data: SearchData,
  urls: readonly string[],
  fields: FieldWeights,
): Example[] {
  return parsed.map(({ terms, hits }, index) => {
    const question = questions[index]!;
    const candidates = hopeful(featuresOf(question.q, terms, (key) => hits.get(key) ?? [], data.facts, fields));
    return { question, candidates, right: candidates.map(({ record }) => question.urls.includes(urls[record]!)) };
  });
}

/** The sections that may come first. */
const hopeful = (candidates: readonly Candidate[]): Candidate[] =>
  [...candidates].sort((a, b) => promise(b) - promise(a)).slice(0, MOST_WEIGHED);

const PROMISING = (['words', 'near', 'nears', 'heading'] as const).map((name) => FEATURES.indexOf(name));
const promise = ({ values }: Candidate): number => PROMISING.reduce((sum, place) => sum + values[place]!, 0);

function scoreByFolds(
  examples: readonly Example[],
  used: readonly Feature[],
  data: SearchData,
  urls: readonly string[],
): Record<'all' | (typeof LEARNT)[number], Score> {
  const shown = new Map<Question, string[]>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const features = regress(
      examples.filter((_, index) => index % FOLDS !== fold),
      used,
    );
    for (const { question, candidates } of examples.filter((_, index) => index % FOLDS === fold)) {
      const ranked = rank(candidates, { fields: START, features });
      shown.set(
        question,
        groupByPage(ranked, data.facts, {}).groups.flatMap(({ records }) => records.map((record) => urls[record]!)),
      );
    }
  }
  const questions = examples.map(({ question }) => question);
  const of = (list: readonly Question[]) => scoreOf(list, (question) => shown.get(question)!);
  const bySet = LEARNT.map((set) => [set, of(questions.filter((question) => question.set === set))] as const);
  return { all: of(questions), ...(Object.fromEntries(bySet) as Record<(typeof LEARNT)[number], Score>) };
}

/** Weights under which the right sections stand first: softmax regression with AdaGrad. */
function regress(examples: readonly Example[], used: readonly Feature[]): Record<Feature, number> {
  const places = used.map((name) => FEATURES.indexOf(name));
  const aim = used.map((name) => Number(name === 'words'));
  const weights = Float64Array.from(aim);
  const squares = weights.map(() => 1e-6);
  const taught = examples.filter(({ right }) => right.includes(true));
  // One section after the other: plain numbers are quick to go through.
  const tables = taught.map(({ candidates }) =>
    Float64Array.from(candidates.flatMap(({ values }) => places.map((place) => values[place]!))),
  );
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, index) => CAUTION * (weight - aim[index]!));
    for (const [number, { right }] of taught.entries())
      addGradient(tables[number]!, right, weights, gradient, taught.length);
    for (const [index, value] of gradient.entries()) {
      squares[index]! += value * value;
      weights[index]! -= (0.5 * value) / Math.sqrt(squares[index]!);
    }
  }
  const found = new Map(used.map((name, index) => [name, Math.round(weights[index]! * 1000) / 1000]));
  return Object.fromEntries(FEATURES.map((name) => [name, found.get(name) ?? 0])) as Record<Feature, number>;
}

function addGradient(
  table: Float64Array,
  right: readonly boolean[],
  weights: Float64Array,
  gradient: Float64Array,
  count: number,
): void {
  const size = weights.length;
  const parts = new Float64Array(right.length);
  let best = Number.NEGATIVE_INFINITY;
  for (let number = 0, at = 0; number < parts.length; number += 1)
    for (let index = 0; index < size; index += 1, at += 1) parts[number]! += table[at]! * weights[index]!;
  for (const score of parts) best = Math.max(best, score);
  let [all, good] = [0, 1e-12];
  for (const [number, score] of parts.entries()) {
    const part = Math.exp(score - best);
    parts[number] = part;
    all += part;
    if (right[number]) good += part;
  }
  for (const [number, part] of parts.entries()) {
    const error = part / all - (right[number] ? part / good : 0);
    if (Math.abs(error) < 1e-5) continue;
    for (let index = 0, at = number * size; index < size; index += 1, at += 1)
      gradient[index]! += (error * table[at]!) / count;
  }
}
