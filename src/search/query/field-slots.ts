/**
 * How a record lies in Pagefind's index. A word's place tells its field: the first slots hold the words of title,
 * heading and asks, the rest the text in reading order. A hyphen fills an empty slot: Pagefind counts it and indexes nothing.
 */

import type { SearchRecord } from '../../built-site/record.ts';
import { isCompound, type Token, tokenise } from './tokens.ts';

export const TITLE_SLOTS = 12;
export const HEADING_SLOTS = 12;
const HEADING_AT = TITLE_SLOTS;
/** Each ask has its own slots, so that a place tells which of them it belongs to. */
export const ASK_SLOTS = 12;
/** Asks of one record that are indexed: each costs a search bytes. */
export const MOST_ASKS = 40;
const ASKS_AT = HEADING_AT + HEADING_SLOTS;

/** Where the text of a record begins that has so many asks. */
export const bodyAt = (asks: number): number => ASKS_AT + asks * ASK_SLOTS;

/** Ends every word, so that Pagefind, which searches prefixes, tells `pod` from `podman`. */
export const END = 'þ';

export type Field = 'title' | 'heading' | 'ask' | 'body';

/** The field of a word by its place, in a record with so many asks. */
export const fieldOf = (place: number, asks: number): Field =>
  place >= bodyAt(asks) ? 'body' : place >= ASKS_AT ? 'ask' : place >= HEADING_AT ? 'heading' : 'title';

/** Number of the ask that a place belongs to, if it belongs to one. */
export const askOf = (place: number): number => Math.floor((place - ASKS_AT) / ASK_SLOTS);

/** The words of a record's fields, but for its asks. */
function fieldsOf(record: SearchRecord): Record<Exclude<Field, 'ask'>, string[]> {
  return {
    // The title of an opening is its heading already.
    title: record.headings.length > 0 ? distinct(keys(record.title)) : [],
    heading: headingWords(record),
    body: [...record.lines.flatMap(({ text }) => keys(text)), ...keys(record.description)],
  };
}

/** The words of a record's heading. */
export const headingWords = ({ headings, title }: SearchRecord): string[] =>
  distinct(keys(headings.length > 0 ? headings.toReversed().join(' ') : title));

const contents = new WeakMap<SearchRecord, string>();

/** What Pagefind gets as content of a record; found once for each. */
export function contentOf(record: SearchRecord): string {
  const known = contents.get(record);
  if (known !== undefined) return known;
  const content = writeContent(record);
  contents.set(record, content);
  return content;
}

/** What the words of a record come to, as it was found before. */
export interface KnownWords {
  readonly content: string;
  readonly wordings: readonly Wording[];
}

/** The words of a record. */
export const wordsOf = (record: SearchRecord): KnownWords => ({
  content: contentOf(record),
  wordings: wordingsOf(record),
});

/** Tells the words of a record, so that they are not found again. */
export function knowWords(record: SearchRecord, { content, wordings }: KnownWords): void {
  contents.set(record, content);
  knownWordings.set(record, [...wordings]);
}

function writeContent(record: SearchRecord): string {
  const { title, heading, body } = fieldsOf(record);
  return [
    ...slots(title, TITLE_SLOTS),
    ...slots(heading, HEADING_SLOTS),
    ...asksOf(record),
    ...thinned(body).map((word) => (word === '' ? '-' : word + END)),
  ].join(' ');
}

/** An ask or a heading as it is indexed: its words, the small ones too, and how many of them are compared with a question's. */
export interface Wording {
  readonly words: readonly string[];
  readonly length: number;
}

/** Checks, index and facts ask for the same phrases. */
const knownPhrases = new Map<string, Wording>();

/** Tells what a phrase comes to, so that it is not found again. */
export function knowPhrase(text: string, wording: Wording): void {
  knownPhrases.set(text, wording);
}

/** What an ask or a heading comes to. */
export function wordingOf(text: string): Wording {
  const known = knownPhrases.get(text);
  if (known) return known;
  const tokens = tokenise(text, { small: true });
  const wording = {
    words: distinct(tokens.map(({ key }) => key)),
    length: new Set(tokens.flatMap((token) => (isCompound(token) ? [] : [token.key]))).size,
  };
  knownPhrases.set(text, wording);
  return wording;
}

/** The words of an ask that are indexed. */
export const askWords = (ask: string): readonly string[] => wordingOf(ask).words;

/** Index and facts both ask for them. */
const knownWordings = new WeakMap<SearchRecord, Wording[]>();

/** The wordings of a record that are compared with a question, its asks and its heading: the shortest first, since a row of lengths that only grow packs well. */
export function wordingsOf(record: SearchRecord): Wording[] {
  const known = knownWordings.get(record);
  if (known) return known;
  const { asks, headings, title } = record;
  const all = [...asks.slice(0, MOST_ASKS), headings.at(-1) ?? title].map(wordingOf);
  const found = [...new Map(all.map((one) => [one.words.toSorted().join(' '), one])).values()].sort(
    (a, b) => a.length - b.length,
  );
  knownWordings.set(record, found);
  return found;
}

const asksOf = (record: SearchRecord): string[] => wordingsOf(record).flatMap(({ words }) => slots(words, ASK_SLOTS));
/** More places of one word in a text cost bytes and change no order: BM25 has had its fill. */
const MOST_PLACES = 5;

function thinned(words: readonly string[]): string[] {
  const count = new Map<string, number>();
  return words.map((word) => {
    const before = count.get(word) ?? 0;
    count.set(word, before + 1);
    return before < MOST_PLACES ? word : '';
  });
}

const keys = (text: string): string[] => tokenise(text).map(({ key }: Token) => key);
const distinct = (words: readonly string[]): string[] => [...new Set(words)];
const slots = (words: readonly string[], size: number): string[] =>
  Array.from({ length: size }, (_, index) => (words[index] === undefined ? '-' : words[index] + END));
