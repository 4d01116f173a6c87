/**
 * The index of all records, made of Pagefind's indexes of batches of them. Pagefind holds some 90 kB of memory for each record
 * until it has written its index, and writes all of it again after a change of one word: so it gets a few pages at a time, and
 * what it made of them is kept. Build-time only.
 */
import { hash } from 'node:crypto';
import type { SearchRecord } from '../../built-site/record.ts';
import { keep, keyOf, recall } from '../../kept.ts';
import { contentOf } from '../query/field-slots.ts';
import { type Index, indexOf, type Part } from './merge.ts';
import { endPagefind, pagefindPieces } from './pagefind.ts';

/** Records in a batch, about: the sections of some hundred pages. */
const BATCH = 500;

/** Pagefind's indexes of all records; together they hold each record once. */
export async function indexInBatches(records: readonly SearchRecord[]): Promise<Part[]> {
  const count = Math.max(1, Math.round(records.length / BATCH));
  const parts: Part[] = [];
  try {
    for (const [batch, numbers] of Map.groupBy(records.keys(), (number) => batchOf(records[number]!.url, count))) {
      const contents = numbers.map((number) => contentOf(records[number]!));
      parts.push({ records: numbers, index: await keptIndex(`index/${batch}`, contents) });
    }
  } finally {
    await endPagefind();
  }
  return parts;
}

async function keptIndex(name: string, contents: readonly string[]): Promise<Index> {
  const key = keyOf(contents);
  const known = recall<Index>(name, key);
  if (known) return known;
  const index = indexOf(await pagefindPieces(contents));
  keep(name, key, index);
  return index;
}

/** The batch of a record, which is that of its page: one that comes or goes moves no other, while the number of batches stays. */
const batchOf = (url: string, count: number): number =>
  Number.parseInt(hash('sha1', url.replace(/#.*/, '')).slice(0, 8), 16) % count;
