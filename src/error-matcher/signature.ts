import { isFreeName, isNumberName, roomOf } from './hole-kinds.ts';
import { type Gap, isState, type Pattern, parsePattern } from './pattern.ts';

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
    readonly skipped: readonly number[];
    readonly firm: readonly number[];
    readonly holed: readonly number[];
    readonly broken: readonly number[];
    readonly room: readonly number[];
    readonly free: readonly number[];
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

/** What a word and a pair of neighbours are worth among all messages. */
export interface Worth {
  word(id: number, isName: boolean): number;
  pair(before: number, id: number): number;
  /** Whether a word is grammar, and whether it is that or a word of every log. */
  isGrammar(id: number): boolean;
}

/** A message as the index keeps it until a text may hold it. */
export interface Message {
  readonly fix: number;
  readonly text: string;
  readonly ids: readonly number[];
  readonly beside: readonly number[];
  readonly within: readonly string[];
}

/** What a word counts at least where a text has another one in its place; a word of grammar counts less. */
const FIRM = 1.8;
const FIRM_GRAMMAR = 0.6;

/** Makes a message ready for matching. */
export function readSignature({ fix, text, ids, beside, within }: Message, worth: Worth): Signature {
  const pattern = parsePattern(text);
  const { names, gaps } = pattern;
  const weights = ids.map((id, i) => worth.word(id, names[i] ?? false));
  const pairs = ids.map((id, i) => (i === 0 || gaps[i]?.holes.length ? 0 : worth.pair(ids[i - 1] as number, id)));
  const places = new Map<number, number[]>();
  ids.forEach((id, i) => {
    const known = places.get(id);
    if (known) known.push(i);
    else places.set(id, [i]);
  });
  return {
    fix,
    pattern,
    ids,
    weights,
    pairs,
    sums: {
      skipped: sumUp(ids, (_, i) => weights[i] as number),
      firm: sumUp(ids, (id, i) => Math.max(weights[i] as number, worth.isGrammar(id) ? FIRM_GRAMMAR : FIRM)),
      holed: sumUp(gaps, ({ holes }) => (holes.length ? 1 : 0)),
      broken: sumUp(gaps, ({ newline }) => (newline ? 1 : 0)),
      room: sumUp(gaps, ({ holes }) => holes.reduce((sum, hole) => sum + roomOf(hole), 0)),
      free: sumUp(gaps, ({ holes }) => (holes.some(isFreeName) ? 1 : 0)),
    },
    total: [...weights, ...pairs].reduce((sum, one) => sum + one, 0),
    places,
    numeric: gaps.map(isNumeric),
    beside,
    within,
    state: isState(text) && !names.includes(true),
  };
}

const isNumeric = ({ holes }: Gap) => holes.length > 0 && isNumberName(holes[holes.length - 1] ?? '');

function sumUp<T>(values: readonly T[], read: (value: T, place: number) => number): number[] {
  const sums = [0];
  values.forEach((value, i) => {
    sums.push((sums[i] as number) + read(value, i));
  });
  return sums;
}
