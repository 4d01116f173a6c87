/**
 * The learned model as a file of this project (model.json, written by `npm run learn`), and what the build makes of it: a
 * vector for each section that stands today, also for one that was written since. Build-time only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, readVector, roundVector, SECTION_BITS, WORD_BITS, writeVector } from '../format/vectors.ts';
import { questionVector, type WordVector } from '../query/learned.ts';
import type { SearchRecord } from '../query/record.ts';
import { namesHash, namesOf, wordsOf } from './texts.ts';
import type { Trained } from './train.ts';

export interface Model {
  readonly size: number;
  readonly words: ReadonlyMap<string, WordVector>;
  /** By address: what the section was called when it was learned, and its vector. */
  readonly sections: ReadonlyMap<string, { readonly hash: string; readonly vector: Float32Array }>;
}

interface ModelFile {
  readonly size: number;
  /** Keys with their rarity in hundredths. */
  readonly words: Readonly<Record<string, number>>;
  readonly wordVectors: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly sectionVectors: string;
}

export const MODEL_FILE = join(import.meta.dirname, 'model.json');

/** Share of sections that are new or ask for other things since the model was trained: beyond it the build says so. */
const DUE = 0.1;

/** The model as it stands in the project. */
export function readModel(file = MODEL_FILE): Model {
  const { size, words, wordVectors, sections, sectionVectors } = JSON.parse(readFileSync(file, 'utf8')) as ModelFile;
  const wordBytes = Buffer.from(wordVectors, 'base64');
  const sectionBytes = Buffer.from(sectionVectors, 'base64');
  const [word, section] = [bytesOf(size, WORD_BITS), bytesOf(size, SECTION_BITS)];
  return {
    size,
    words: new Map(
      Object.entries(words).map(([key, rarity], index) => [
        key.slice(1),
        { rarity: rarity / 100, vector: readVector(wordBytes, index * word, size, WORD_BITS) },
      ]),
    ),
    sections: new Map(
      Object.entries(sections).map(([url, hash], index) => [
        url,
        { hash, vector: readVector(sectionBytes, index * section, size, SECTION_BITS) },
      ]),
    ),
  };
}

/** Writes a model, to the very vectors that a browser will use. */
export function writeModel(trained: Trained, records: readonly SearchRecord[], size: number, file = MODEL_FILE): void {
  const content: ModelFile = {
    size,
    // A sign before each key keeps keys of digits in their order.
    words: Object.fromEntries([...trained.words].map(([key, { rarity }]) => [`.${key}`, Math.round(rarity * 100)])),
    wordVectors: packed(
      [...trained.words.values()].map(({ vector }) => vector),
      size,
      WORD_BITS,
    ),
    sections: Object.fromEntries(records.map((record) => [record.url, namesHash(record)])),
    sectionVectors: packed(trained.sections, size, SECTION_BITS),
  };
  writeFileSync(file, `${JSON.stringify(content, null, 0)}\n`);
}

function packed(vectors: readonly Float32Array[], size: number, bits: number): string {
  const each = bytesOf(size, bits);
  const bytes = new Uint8Array(vectors.length * each);
  for (const [index, vector] of vectors.entries()) writeVector(bytes, index * each, vector, bits);
  return Buffer.from(bytes).toString('base64');
}

/** Vectors of the sections that stand today, in their order; one that the model has not met gets its vector from the words that name it. */
export function sectionVectors(records: readonly SearchRecord[], model: Model): Float32Array[] {
  const scale = scaleOf(records, model);
  return records.map(
    (record) => model.sections.get(record.url)?.vector ?? rounded(meanOf(record, model).map((value) => value * scale)),
  );
}

/** How many sections are new, or are asked for in other words, since the model was trained. */
export function changedSince(records: readonly SearchRecord[], model: Model): number {
  return records.filter((record) => model.sections.get(record.url)?.hash !== namesHash(record)).length;
}

/** What the build says when so much has changed that the model should learn anew; undefined while it need not. */
export function dueMessage(records: readonly SearchRecord[], model: Model): string | undefined {
  const changed = changedSince(records, model);
  return changed > records.length * DUE
    ? `search: ${changed} of ${records.length} sections are new or have other asks since the model was trained: npm run learn`
    : undefined;
}

/** The mean question that names a section. */
function meanOf(record: SearchRecord, model: Model): Float32Array {
  const mean = new Float32Array(model.size);
  const names = namesOf(record);
  for (const name of names) {
    const words = wordsOf(name).flatMap((key) => model.words.get(key) ?? []);
    for (const [index, value] of questionVector(words)?.entries() ?? []) mean[index]! += value / names.length;
  }
  return mean;
}

/** How much longer learned vectors are than the mean question of their section: least squares over those that were learned. */
function scaleOf(records: readonly SearchRecord[], model: Model): number {
  let [both, own] = [0, 0];
  for (const record of records) {
    const known = model.sections.get(record.url);
    if (!known) continue;
    const mean = meanOf(record, model);
    for (let index = 0; index < mean.length; index += 1) {
      both += mean[index]! * known.vector[index]!;
      own += mean[index]! * mean[index]!;
    }
  }
  return own === 0 ? 1 : both / own;
}

function rounded(vector: Float32Array): Float32Array {
  const kept = new Float32Array(vector.length);
  roundVector(vector, kept, 0, vector.length, SECTION_BITS);
  return kept;
}
