import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  packSections,
  packWordVectors,
  roundVector,
  SECTION_BITS,
  SHARDS,
  shardOf,
  unpackSections,
  unpackWordVectors,
  WORD_BITS,
} from '../../../src/search/format/vectors.ts';
import { changedSince, dueMessage, readModel, sectionVectors, writeModel } from '../../../src/search/model/model.ts';
import { lessonsOf } from '../../../src/search/model/texts.ts';
import { OPTIONS, train } from '../../../src/search/model/train.ts';
import { learnedScores } from '../../../src/search/query/learned.ts';
import type { SearchRecord } from '../../../src/search/query/record.ts';

const section = (id: string, heading: string, asks: string[]): SearchRecord => ({
  url: `/docker/a/#${id}`,
  title: 'Work with containers',
  headings: [heading],
  crumbs: [],
  kind: 'task',
  topic: 'docker',
  tools: [],
  description: '',
  lines: [],
  asks,
});
const records = [
  section('remove', 'Remove containers', ['old boxes', 'boxes grown old', 'boxes, old ones']),
  section('shell', 'Open a shell', ['get inside boxes', 'inside of boxes', 'boxes inside']),
  section('logs', 'Read the output', ['see old things inside', 'old and inside', 'inside, old']),
];
const options = { ...OPTIONS, size: 8, rounds: 60, exactRounds: 5 };
const trained = train(lessonsOf(records), records.length, options);
const ask = (words: string[], model: { words: typeof trained.words }, vectors: readonly Float32Array[]) => {
  const values = new Float32Array(vectors.length * 8);
  for (const [index, vector] of vectors.entries()) values.set(vector, index * 8);
  const scores = [
    ...learnedScores(
      words.flatMap((word) => model.words.get(word) ?? []),
      { size: 8, values },
    )!,
  ];
  return scores.indexOf(Math.max(...scores));
};

describe('the learned model', () => {
  it('leads to the section that was asked for in such words', () => {
    expect(ask(['old', 'box'], trained, trained.sections)).toBe(0);
    expect(ask(['insid', 'box'], trained, trained.sections)).toBe(1);
    expect(ask(['old', 'insid'], trained, trained.sections)).toBe(2);
  });
  it('is the same for the same lessons', () => {
    expect(train(lessonsOf(records), records.length, options)).toEqual(trained);
  });
  it('is the same from its file, and gives a new section a vector from its words', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'model-')), 'model.json');
    writeModel(trained, records, 8, file);
    const model = readModel(file);
    expect(ask(['insid', 'box'], model, sectionVectors(records, model))).toBe(1);
    const added = [...records, section('new', 'Old', ['old boxes', 'box, old'])];
    expect(changedSince(added, model)).toBe(1);
    expect(dueMessage(added, model)).toMatch(/^search: 1 of 4 sections .*npm run learn/);
    expect(dueMessage(records, model)).toBeUndefined();
    const scores = learnedScores(
      [model.words.get('old')!, model.words.get('box')!],
      unpackSections(packSections(sectionVectors(added, model), 8)),
    )!;
    expect(scores[3]).toBeGreaterThan(Math.max(scores[1]!, scores[2]!));
    rmSync(join(file, '..'), { recursive: true });
  });
});

describe('vectors as bytes', () => {
  it('come back as they were rounded', () => {
    const vector = Float32Array.from({ length: 16 }, (_, index) => Math.sin(index * 7 + 1) * 3);
    for (const [bits, pack] of [
      [SECTION_BITS, () => unpackSections(packSections([vector, vector], 16)).values.subarray(16)],
      [WORD_BITS, () => unpackWordVectors(packWordVectors([['é1', { rarity: 4, vector }]]), 16).get('é1')!.vector],
    ] as const) {
      const rounded = new Float32Array(16);
      roundVector(vector, rounded, 0, 16, bits);
      for (const [index, value] of pack().entries()) expect(value).toBeCloseTo(rounded[index]!, 4);
    }
  });
  it('words are spread over their files', () => {
    const shards = Array.from({ length: 5000 }, (_, index) => shardOf(`word${index}`));
    expect(new Set(shards).size).toBe(SHARDS);
    expect(Math.max(...shards.map((shard) => shards.filter((other) => other === shard).length))).toBeLessThan(60);
  });
});
