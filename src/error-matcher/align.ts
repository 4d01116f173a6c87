import type { Signature } from './signature.ts';
import { type End, endAfter, isLong, type Tokens } from './tokens.ts';

/** How a message lies over a text. */
export interface Alignment {
  /** What was found, less what was missed or stood between. */
  readonly score: number;
  /** Share of the message's weight that was found. */
  readonly coverage: number;
  /** Pairs of word in the message and word in the text, in order. */
  readonly at: readonly (readonly [word: number, token: number])[];
}

/** What disagreements cost, as shares of a word's weight or per word of text; each tuned on the project's own pastes. */
const COST = {
  /** A word of the message that the text lacks between two words that it has. */
  missing: 0.7,
  /** A word of the text where the message has none. */
  extra: 0.6,
  /** A word of the message in whose place the text has another. */
  swapped: 1.3,
  /** The end of the message where the text goes on with something else, and where it breaks off. */
  tail: 0.8,
  end: 0.3,
  cut: 0.12,
  /** The beginning of the message, likewise. */
  head: 0.25,
  /** A line break where the message has none. */
  newline: 0.5,
  /** A line break in the value of a name, where no terminal has broken the line. */
  torn: 3,
  /** A number expected, and a word found. */
  odd: 2.5,
};
/** The longest hole and the longest interruption, in words. */
const LONGEST_HOLE = 60;
const LONGEST_EXTRA = 5;
/** Places compared at most for one message in one window. */
const MOST_PLACES = 220;

/** Lays a message over the words `from` to `to` of a text, as well as it fits. */
export function align(signature: Signature, tokens: Tokens, from: number, to: number): Alignment | undefined {
  const { places, weights, pairs } = signature;
  const { skipped, holed, broken, room, free } = signature.sums;
  const reach = (holed[holed.length - 1] as number) > 0 ? LONGEST_HOLE : LONGEST_EXTRA;
  const words: number[] = [];
  const spots: number[] = [];
  for (let token = from; token < to && words.length < MOST_PLACES; token++) {
    const id = tokens.ids[token] ?? -1;
    const found = id < 0 ? undefined : places.get(id);
    if (found)
      for (let i = found.length - 1; i >= 0; i--) {
        words.push(found[i] ?? 0);
        spots.push(token);
      }
  }
  if (!mayBeHere(signature, words)) return undefined;
  const ends: (End | undefined)[] = [];
  const best: number[] = [];
  const before: number[] = [];
  let top = -1;
  let topScore = -Infinity;
  for (let k = 0; k < words.length; k++) {
    const word = words[k] as number;
    const token = spots[k] as number;
    const weight = weights[word] as number;
    let value = weight - COST.head * (skipped[word] as number);
    let after = -1;
    for (let p = k - 1; p >= 0; p--) {
      const prior = words[p] as number;
      const gap = token - (spots[p] as number) - 1;
      if (gap > reach) break;
      if (prior >= word || gap < 0) continue;
      const hole = (holed[word + 1] as number) - (holed[prior + 1] as number) > 0;
      if (!hole && gap > LONGEST_EXTRA) continue;
      const lines = (tokens.lines[token] as number) - (tokens.lines[spots[p] as number] as number);
      if (lines > 4) continue;
      // A hole ends with the string of a record that it began in.
      if (lines === 0 && gap > 0 && tokens.parts[token] !== tokens.parts[spots[p] as number]) continue;
      const missing = (skipped[word] as number) - (skipped[prior + 1] as number);
      let sum = (best[p] as number) + weight - (gap > 0 && !hole ? COST.swapped : COST.missing) * missing;
      const over = gap - ((room[word + 1] as number) - (room[prior + 1] as number));
      sum -= hole ? Math.max(0, over) * COST.extra : gap * COST.extra;
      if (lines > 0 && (broken[word + 1] as number) === (broken[prior + 1] as number))
        sum -=
          lines *
          (hole &&
          gap > 0 &&
          free[word + 1] === free[prior + 1] &&
          !isLong(tokens, tokens.lines[spots[p] as number] as number)
            ? COST.torn
            : COST.newline);
      if (gap === 0 && prior === word - 1) sum += pairs[word] as number;
      else if (gap > 0 && prior === word - 1 && signature.numeric[word] && !isNumber(tokens, token - 1))
        sum -= COST.odd;
      if (sum > value) {
        value = sum;
        after = p;
      }
    }
    best.push(value);
    before.push(after);
    const rest = (skipped[weights.length] as number) - (skipped[word + 1] as number);
    if (rest > 0) ends[token - from] ??= endAfter(tokens, token, signature.pattern.words[word + 1]);
    const total = value - rest * TAIL[ends[token - from] ?? 'cut'];
    if (total > topScore) {
      topScore = total;
      top = k;
    }
  }
  if (top < 0) return undefined;
  const at: [number, number][] = [];
  for (let k = top; k >= 0; k = before[k] as number) at.push([words[k] as number, spots[k] as number]);
  at.reverse();
  return { score: topScore, coverage: coverageOf(signature, at), at };
}

/** Of a message, this share of its words has to be in sight, or so much of their weight, before it is worth laying it over the text. */
const IN_SIGHT = 0.4;
const ENOUGH = 9;

function mayBeHere({ weights, sums: { skipped } }: Signature, words: readonly number[]): boolean {
  const whole = skipped[weights.length] as number;
  let weight = 0;
  for (const word of new Set(words)) weight += weights[word] as number;
  return weight >= whole * IN_SIGHT || weight >= ENOUGH;
}

const TAIL: Readonly<Record<End, number>> = { on: COST.tail, end: COST.end, cut: COST.cut };

/** Whether a word begins with a digit. */
function isNumber({ text, starts }: Tokens, token: number): boolean {
  const code = text.charCodeAt(starts[token] ?? 0);
  return code >= 48 && code <= 57;
}

function coverageOf({ weights, pairs, total }: Signature, at: readonly (readonly [number, number])[]): number {
  let found = 0;
  at.forEach(([word, token], i) => {
    found += weights[word] ?? 0;
    const prior = at[i - 1];
    if (prior && prior[0] === word - 1 && prior[1] === token - 1) found += pairs[word] ?? 0;
  });
  return found / total;
}
