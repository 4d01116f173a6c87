/** From what was typed to an ordered list of sections. Pure but for the functions that look words up. */

import { featuresOf, type Hit, type Learned, type RecordFacts, type Term } from './features.ts';
import { learnedScores, type SectionVectors, type WordVector } from './learned.ts';
import { type Ranked, rank, WEIGHTS } from './rank.ts';
import { plain, type Token, tokenise } from './tokens.ts';
import { completions, nearestWord, type Word } from './vocabulary.ts';

/** All that a search needs beside the index. */
export interface SearchData {
  readonly facts: readonly RecordFacts[];
  readonly words: readonly Word[];
}

/** Where words are looked up; each word is asked for once a search. */
export interface Sources {
  /** Sections that hold a word. */
  readonly hits: (key: string) => Promise<readonly Hit[]>;
  /** A word's vector; undefined where the model does not know it, or cannot be had. */
  readonly vector: (key: string) => Promise<WordVector | undefined>;
  /** Vectors of the sections; undefined when they cannot be had: the words alone rank then. */
  readonly sections: () => Promise<SectionVectors | undefined>;
}

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
  readonly learned: Learned;
}

/** More words than this cost time and find nothing more. */
export const MOST_WORDS = 14;
/** Words that a word may become while it is typed. */
const COMPLETIONS = 3;

/** Finds sections for a text. */
export async function find(
  text: string,
  data: SearchData,
  sources: Sources,
  options: FindOptions = {},
): Promise<Found> {
  const { terms, hits, learned, ...rest } = await parseQuery(text, data, sources, options);
  const candidates = featuresOf(terms, (key) => hits.get(key) ?? [], data.facts, learned, WEIGHTS.fields);
  return { ranked: rank(candidates), ...rest };
}

/** Reads a text: its words corrected and completed, with the sections that hold them and what the model says. */
export async function parseQuery(
  text: string,
  data: SearchData,
  sources: Sources,
  options: FindOptions = {},
): Promise<ParsedQuery> {
  const tokens = unique(tokenise(text)).slice(0, MOST_WORDS * 2);
  const hits = new Map<string, readonly Hit[]>();
  const ask = async (key: string): Promise<readonly Hit[]> => {
    const own = hits.get(key) ?? (await sources.hits(key));
    hits.set(key, own);
    return own;
  };
  const corrections: { from: string; to: string }[] = [];
  const missing: string[] = [];
  // The sections' vectors are on their way while words are read.
  const sections = sources.sections();
  const terms = await Promise.all(
    tokens.map((token, index) => readToken(token, index === tokens.length - 1 && options.typing === true)),
  );
  await Promise.all(terms.flatMap(({ keys }) => keys.map(ask)));
  const [all, words] = await Promise.all([sections, Promise.all(terms.map(({ keys }) => sources.vector(keys[0]!)))]);
  const known = words.filter((word) => word !== undefined);
  return {
    terms,
    hits,
    learned: all && learnedScores(known, all),
    corrections,
    missing,
    keys: [...new Set(terms.flatMap(({ keys }) => keys))],
  };

  async function readToken(token: Token, last: boolean): Promise<Term> {
    const typed = plain(text).slice(token.start, token.end).toLowerCase();
    if (last && !token.raw && !data.words.some(({ key }) => key === token.key)) {
      const longer = completions(typed, data.words, COMPLETIONS);
      if (longer.length > 0) return { keys: [...longer.map(({ key }) => key), token.key] };
    }
    if ((await ask(token.key)).length > 0 || token.raw) return { keys: [token.key] };
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
