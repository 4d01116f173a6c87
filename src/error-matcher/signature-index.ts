import { rowText } from './messages.ts';
import { type Gap, isState, type Pattern, parsePattern } from './pattern.ts';
import type { SignatureFile } from './types.ts';

/** A message ready for matching: words as numbers, with what each is worth. */
export interface Signature {
  /** Index of its fix. */
  readonly fix: number;
  readonly pattern: Pattern;
  readonly ids: readonly number[];
  readonly weights: readonly number[];
  /** What it adds to find word i right behind word i - 1; 0 where a hole stands between. */
  readonly pairs: readonly number[];
  /**
   * Running sums over the words: of weights, of weights with a floor (another word in its place contradicts, however common), of gaps
   * with holes, of gaps with line breaks, of the words that the holes have room for, of holes for free text; one entry more than what
   * they sum.
   */
  readonly sums: {
    readonly skipped: Float64Array;
    readonly firm: Float64Array;
    readonly holed: Float64Array;
    readonly broken: Float64Array;
    readonly room: Float64Array;
    readonly free: Float64Array;
  };
  /** The most that a text can score. */
  readonly total: number;
  /** Places of each word in the message. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** Whether the hole before word i holds a number. */
  readonly numeric: readonly boolean[];
  /** Words of which the text must hold one; none for most. */
  readonly beside: readonly number[];
  /** Fields of which it has to lie in one, if any; see within.ts. */
  readonly within: readonly string[];
  /** A state such as Evicted or Init:Error: no space in it, and no name; it counts only where states stand. */
  readonly state: boolean;
}

/** All messages, and from a word to the messages that it may announce. */
export interface Index {
  readonly file: SignatureFile;
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly signatures: readonly Signature[];
  /** By word: the signatures that have it among their rarest words, with its weight there. */
  readonly anchors: ReadonlyMap<number, readonly (readonly [number, number])[]>;
}

/** What a word counts at least where a text has another one in its place. */
const FIRM = 1.8;

/** How many of its rarest words may announce a message. */
const ANCHORS = 5;

/** Names of holes that hold a number. */
const NUMBERS = new Set([
  'n',
  'count',
  'code',
  'port',
  'line',
  'total',
  'pid',
  'http_code',
  'status_code',
  'seconds',
  'number',
  'column',
]);
/** Whether a hole of this name holds a number. */
export const isNumberName = (name: string): boolean => NUMBERS.has(name.toLowerCase());
const isNumeric = ({ holes }: Gap) => holes.length > 0 && isNumberName(holes[holes.length - 1] ?? '');

/** Names of holes that hold a sentence or a list, and of those that hold a path or an address; all others hold a name. */
const FREE = new Set(
  `reason detail text message output errors error violations list names pods resources fields command args explanation request
attributes volumes keys formats services endpoints containers addresses labels options finalizers groups domains value pattern status
levels expression`.split(/\s+/),
);
const WIDE = new Set([
  'url',
  'path',
  'file',
  'host',
  'image',
  'ref',
  'address',
  'source',
  'target',
  'folder',
  'registry',
  'id',
  'digest',
  'endpoint',
  'tags',
  'range',
  'resource',
  'object',
]);
const isFree = (hole: string) => FREE.has(hole.toLowerCase());
const roomOf = (hole: string) => (isFree(hole) ? 60 : WIDE.has(hole.toLowerCase()) ? 24 : 12);

const ready = new WeakMap<SignatureFile, Index>();

/** The index of a file; built on first use. */
export function indexOf(file: SignatureFile): Index {
  const known = ready.get(file);
  if (known) return known;
  const index = buildIndex(file);
  ready.set(file, index);
  return index;
}

function buildIndex(file: SignatureFile): Index {
  const parsed = file.fixes.flatMap(([, , rows], fix) =>
    rows.map((row) => ({
      fix,
      pattern: parsePattern(rowText(row)),
      beside: typeof row === 'string' ? [] : row[1].split(' ').filter(Boolean),
      within: typeof row === 'string' ? [] : (row[2] ?? []),
    })),
  );
  const spread = countFixes(parsed);
  const vocabulary = new Map<string, number>();
  const [grammar, general] = file.common.map((list) => new Set(list.split(' '))) as [Set<string>, Set<string>];
  const rarity = (key: string) => Math.log2(Math.max(file.fixes.length, 100) / (spread.get(key)?.size ?? 1));
  const weigh = (word: string, isName: boolean): number => {
    const base = Math.min(4, Math.max(0.8, 0.6 * rarity(word)));
    if (grammar.has(word) || (word.length === 1 && word > '9')) return 0.25;
    if (general.has(word)) return 0.35 * base;
    return isName ? 2 * base : base;
  };
  const plain = (word: string | undefined) => word === undefined || grammar.has(word) || general.has(word);
  const anchors = new Map<number, [number, number][]>();
  const idOf = (word: string): number => {
    const id = vocabulary.get(word) ?? vocabulary.size;
    vocabulary.set(word, id);
    return id;
  };
  const signatures = parsed.map(({ fix, pattern, beside, within }, number): Signature => {
    const { words, names, gaps } = pattern;
    const ids = words.map(idOf);
    const weights = words.map((word, i) => weigh(word, names[i] ?? false));
    const pairs = words.map((word, i) => {
      if (i === 0 || gaps[i]?.holes.length) return 0;
      const base = Math.min(1.8, 0.3 * rarity(`${words[i - 1]} ${word}`));
      return plain(word) && plain(words[i - 1]) ? 0.55 * base : base;
    });
    const places = new Map<number, number[]>();
    ids.forEach((id, i) => {
      places.set(id, [...(places.get(id) ?? []), i]);
    });
    const rarest = [...new Set(ids)].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, ANCHORS);
    function weightOf(id: number): number {
      return weights[ids.indexOf(id)] ?? 0;
    }
    for (const id of rarest) anchors.set(id, [...(anchors.get(id) ?? []), [number, weightOf(id)]]);
    const total = [...weights, ...pairs].reduce((sum, one) => sum + one, 0);
    const sums = {
      skipped: sumUp(weights),
      firm: sumUp(weights.map((weight, i) => Math.max(weight, grammar.has(words[i] ?? '') ? 0.6 : FIRM))),
      holed: sumUp(gaps.map((gap) => (gap.holes.length ? 1 : 0))),
      broken: sumUp(gaps.map((gap) => (gap.newline ? 1 : 0))),
      room: sumUp(gaps.map(({ holes }) => holes.reduce((sum, hole) => sum + roomOf(hole), 0))),
      free: sumUp(gaps.map(({ holes }) => (holes.some(isFree) ? 1 : 0))),
    };
    return {
      fix,
      pattern,
      ids,
      weights,
      pairs,
      sums,
      total,
      places,
      numeric: gaps.map(isNumeric),
      beside: beside.map(idOf),
      within,
      state: isState(pattern.text) && !names.includes(true),
    };
  });
  addPlurals(vocabulary);
  return { file, vocabulary, signatures, anchors };
}

/** One argument or two arguments: the other number of a word counts as the word, if no message uses it otherwise. */
function addPlurals(vocabulary: Map<string, number>): void {
  for (const [word, id] of [...vocabulary]) {
    if (word.length < 4 || word.endsWith('ss')) continue;
    const other = word.endsWith('s') ? word.slice(0, -1) : `${word}s`;
    if (!vocabulary.has(other)) vocabulary.set(other, id);
  }
}

/** In how many fixes each word and each pair of neighbours stands. */
function countFixes(parsed: readonly { readonly fix: number; readonly pattern: Pattern }[]): Map<string, Set<number>> {
  const spread = new Map<string, Set<number>>();
  const note = (key: string, fix: number) => spread.set(key, (spread.get(key) ?? new Set()).add(fix));
  for (const { fix, pattern } of parsed) {
    pattern.words.forEach((word, i) => {
      note(word, fix);
      if (i > 0 && !pattern.gaps[i]?.holes.length) note(`${pattern.words[i - 1]} ${word}`, fix);
    });
  }
  return spread;
}

function sumUp(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, i) => {
    sums[i + 1] = (sums[i] as number) + value;
  });
  return sums;
}
