import type { Alignment } from './align.ts';
import { isFragment, isWholeText } from './fragment.ts';
import type { Signature } from './signature.ts';
import { endAfter, endBefore, type Tokens } from './tokens.ts';

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

/** What is left of the trust where a line goes on, or begins, with something else than the message, whose end names the fault. */
const OTHER_END = 0.6;

/** Nothing else was pasted. */
const ONLY = 2.5;

/** A message that counts only beside certain words has them. */
const BESIDE = 2;

/** A message that counts in certain fields only lies in one. */
const WITHIN = 5;

/** The same where other words lead to the message: wrappers change from release to release. */
const OTHER_BEGINNING = 0.75;

/** Of a message cut short, this share must be left, or so much evidence. */
const PART = 0.5;
const MUCH = 14;

/** What is left of the trust for each word in whose place the text has a name or so of its own: the same sentence about something else. */
const SWAPPED = 0.55;

/** What a typed fragment counts as having agreed at least. */
const FRAGMENT = 0.85;

/** How much of what is missing speaks against a message, by how the text goes on where the words are missing. */
const AGAINST = {
  /** Other words stand in their place. */
  other: 1.25,
  /** Nothing stands there: someone left them out, or the release words it shorter. */
  left: 0.5,
  /** The line ends there. */
  end: 0.45,
  /** The line begins there, or the whole text does: a paste may begin anywhere. */
  head: 0.85,
  start: 0.3,
  /** The text before goes on into the place where the beginning should be. */
  joined: 0.75,
  /** The text breaks off there. */
  cut: 0.12,
  /** A word more. */
  extra: 0.5,
};

/** 0 to 1: how sure it is that a text holds a message. */
export function confidenceOf(signature: Signature, found: Alignment, tokens: Tokens, context: -1 | 0 | 1): number {
  const trust = TRUST[context + 1] as Trust;
  if (found.score <= 0) return 0;
  const fragment = isFragment(signature, found, tokens);
  if (!fragment && lacksOf(signature, found, tokens)) return 0;
  if (isOnlyAddress(signature, found, tokens) || isScattered(signature, found, tokens)) return 0;
  const evidence =
    found.score +
    (signature.state ? STATE : 0) +
    (signature.beside.length > 0 ? BESIDE : 0) +
    (signature.within.length > 0 ? WITHIN : 0) +
    (isWholeText(signature, found, tokens) ? ONLY : 0) +
    (fragment || isWholeLine(signature, found, tokens) ? trust.whole : 0);
  const agreement = Math.max(fragment ? FRAGMENT : 0, agreementOf(signature, found, tokens));
  const swaps =
    SWAPPED ** swapsIn(signature, found) *
    (endsOtherwise(signature, found, tokens) ? OTHER_END : 1) *
    beginsOtherwise(signature, found, tokens);
  const enough = fragment || signature.state ? 1 : Math.min(1, Math.max(found.coverage / PART, found.score / MUCH));
  return (evidence / (evidence + trust.half)) * Math.min(1, Math.max(0, 1.6 * agreement - 0.3)) * enough * swaps;
}

/** Whether all that was found of a longer message is one path or address, which healthy output names as well. */
function isOnlyAddress({ pattern: { words } }: Signature, { at }: Alignment, { text, starts, ends }: Tokens): boolean {
  if (at.length === words.length) return false;
  const from = starts[at[0]?.[1] ?? 0] ?? 0;
  const to = ends[at[at.length - 1]?.[1] ?? 0] ?? 0;
  return !/\s/.test(text.slice(from, to)) && /^\S*\//.test(text.slice(from, to + 200));
}

/** Whether part of a message was found with hardly two words on a line: the keys of a YAML file, not a text that was wrapped. */
function isScattered({ pattern: { words } }: Signature, { at }: Alignment, { lines }: Tokens): boolean {
  const on = new Set(at.map(([, token]) => lines[token])).size;
  return at.length < words.length && on > 1 && at.length < 2 * on;
}

/** 0 to 1: what was found beside what contradicts it. Words missing where the text breaks off contradict little. */
export function agreementOf(
  { sums, total, weights, pattern }: Signature,
  { at, coverage }: Alignment,
  tokens: Tokens,
): number {
  const { skipped, firm, holed } = sums;
  const sum = (from: number, to: number) => (skipped[to] as number) - (skipped[from] as number);
  let against = 0;
  at.forEach(([word, token], i) => {
    const prior = at[i - 1];
    if (!prior) {
      const missing = sum(0, word);
      if (missing === 0) return;
      const before = endBefore(tokens, token);
      against +=
        before === 'on'
          ? AGAINST.joined * (firm[word] as number)
          : missing * (before === 'cut' ? AGAINST.cut : token === 0 ? AGAINST.start : AGAINST.head);
      return;
    }
    const missing = sum(prior[0] + 1, word);
    const gap = token - prior[1] - 1;
    const hole = (holed[word + 1] as number) - (holed[prior[0] + 1] as number) > 0;
    if (missing > 0)
      against +=
        gap > 0 ? AGAINST.other * ((firm[word] as number) - (firm[prior[0] + 1] as number)) : AGAINST.left * missing;
    if (!hole) against += gap * AGAINST.extra;
  });
  const last = at[at.length - 1] ?? [0, 0];
  const rest = sum(last[0] + 1, weights.length);
  if (rest > 0) {
    const end = endAfter(tokens, last[1], pattern.words[last[0] + 1]);
    const whole = (firm[weights.length] as number) - (firm[last[0] + 1] as number);
    against += end === 'on' ? AGAINST.other * whole : rest * (end === 'cut' ? AGAINST.cut : AGAINST.end);
  }
  const found = coverage * total;
  return found / (found + against * (total / (skipped[weights.length] || 1)));
}

function endsOtherwise({ weights, pattern }: Signature, { at }: Alignment, tokens: Tokens): boolean {
  const [word, token] = at[at.length - 1] ?? [0, 0];
  return (
    endAfter(tokens, token, pattern.words[word + 1]) === 'on' &&
    weights.filter((weight, i) => i > word && weight > GRAMMAR).length > 1
  );
}

/** Messages of so few words need their first one, and so do those that begin with a name such as PermissionError. */
const FEW = 6;
const NAME = 4;

/** What a missing beginning leaves of the trust: less where a line begins without it than where other words lead to it. */
function beginsOtherwise({ weights }: Signature, { at }: Alignment, tokens: Tokens): number {
  const [word, token] = at[0] ?? [0, 0];
  const missing = weights.slice(0, word).filter((weight) => weight > GRAMMAR);
  const short = weights.filter((weight) => weight > GRAMMAR).length <= FEW;
  if (token === 0 || !(missing.length > 1 || (missing.length > 0 && (short || Math.max(...missing) > NAME)))) return 1;
  const before = endBefore(tokens, token);
  return before === 'cut' ? 1 : before === 'end' ? OTHER_END : OTHER_BEGINNING;
}

/** Words of the message left out in one place are a slip up to so many; beyond that it is another message with the same words around. */
const SLIP = 1;

/**
 * Places where the text has other words than the message, or goes past a part of it. Beside a hole it counts half, for the hole may
 * have swallowed them; so do words between two of the message. A number has to follow at once.
 */
function swapsIn({ weights, sums, pattern }: Signature, { at }: Alignment): number {
  let swaps = 0;
  at.forEach(([word, token], i) => {
    const prior = at[i - 1];
    if (!prior) return;
    const gap = token - prior[1] - 1;
    const missing = weights.slice(prior[0] + 1, word).filter((weight) => weight > GRAMMAR).length;
    const hole = sums.holed[word + 1] !== sums.holed[prior[0] + 1];
    if (missing > SLIP && gap === 0) swaps += 1;
    else if (missing > 0 && gap > 0) swaps += hole && missing <= SLIP ? 0.5 : hole || gap <= 4 ? 1 : 0;
    else if (missing === 0 && gap > 0 && !hole)
      swaps += /^\d+$/.test(pattern.words[word] ?? '') ? 1.5 : gap > 1 ? 0.5 : 0;
  });
  return swaps;
}

/** What words of grammar weigh. */
const GRAMMAR = 0.25;

/** Messages of fewer words have to be there whole; those of up to so many that are not of grammar, with all of these. */
const SHORT = 4;
/** Share of the words that a cut has to leave, and the weight that one of them must have. */
const LEFT = 0.55;
const TELLING = 1.7;

function lacksOf({ weights, pattern }: Signature, { at }: Alignment, tokens: Tokens): boolean {
  if (weights.length < SHORT && at.length < weights.length) return true;
  const telling = weights.flatMap((weight, word) => (weight > GRAMMAR ? [word] : []));
  if (telling.length > SHORT) return false;
  const found = new Set(at.map(([word]) => word));
  const missing = telling.filter((word) => !found.has(word));
  if (missing.length === 0) return false;
  if (missing.length > 1 || telling.length < SHORT) return true;
  const [first, last] = [at[0] as readonly [number, number], at[at.length - 1] as readonly [number, number]];
  const cutOff = (missing[0] as number) > last[0] && endAfter(tokens, last[1], pattern.words[last[0] + 1]) === 'cut';
  const cutOn = (missing[0] as number) < first[0] && endBefore(tokens, first[1]) === 'cut';
  return !cutOff && !cutOn;
}

/**
 * Whether a line says the message, or what a cut has left of it at its beginning or end, and nothing else but a word or two before it.
 */
function isWholeLine({ ids, pattern, weights }: Signature, { at }: Alignment, { parts }: Tokens): boolean {
  const first = at[0]?.[1] ?? 0;
  const last = at[at.length - 1]?.[1] ?? 0;
  const part = parts[first];
  const begin = at[0]?.[0] ?? 0;
  const end = at[at.length - 1]?.[0] ?? 0;
  const unbroken = end - begin + 1 === at.length && (begin === 0 || end === ids.length - 1);
  const enough =
    at.length === ids.length || (at.length >= ids.length * LEFT && at.some(([word]) => (weights[word] ?? 0) > TELLING));
  if (!unbroken || !enough || parts[last] !== part) return false;
  if (pattern.gaps[begin]?.holes.length === 0 && first > 2 && parts[first - 3] === part) return false;
  if (pattern.gaps[end + 1]?.holes.length === 0 && parts[last + 1] === part) return false;
  return at.every(
    ([word, token], i) => i === 0 || (pattern.gaps[word]?.holes.length ?? 0) > 0 || token === (at[i - 1]?.[1] ?? 0) + 1,
  );
}
