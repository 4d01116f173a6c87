/** From what was typed to an ordered list of sections. Pure but for the function that looks words up. */

import { featuresOf, type Hit, type RecordFacts, type Term } from './features.ts';
import { type Ranked, rank, WEIGHTS } from './rank.ts';
import { plain, type Token, tokenise } from './tokens.ts';
import { completions, nearestWord, type Word } from './vocabulary.ts';

/** All that a search needs beside the index. */
export interface SearchData {
  readonly facts: readonly RecordFacts[];
  readonly words: readonly Word[];
}

/** Gives the sections that hold a word; asked once for each word of a search. */
export type Lookup = (key: string) => Promise<readonly Hit[]>;

export interface Found {
  /** Best first. */
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

/** A text as the ranking takes it. */
export interface ParsedQuery extends Omit<Found, 'ranked'> {
  readonly terms: readonly Term[];
  readonly hits: ReadonlyMap<string, readonly Hit[]>;
}

/** More words than this cost time and find nothing more. */
export const MOST_WORDS = 14;
/** Words that a word may become while it is typed. */
const COMPLETIONS = 3;

/** Finds sections for a text. */
export async function find(text: string, data: SearchData, lookup: Lookup, options: FindOptions = {}): Promise<Found> {
  const { terms, hits, ...rest } = await parseQuery(text, data, lookup, options);
  const candidates = featuresOf(text, terms, (key) => hits.get(key) ?? [], data.facts, WEIGHTS.fields);
  return { ranked: rank(candidates), ...rest };
}

/** Reads a text: its words corrected and completed, with the sections that hold them. */
export async function parseQuery(
  text: string,
  data: SearchData,
  lookup: Lookup,
  options: FindOptions = {},
): Promise<ParsedQuery> {
  const tokens = unique(tokenise(text, { small: true })).slice(0, MOST_WORDS * 2);
  const hits = new Map<string, readonly Hit[]>();
  const ask = async (key: string): Promise<readonly Hit[]> => {
    const own = hits.get(key) ?? (await lookup(key));
    hits.set(key, own);
    return own;
  };
  const corrections: { from: string; to: string }[] = [];
  const missing: string[] = [];
  const terms = await Promise.all(
    tokens.map((token, index) => readToken(token, index === tokens.length - 1 && options.typing === true)),
  );
  await Promise.all(terms.flatMap(({ keys }) => keys.map(ask)));
  const marked = terms.filter(({ small }) => !small).flatMap(({ keys }) => keys);
  return { terms, hits, corrections, missing, keys: [...new Set(marked)] };

  async function readToken(token: Token, last: boolean): Promise<Term> {
    if (token.small) return { keys: [token.key], small: true };
    const typed = plain(text).slice(token.start, token.end).toLowerCase();
    if (last && !token.raw && !data.words.some(({ key }) => key === token.key)) {
      const longer = completions(typed, data.words, COMPLETIONS);
      if (longer.length > 0) return { keys: [...longer.map(({ key }) => key), token.key] };
    }
    if (token.raw) return { keys: [token.key], raw: true };
    if ((await ask(token.key)).length > 0) return { keys: [token.key] };
    if (typed !== token.key && (await ask(typed)).length > 0) return { keys: [typed] };
    const meant = options.exactly ? undefined : nearestWord(typed, data.words);
    if (!meant) {
      missing.push(typed);
      return { keys: [token.key] };
    }
    corrections.push({ from: typed, to: meant.text });
    return { keys: [meant.key] };
  }
}

/** The text with its corrections in place, as the reader would have typed it. */
export function corrected(text: string, corrections: Found['corrections']): string {
  return corrections.reduce(
    (result, { from, to }) =>
      result.replace(new RegExp(`(?<![a-z0-9])${from.replace(/[^\w\u00c0-\u024f]/g, '')}(?![a-z0-9])`, 'i'), to),
    text,
  );
}

function unique(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => tokens.findIndex(({ key }) => key === token.key) === index);
}
