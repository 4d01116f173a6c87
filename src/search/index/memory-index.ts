/** The index in memory: the same words and places as Pagefind's, for learning, tests and the bench. */

import type { SearchRecord } from '../../built-site/record.ts';
import type { Hit } from '../query/features.ts';
import { contentOf, END } from '../query/field-slots.ts';

/** A function that gives a word's sections. */
export function memoryIndex(records: readonly SearchRecord[]): (key: string) => readonly Hit[] {
  const places = new Map<string, Map<number, number[]>>();
  for (const [number, record] of records.entries())
    for (const [place, word] of contentOf(record).split(' ').entries()) {
      if (word === '-') continue;
      const key = word.slice(0, -END.length);
      const holders = places.get(key) ?? new Map<number, number[]>();
      places.set(key, holders.set(number, [...(holders.get(number) ?? []), place]));
    }
  const hits = new Map(
    [...places].map(([key, holders]) => [key, [...holders].map(([record, own]) => ({ record, places: own }))]),
  );
  return (key) => hits.get(key) ?? [];
}
