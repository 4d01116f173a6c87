/** From what was typed to an ordered list of records. Pure but for the function that looks words up. */

import {
  type Alternative,
  type Hit,
  type QueryIntent,
  type Ranked,
  type RecordFacts,
  rank,
  type Term,
} from './rank.ts';
import { type Thesaurus, wordsOf } from './thesaurus.ts';
import { plain, type Token, tokenise } from './tokens.ts';
import { leansOf, notebooksOf, withoutEverywhere } from './topic-words.ts';
import { completions, nearestWord, type Word } from './vocabulary.ts';
import { WEAK_WORDS } from './weak-words.ts';

/** All that a search needs beside the index. */
export interface SearchData {
  readonly facts: readonly RecordFacts[];
  readonly words: readonly Word[];
  readonly thesaurus: Thesaurus;
}

export interface Found {
  /** Best first; rows of a table stand beside their section. */
  readonly ranked: readonly Ranked[];
  /** Words that were read as others. */
  readonly corrections: readonly { from: string; to: string }[];
  /** Words that nothing here holds. */
  readonly missing: readonly string[];
  /** Keys to mark in the text. */
  readonly keys: readonly string[];
}

export interface FindOptions {
  /** The last word is still being typed. */
  readonly typing?: boolean;
  /** Search for the very letters. */
  readonly exactly?: boolean;
}

/** A compound says again what its parts say; it decides between records that have them all. */
const RAW = 0.6;
/** Words inside a phrase that the thesaurus knows say less than the phrase. */
const INSIDE = 0.4;
/** Words of plain talk are rare in notes, and yet say little. */
const WEAK = 0.4;
/** The name of a tool says which notebook, hardly which page. */
const TOOL = 0.5;
/** A command is meant as it is written; only people's talk has other words for it. */
const COMMAND = /^\s*(?:sudo )?(?:docker|kubectl|helm)[ -]\S|(?:^|\s)--?[a-z]/;
/** Asks what something is, what it is for, or how two things differ. */
const MEANING =
  /^\s*(?:what(?:'s| is| are| does| do)\b|explain\b|meaning\b|why (?:do|should|would|use)\b|do (?:i|we) need\b|how does\b.*\bwork)|\bvs\.?\b|\bversus\b|\bdifference between\b/i;
/** More words than this cost time and find nothing more. */
export const MOST_WORDS = 14;

/** A text as the ranking takes it. */
export interface ParsedQuery extends Omit<Found, 'ranked'> {
  readonly terms: readonly Term[];
  readonly hits: ReadonlyMap<string, readonly Hit[]>;
  readonly aim: QueryIntent;
}

/** Finds records for a text; `lookup` gives a word's records and is asked once a word. */
export async function find(
  text: string,
  data: SearchData,
  lookup: (key: string) => Promise<readonly Hit[]>,
  options: FindOptions = {},
): Promise<Found> {
  const { terms, hits, aim, ...rest } = await parseQuery(text, data, lookup, options);
  return { ranked: rank(terms, (key) => hits.get(key) ?? [], data.facts, aim), ...rest };
}

/** Reads a text: its words corrected and completed, with all that they may also mean, and the records of each. */
export async function parseQuery(
  text: string,
  data: SearchData,
  lookup: (key: string) => Promise<readonly Hit[]>,
  options: FindOptions = {},
): Promise<ParsedQuery> {
  const all = unique(tokenise(text)).slice(0, MOST_WORDS * 2);
  const tokens = withoutEverywhere(all);
  const aim = {
    subject: new Set(all.length > 1 ? all.flatMap(({ key }) => notebooksOf(key)) : []),
    lean: new Set(all.flatMap(({ key }) => leansOf(key))),
    meaning: MEANING.test(text),
  };
  const asked = new Map<string, Promise<readonly Hit[]>>();
  const ask = (key: string) => {
    const known = asked.get(key) ?? lookup(key);
    asked.set(key, known);
    return known;
  };
  const corrections: { from: string; to: string }[] = [];
  const missing: string[] = [];
  // What the words also mean is on its way while they are read; a failure is met again below.
  for (const key of keysOf(withMeanings(text, [], data.thesaurus))) void ask(key).catch(() => []);
  const read = await Promise.all(
    tokens.map((token, index) => readToken(token, index === tokens.length - 1 && options.typing === true)),
  );
  const terms = withMeanings(text, read, data.thesaurus);
  await Promise.all(keysOf(terms).map(ask));
  const hits = new Map<string, readonly Hit[]>();
  for (const [key, list] of asked) hits.set(key, await list);
  return { terms, hits, aim, corrections, missing, keys: keysOf(terms) };

  async function readToken(token: Token, last: boolean): Promise<{ token: Token; forms: Alternative[] }> {
    const own = { keys: [token.key], weight: 1 };
    const typed = plain(text).slice(token.start, token.end).toLowerCase();
    if (last && !token.raw && !data.words.some(({ key }) => key === token.key)) {
      const longer = completions(typed, data.words, 3);
      if (longer.length > 0) return { token, forms: [own, ...longer.map(({ key }) => ({ keys: [key], weight: 0.8 }))] };
    }
    if ((await ask(token.key)).length > 0 || token.raw) return { token, forms: [own] };
    if (typed !== token.key && (await ask(typed)).length > 0) return { token, forms: [{ keys: [typed], weight: 1 }] };
    const meant = options.exactly ? undefined : nearestWord(typed, data.words);
    if (meant) corrections.push({ from: typed, to: meant.text });
    else missing.push(typed);
    return { token, forms: meant ? [{ keys: [meant.key], weight: 0.9 }] : [own] };
  }
}

const keysOf = (terms: readonly Term[]): string[] => [
  ...new Set(terms.flatMap(({ forms }) => forms.flatMap(({ keys }) => keys))),
];

/** The text with its corrections in place, as the reader would have typed it. */
export function corrected(text: string, corrections: Found['corrections']): string {
  return corrections.reduce(
    (result, { from, to }) =>
      result.replace(new RegExp(`(?<![a-z0-9])${from.replace(/[^\w\u00c0-\u024f]/g, '')}(?![a-z0-9])`, 'i'), to),
    text,
  );
}

function weightOf({ key, raw, start, end }: Token, text: string): number {
  if (raw) return RAW;
  if (notebooksOf(key).length > 0) return TOOL;
  // ADD and USE in capitals are instructions.
  return WEAK_WORDS.has(key) && text.slice(start, end) !== text.slice(start, end).toUpperCase() ? WEAK : 1;
}

function unique(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => tokens.findIndex(({ key }) => key === token.key) === index);
}

function withMeanings(
  text: string,
  read: readonly { token: Token; forms: Alternative[] }[],
  thesaurus: Thesaurus,
): Term[] {
  const words = wordsOf(plain(text));
  const terms = read.map(({ token, forms }) => ({ token, forms: [...forms], weight: weightOf(token, text) }));
  const extra: Term[] = [];
  const command = COMMAND.test(text);
  for (const { from, words: count, forms, same } of thesaurus.meaningsIn(words.map(({ word }) => word))) {
    if (command && !same) continue;
    const [start, end] = [words[from]!.start, words[from + count - 1]!.end];
    const covered = terms.filter(({ token }) => token.start >= start && token.end <= end);
    const [only, more] = covered.filter(({ token }) => !token.raw);
    if (only && !more && count === 1) only.forms.push(...forms);
    else {
      for (const term of covered) term.weight *= INSIDE;
      extra.push({ forms, weight: 1 });
    }
  }
  return [...terms, ...extra];
}
