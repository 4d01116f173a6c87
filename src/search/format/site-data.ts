/** The small file beside Pagefind's bundle: facts about records, the site's words, the thesaurus. Written by build, read by browser. */

import { fieldsOf, MOST_ASKS } from '../query/field-slots.ts';
import type { SearchData } from '../query/find.ts';
import type { RecordFacts } from '../query/rank.ts';
import type { SearchRecord } from '../query/record.ts';
import { stem } from '../query/stem.ts';
import { type Synonym, Thesaurus } from '../query/thesaurus.ts';
import { tokenise } from '../query/tokens.ts';
import { packWords, unpackWords } from '../query/vocabulary.ts';
import type { IndexFacts } from './index-facts.ts';

/** The file as JSON. */
export interface SiteFile {
  /** Folder of the records' texts below `fragment/`; changes with any of them. */
  readonly build: string;
  /** Length of each record as a letter: a step is an eighth more. */
  readonly lengths: string;
  /** Where the chunks of the index begin, and the last word of all, with spaces between. */
  readonly chunks: string;
  readonly kinds: readonly string[];
  readonly topics: readonly string[];
  /** For each page: its kind, its topic, and its records as letters: words of the heading, in capitals for a row; and number of asks, but for rows. */
  readonly pages: readonly (readonly [kind: number, topic: number, records: string, asks: string])[];
  readonly words: string;
  /** Entries of the thesaurus, a line each: words that mean the same, or what is said, a tab, and what that finds. */
  readonly synonyms: string;
}

/** Facts of records in their order. */
export function factsOf(records: readonly SearchRecord[]): RecordFacts[] {
  let page = -1;
  return records.map((record) => {
    const opening = !record.url.includes('#');
    if (opening) page += 1;
    return {
      page,
      headingWords: fieldsOf(record).heading.length,
      asks: Math.min(MOST_ASKS, record.asks.length),
      opening,
      row: record.row,
      kind: record.kind,
      topic: record.topic,
    };
  });
}

/** The file for a list of records; every page's opening comes before its sections. */
export function packSite(records: readonly SearchRecord[], synonyms: readonly Synonym[], index: IndexFacts): SiteFile {
  const facts = factsOf(records);
  const kinds = [...new Set(facts.map(({ kind }) => kind))].sort();
  const topics = [...new Set(facts.map(({ topic }) => topic))].sort();
  const pages: [number, number, string, string][] = [];
  for (const { opening, row, kind, topic, headingWords, asks } of facts) {
    if (opening) pages.push([kinds.indexOf(kind), topics.indexOf(topic), '', '']);
    const page = pages.at(-1)!;
    const letter = letterOf(headingWords);
    page[2] += row ? letter.toUpperCase() : letter;
    if (!row) page[3] += letterOf(asks);
  }
  return {
    build: index.build,
    lengths: index.lengths.map(lengthLetter).join(''),
    chunks: [...index.starts, index.last].join(' '),
    kinds,
    topics,
    pages,
    words: packWords(vocabularyOf(records)),
    synonyms: synonyms.map(packSynonym).join('\n'),
  };
}

/** What a search needs, from the file. */
export function unpackSite(file: SiteFile): SearchData {
  const facts = file.pages.flatMap(([kind, topic, letters, asks], page) => {
    let section = 0;
    return [...letters].map((letter, index): RecordFacts => {
      const row = letter !== letter.toLowerCase();
      const own = row ? 0 : numberOf(asks[section++]!);
      return {
        page,
        headingWords: numberOf(letter.toLowerCase()),
        asks: own,
        opening: index === 0,
        row,
        kind: file.kinds[kind] ?? '',
        topic: file.topics[topic] ?? '',
      };
    });
  });
  return {
    facts,
    words: unpackWords(file.words).map(({ text, rank }) => ({
      text,
      rank: rank % 10,
      key: rank < 10 ? stem(text) : text,
    })),
    thesaurus: new Thesaurus(file.synonyms.split('\n').filter(Boolean).map(unpackSynonym)),
  };
}

/** What Pagefind's WebAssembly is to know of the index, from the file. */
export function indexFacts({ build, lengths, chunks }: SiteFile): IndexFacts {
  const starts = chunks.split(' ');
  const last = starts.pop() ?? '';
  return { build, lengths: [...lengths].map(lengthOf), starts, last };
}

const SHORTEST = 16;
const STEP = 9 / 8;
const LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const lengthLetter = (words: number): string =>
  LENGTHS[Math.max(0, Math.min(LENGTHS.length - 1, Math.round(Math.log(words / SHORTEST) / Math.log(STEP))))]!;
const lengthOf = (letter: string): number => Math.round(SHORTEST * STEP ** LENGTHS.indexOf(letter));

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const letterOf = (number: number): string => LETTERS[Math.min(25, number)]!;
const numberOf = (letter: string): number => LETTERS.indexOf(letter);

const packSynonym = ({ say, find }: Synonym): string => (say === find ? say.join() : `${say.join()}\t${find.join()}`);

function unpackSynonym(line: string): Synonym {
  const [say = [], find = say] = line.split('\t').map((words) => words.split(','));
  return { say, find };
}

/** A short word of fewer records is rather a name than a word to correct to; a long one is where typos happen. In a heading it counts twice. */
const ENOUGH = 5;
const ENOUGH_LONG = 3;
const LONG = 8;

/** Words of the site, each as it is most often written. */
function vocabularyOf(records: readonly SearchRecord[]): { text: string; rank: number }[] {
  const forms = new Map<string, Map<string, number>>();
  const count = new Map<string, number>();
  for (const record of records) {
    const seen = new Set<string>();
    const titles = [record.title, ...record.headings].join(' ');
    for (const [text, weight] of [
      [record.lines.map((line) => line.text).join('\n'), 1],
      [titles, 2],
    ] as const) {
      for (const { key, raw, start, end } of tokenise(text)) {
        const word = text.slice(start, end).toLowerCase();
        // Of compounds only those like livenessProbe: people type them as one word.
        if (!/^[a-z]{4,30}$/.test(word) || (raw && !/[a-z][A-Z]/.test(text.slice(start, end)))) continue;
        const own = forms.get(key) ?? new Map<string, number>();
        forms.set(key, own.set(word, (own.get(word) ?? 0) + 1));
        if (!seen.has(key)) count.set(key, (count.get(key) ?? 0) + weight);
        seen.add(key);
      }
    }
  }
  return [...forms].flatMap(([key, own]) => {
    const often = count.get(key) ?? 0;
    const [text] = [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    return often < (text.length < LONG ? ENOUGH : ENOUGH_LONG)
      ? []
      : [{ text, rank: Math.min(9, Math.floor(Math.log2(often))) + (key === stem(text) ? 0 : 10) }];
  });
}
