import type { Alignment } from './align.ts';
import type { Signature } from './signature.ts';
import type { Index } from './signature-index.ts';
import type { Tokens } from './tokens.ts';
import type { Role } from './types.ts';

/** A message that was found. */
export interface Hit {
  readonly signature: Signature;
  readonly found: Alignment;
  readonly confidence: number;
}

/** A hit in its place: what it is in this log, and the hit that it follows from. */
export interface Placed extends Hit {
  readonly role: Role;
  readonly because?: Hit;
}

/** Words of titles that name a tool; the paste that has them too leans to that fix. */
const TOOLS = [
  'helm',
  'compose',
  'kubectl',
  'swarm',
  'stack',
  'windows',
  'desktop',
  'dockerd',
  'docker',
  'build',
  'dockerfile',
  'pod',
  'pods',
  'registry',
  'jvm',
  'pip',
];
/** What a tool's word adds to the score, as a share. */
const TOOL_BONUS = 0.08;
/** What a message keeps whose last piece, the one that names the fault, is not there although the line goes on. */
const OTHER_END_SHARE = 0.35;
/** What an outcome quotes of its cause, or a cause of its outcome, may be nearly all. */
const ALL = 0.95;
/** A message of so many words, all of them a better one's, is that one's in part. */
const SENTENCE = 5;
/** A message found to a lesser share may be what is left of another one. */
const WHOLE = 0.6;
/** A message of which a better one has already read so much says nothing of its own. */
const SHARED = 0.4;

/** What begins the messages of so many other fixes as well names none of them. */
const OTHERS = 2;

/**
 * One hit a fix: causes first, then what became of them, then warnings; the surest first among equals. Hits that repeat a better one
 * are dropped, and so are those of a text that breaks off before it says which of many faults it is.
 */
export function rankHits(hits: readonly Hit[], tokens: Tokens, index: Index): Placed[] {
  const leanOf = leans(index, new Set(tokens.ids));
  const rated = hits.map((hit) => ({ hit, rate: rate(hit, tokens) * (1 + leanOf(hit.signature.fix)) }));
  rated.sort((a, b) => b.rate - a.rate || (a.hit.found.at[0]?.[1] ?? 0) - (b.hit.found.at[0]?.[1] ?? 0));
  const kept = new Map<number, Hit>();
  const understood = new Understood(tokens, index);
  for (const { hit } of rated) {
    if (understood.holds(hit)) continue;
    understood.add(hit);
    if (!kept.has(hit.signature.fix)) kept.set(hit.signature.fix, hit);
  }
  return inOrder(
    [...kept.values()].filter((hit) => !isUndecided(hit, hits, index)),
    index,
  );
}

/** Whether all that was found of a cause is the part of its message that those of several other fixes have too. */
function isUndecided({ signature, found }: Hit, hits: readonly Hit[], index: Index): boolean {
  if (found.at.length === signature.weights.length || roleOf(signature, index) !== 'cause') return false;
  const fixes = new Set<number>();
  for (const { signature: other, found: its } of hits) {
    if (other.fix === signature.fix || fixes.has(other.fix) || its.at.length < found.at.length) continue;
    const read = new Set(its.at.map(([, token]) => token));
    if (found.at.every(([, token]) => read.has(token))) fixes.add(other.fix);
  }
  return fixes.size >= OTHERS;
}

/** Sorts by what wraps what; among hits that do not wrap each other the order stays. */
function inOrder(hits: readonly Hit[], index: Index): Placed[] {
  const left = [...hits];
  const placed: Placed[] = [];
  while (left.length > 0) {
    const free = left.findIndex(
      (hit) => !left.some((other) => other !== hit && wraps(hit.signature, other.signature, index)),
    );
    const [hit] = left.splice(Math.max(0, free), 1) as [Hit];
    const because = placed.find((other) => wraps(hit.signature, other.signature, index));
    const role = roleOf(hit.signature, index);
    placed.push(because && role === 'outcome' ? { ...hit, role, because } : { ...hit, role });
  }
  return placed;
}

const NONE: readonly never[] = [];
const wrapsOf = ({ fix }: Signature, { file }: Index) => file.fixes[fix]?.[3] ?? NONE;

function roleOf(signature: Signature, index: Index): Role {
  const list = wrapsOf(signature, index);
  return list.includes('warning') ? 'warning' : list.includes('any') ? 'outcome' : 'cause';
}

/** Whether a message only reports what another one explains, or is a warning beside it. */
function wraps(signature: Signature, other: Signature, index: Index): boolean {
  const own = wrapsOf(signature, index);
  const its = wrapsOf(other, index);
  if (own.length === 0) return false;
  if (own.includes(index.file.fixes[other.fix]?.[0] ?? '')) return true;
  if (its.includes(index.file.fixes[signature.fix]?.[0] ?? '')) return false;
  if (own.includes('warning')) return !its.includes('warning');
  return own.includes('any') && !its.includes('any') && !its.includes('warning');
}

function rate({ signature, found, confidence }: Hit, tokens: Tokens): number {
  return (
    found.score *
    found.coverage ** 1.5 *
    confidence ** 2 *
    (endsOtherwise(signature, found, tokens) ? OTHER_END_SHARE : 1)
  );
}

/** Whether less than half of the last literal piece was found, on a line that goes on. */
function endsOtherwise({ pattern, weights }: Signature, { at }: Alignment, tokens: Tokens): boolean {
  const last = at[at.length - 1]?.[1] ?? 0;
  if (tokens.parts[last + 1] !== tokens.parts[last]) return false;
  let piece = weights.length - 1;
  while (piece > 0 && !pattern.gaps[piece]?.holes.length) piece--;
  const found = new Set(at.map(([word]) => word));
  let sum = 0;
  let whole = 0;
  for (let word = piece; word < weights.length; word++) {
    whole += weights[word] ?? 0;
    if (found.has(word)) sum += weights[word] ?? 0;
  }
  return sum < whole / 2;
}

/** What is added for a fix whose title names a tool that the text names too, as a share. */
function leans(index: Index, present: ReadonlySet<number>): (fix: number) => number {
  const known = new Map<number, number>();
  return (fix) => {
    const before = known.get(fix);
    if (before !== undefined) return before;
    const [id, title] = index.file.fixes[fix] ?? ['', ''];
    const words = `${id.replaceAll('-', ' ')} ${title}`.toLowerCase().split(/[^a-z0-9]+/);
    const tool = index.vocabulary.get(TOOLS.find((one) => words.includes(one)) ?? '');
    const lean = tool !== undefined && present.has(tool) ? TOOL_BONUS : 0;
    known.set(fix, lean);
    return lean;
  };
}

/** The better hits, the further places of a fix included, with what they have read of the text. A log may hold hundreds. */
class Understood {
  private readonly hits: Hit[] = [];
  /** First and last place that each has read. */
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** By place in the text, and by word: numbers of the hits that have read it. */
  private readonly readers = new Map<number, number[]>();
  private readonly sayers = new Map<number, number[]>();
  private readonly tokens: Tokens;
  private readonly index: Index;

  constructor(tokens: Tokens, index: Index) {
    this.tokens = tokens;
    this.index = index;
  }

  add(hit: Hit): void {
    const number = this.hits.push(hit) - 1;
    const [start, end] = endsOf(hit.found);
    this.starts.push(start);
    this.ends.push(end);
    for (const [word, token] of hit.found.at) {
      put(this.readers, token, number);
      put(this.sayers, hit.signature.ids[word] as number, number);
    }
  }

  /**
   * Whether a hit says nothing that a better one of another fix has not said: most of its words are the better one's, or it is a detail
   * that the better one quotes. What an outcome quotes is its cause, and stays.
   */
  holds({ signature, found }: Hit): boolean {
    const shared = new Float64Array(this.hits.length);
    const spoken = new Uint32Array(this.hits.length);
    let sum = 0;
    for (const [word, token] of found.at) {
      const weight = signature.weights[word] ?? 0;
      sum += weight;
      for (const other of this.readers.get(token) ?? NONE) shared[other]! += weight;
      for (const other of this.sayers.get(signature.ids[word] as number) ?? NONE) spoken[other]! += 1;
    }
    const isPart = found.coverage < WHOLE || found.at.length >= SENTENCE;
    const [start, end] = endsOf(found);
    const { parts } = this.tokens;
    for (let other = 0; other < this.hits.length; other++) {
      const better = this.hits[other]!;
      if (better.signature.fix === signature.fix) continue;
      // All its words are among the better one's, wherever they stand: what a cut has left of either.
      if (isPart && spoken[other] === found.at.length) return true;
      // It lies in the statement that the better one explains; places only grow, so its ends tell.
      const inside =
        start > this.starts[other]! && (end < this.ends[other]! || parts[end] === parts[this.ends[other]!]);
      if (!inside && shared[other]! < sum * SHARED) continue;
      if (this.repeats(signature, better.signature, shared[other]! / sum, inside)) return true;
    }
    return false;
  }

  /** The same of two messages, by the share of the words that are the better one's too. */
  private repeats(signature: Signature, better: Signature, share: number, inside: boolean): boolean {
    const related = wraps(better, signature, this.index) || wraps(signature, better, this.index);
    if (share >= (related ? ALL : SHARED)) return true;
    return (
      inside && (!related || wrapsOf(signature, this.index).includes(this.index.file.fixes[better.fix]?.[0] ?? ''))
    );
  }
}

const endsOf = ({ at }: Alignment) => [at[0]?.[1] ?? 0, at[at.length - 1]?.[1] ?? 0] as const;

/** Adds a number to a list, once: hits come one after the other. */
function put(lists: Map<number, number[]>, key: number, number: number): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [number]);
  else if (list[list.length - 1] !== number) list.push(number);
}
