import type { Alignment } from './align.ts';
import { isFragment } from './fragment.ts';
import type { Tokens } from './tokens.ts';
import type { Signature } from './weigh.ts';

/** How a kind of paste changes what is believed. */
interface Trust {
  /** Evidence that makes a whole message half certain. */
  readonly half: number;
  /** Evidence added when a line says the message and nothing else. */
  readonly whole: number;
}

/** By context: from another program, from anywhere, from containers. */
const TRUST: readonly [Trust, Trust, Trust] = [
  { half: 9, whole: 0 },
  { half: 5.2, whole: 2 },
  { half: 4.2, whole: 2.5 },
];
/** A state that stands where states stand needs no neighbours. */
const STATE = 4;

/** What a typed fragment counts as having covered at least. */
const FRAGMENT = 0.85;

/** 0 to 1: how sure it is that a text holds a message. */
export function confidenceOf(signature: Signature, found: Alignment, tokens: Tokens, context: -1 | 0 | 1): number {
  const trust = TRUST[context + 1] as Trust;
  if (found.score <= 0) return 0;
  const fragment = isFragment(signature, found, tokens);
  if (!fragment && lacksOf(signature, found)) return 0;
  const evidence =
    found.score + (signature.state ? STATE : 0) + (fragment || isWholeLine(signature, found, tokens) ? trust.whole : 0);
  const coverage = fragment ? Math.max(FRAGMENT, found.coverage) : found.coverage;
  return (evidence / (evidence + trust.half)) * Math.min(1, 0.25 + 0.8 * coverage);
}

/** Messages of up to so many words have to stand there whole, but for words of grammar. */
const SHORT = 4;
/** Share of the words that a cut has to leave, and the weight that one of them must have. */
const LEFT = 0.55;
const TELLING = 1.7;

function lacksOf({ weights }: Signature, { at }: Alignment): boolean {
  if (weights.length > SHORT) return false;
  const found = new Set(at.map(([word]) => word));
  return weights.some((weight, word) => weight > 0.25 && !found.has(word));
}

/**
 * Whether a line says the message, or what a cut has left of it at its beginning or end, and nothing else but a word or two before it.
 */
function isWholeLine({ ids, pattern, weights }: Signature, { at }: Alignment, tokens: Tokens): boolean {
  const first = at[0]?.[1] ?? 0;
  const last = at[at.length - 1]?.[1] ?? 0;
  const line = tokens.lines[first];
  const begin = at[0]?.[0] ?? 0;
  const end = at[at.length - 1]?.[0] ?? 0;
  const unbroken = end - begin + 1 === at.length && (begin === 0 || end === ids.length - 1);
  if (
    !unbroken ||
    (at.length < ids.length &&
      (at.length < ids.length * LEFT || !at.some(([word]) => (weights[word] ?? 0) > TELLING))) ||
    tokens.lines[last] !== line
  )
    return false;
  if (pattern.gaps[begin]?.holes.length === 0 && first > 2 && tokens.lines[first - 3] === line) return false;
  if (pattern.gaps[end + 1]?.holes.length === 0 && tokens.lines[last + 1] === line) return false;
  return at.every(
    ([word, token], i) => i === 0 || (pattern.gaps[word]?.holes.length ?? 0) > 0 || token === (at[i - 1]?.[1] ?? 0) + 1,
  );
}
