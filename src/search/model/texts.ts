/** What the model learns from: of each section its asks, its titles, its sentences. Pure. Build-time only. */
import { createHash } from 'node:crypto';
import type { SearchRecord } from '../query/record.ts';
import { tokenise } from '../query/tokens.ts';

/** A text that leads to a section. */
export interface Lesson {
  /** Number of the section. */
  readonly section: number;
  readonly words: readonly string[];
  /** How often it is shown: 1 in every round, 0.3 in three of ten. */
  readonly weight: number;
}

/** What a section's sentences weigh beside what readers ask: they say more than is asked for. */
const SENTENCE = 0.3;
/** A shorter sentence says too little. */
const FEWEST_WORDS = 2;

/** The words of a text, each once. */
export const wordsOf = (text: string): string[] => [...new Set(tokenise(text).map(({ key }) => key))];

/** The texts that name a section: its asks and titles. */
export function namesOf({ asks, headings, title, description }: SearchRecord): string[] {
  const heading = headings.at(-1);
  return [
    ...asks,
    heading ?? title,
    ...(heading === undefined ? [] : [`${title} ${headings.join(' ')}`]),
    ...(description === '' ? [] : [description]),
  ];
}

/** All lessons of the site. */
export function lessonsOf(records: readonly SearchRecord[]): Lesson[] {
  return records
    .flatMap((record, section) => [
      ...namesOf(record).map((text) => ({ section, words: wordsOf(text), weight: 1 })),
      ...record.lines
        .flatMap(({ text }) => text.split(/(?<=[.!?;:])\s+/))
        .map((text) => ({ section, words: wordsOf(text), weight: SENTENCE }))
        .filter(({ words }) => words.length >= FEWEST_WORDS),
    ])
    .filter(({ words }) => words.length > 0);
}

/** A short sum of what names a section: another one says that the model should learn anew. */
export const namesHash = (record: SearchRecord): string =>
  createHash('sha256').update(namesOf(record).join('\n')).digest('hex').slice(0, 6);
