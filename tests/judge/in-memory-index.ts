/** Pagefind's index and BM25 in memory, for tests and the bench: the same words, places and weights without a browser. */
import { BM25 } from '../../src/search/engine/pagefind-wasm/bm25.ts';
import { contentOf, END } from '../../src/search/query/field-slots.ts';
import type { Hit } from '../../src/search/query/rank.ts';
import type { SearchRecord } from '../../src/search/query/record.ts';

/** A function that gives a word's records. */
export function memoryIndex(records: readonly SearchRecord[]): (key: string) => readonly Hit[] {
  const places = new Map<string, Map<number, number[]>>();
  const lengths = records.map((record, number) => {
    const words = contentOf(record).split(' ');
    words.forEach((word, place) => {
      if (word === '-') return;
      const key = word.slice(0, -END.length);
      const holders = places.get(key) ?? new Map<number, number[]>();
      places.set(key, holders.set(number, [...(holders.get(number) ?? []), place]));
    });
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const { termSaturation: k, pageLength: b } = BM25;
  return (key) =>
    [...(places.get(key) ?? [])].map(([record, own]) => {
      const frequency = (own.length * 25) / 24;
      return {
        record,
        places: own,
        weight: ((k + 1) * frequency) / (k * (1 - b + (b * lengths[record]!) / average) + frequency),
      };
    });
}
