/** The small file beside Pagefind's pieces: facts about sections, the site's words. Written by the build, read by the browser. */

import type { SearchRecord } from '../../built-site/record.ts';
import type { RecordFacts } from '../query/features.ts';
import { ASK_SLOTS, contentOf, HEADING_SLOTS, headingWords, wordingsOf } from '../query/field-slots.ts';
import type { SearchData } from '../query/find.ts';
import { stem } from '../query/stem.ts';
import { tokenise } from '../query/tokens.ts';
import { topicsOf } from '../query/tools.ts';
import { packWords, unpackWords } from '../query/vocabulary.ts';

/** The file as JSON. */
export interface SiteFile {
  /** Folder of texts, pieces and vectors; changes with any of them. */
  readonly build: string;
  /** The first word of each of Pagefind's pieces, shortened, with spaces between. */
  readonly pieces: string;
  /** What a page is: kind, topic, topics that it is about. */
  readonly sorts: readonly (readonly [kind: string, topic: string, about: string])[];
  /** For each page the number of its sort, and a letter of each section: its length, words of its heading, pages that link there; and a letter of each ask, its words, with a space between sections. */
  readonly pages: readonly (readonly [sort: number, lengths: string, headings: string, links: string, asks: string])[];
  readonly words: string;
}

/** Facts of sections in their order. */
export function factsOf(records: readonly SearchRecord[]): RecordFacts[] {
  let [page, order] = [-1, 0];
  return records.map((record) => {
    order += 1;
    if (!record.url.includes('#')) [page, order] = [page + 1, 0];
    return {
      page,
      order,
      headingWords: Math.min(HEADING_SLOTS, headingWords(record).length),
      links: Math.min(LETTERS.length - 1, record.links),
      asks: wordingsOf(record).map(({ length }) => Math.min(ASK_SLOTS, length)),
      length: lengthOf(lengthLetter(contentOf(record).split(' ').length)),
      kind: record.kind,
      topic: record.topic,
      about: topicsOf(record.topic, record.kind, record.tools),
    };
  });
}

/** The file for a list of records; every page's opening comes before its sections. */
export function packSite(
  records: readonly SearchRecord[],
  index: { readonly build: string; readonly starts: readonly string[] },
): SiteFile {
  const sorts = new Map<string, number>();
  const pages: [number, string, string, string, string][] = [];
  for (const { order, kind, topic, about, length, asks, headingWords, links } of factsOf(records)) {
    const sort = [kind, topic, about.join(' ')].join('|');
    if (!sorts.has(sort)) sorts.set(sort, sorts.size);
    if (order === 0) pages.push([sorts.get(sort)!, '', '', '', '']);
    const page = pages.at(-1)!;
    page[1] += lengthLetter(length);
    page[2] += LETTERS[headingWords];
    page[3] += LETTERS[links];
    page[4] += `${order === 0 ? '' : ' '}${asks.map((words) => LETTERS[words]).join('')}`;
  }
  return {
    build: index.build,
    pieces: index.starts.join(' '),
    sorts: [...sorts.keys()].map((sort) => sort.split('|') as [string, string, string]),
    pages,
    words: packWords(vocabularyOf(records)),
  };
}

/** What a search needs, from the file. */
export function unpackSite(file: SiteFile): SearchData {
  return {
    facts: file.pages.flatMap(([sort, lengths, headings, links, asks], page) => {
      const [kind, topic, about] = file.sorts[sort]!;
      const words = asks.split(' ').map((letters) => [...letters].map((letter) => LETTERS.indexOf(letter)));
      return [...lengths].map(
        (letter, order): RecordFacts => ({
          page,
          order,
          asks: words[order]!,
          headingWords: LETTERS.indexOf(headings[order]!),
          links: LETTERS.indexOf(links[order]!),
          length: lengthOf(letter),
          kind,
          topic,
          about: about.split(' ').filter(Boolean),
        }),
      );
    }),
    words: unpackWords(file.words).map(({ text, rank }) => ({
      text,
      rank: rank % 10,
      key: rank < 10 ? stem(text) : text,
    })),
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SHORTEST = 16;
const STEP = 9 / 8;
const lengthLetter = (words: number): string =>
  LETTERS[Math.max(0, Math.min(LETTERS.length - 1, Math.round(Math.log(words / SHORTEST) / Math.log(STEP))))]!;
const lengthOf = (letter: string): number => Math.round(SHORTEST * STEP ** LETTERS.indexOf(letter));

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
