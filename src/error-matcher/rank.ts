import type { Alignment } from './align.ts';
import type { Index, Signature } from './signature-index.ts';
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

/** A hit with what it has read of the text: places of tokens, and words. Made once, for each is compared with all that come after. */
interface Understood {
  readonly hit: Hit;
  readonly read: ReadonlySet<number>;
  readonly said: ReadonlySet<number>;
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

/** One hit a fix: causes first, then what became of them, then warnings; the surest first among equals. Hits that repeat a better one are dropped. */
export function rankHits(hits: readonly Hit[], tokens: Tokens, index: Index): Placed[] {
  const present = new Set(tokens.ids);
  const rated = hits.map((hit) => ({ hit, rate: rate(hit, tokens) * (1 + lean(hit, index, present)) }));
  rated.sort((a, b) => b.rate - a.rate || (a.hit.found.at[0]?.[1] ?? 0) - (b.hit.found.at[0]?.[1] ?? 0));
  const kept: Hit[] = [];
  /** All that was understood, the further places of a fix included. */
  const understood: Understood[] = [];
  for (const { hit } of rated) {
    const { fix } = hit.signature;
    if (understood.some((other) => other.hit.signature.fix !== fix && repeats(hit, other, index, tokens))) continue;
    understood.push({
      hit,
      read: new Set(hit.found.at.map(([, token]) => token)),
      said: new Set(hit.found.at.map(([word]) => hit.signature.ids[word] as number)),
    });
    if (!kept.some((other) => other.signature.fix === fix)) kept.push(hit);
  }
  return inOrder(kept, index);
}

/** Sorts by what wraps what; among hits that do not wrap each other the order stays. */
function inOrder(hits: readonly Hit[], index: Index): Placed[] {
  const left = [...hits];
  const placed: Placed[] = [];
  while (left.length > 0) {
    const free = left.findIndex((hit) => !left.some((other) => other !== hit && wraps(hit, other, index)));
    const [hit] = left.splice(Math.max(0, free), 1) as [Hit];
    const because = placed.find((other) => wraps(hit, other, index));
    const role = roleOf(hit.signature, index);
    placed.push(because && role === 'outcome' ? { ...hit, role, because } : { ...hit, role });
  }
  return placed;
}

const wrapsOf = ({ fix }: Signature, { file }: Index) => file.fixes[fix]?.[3] ?? [];

function roleOf(signature: Signature, index: Index): Role {
  const list = wrapsOf(signature, index);
  return list.includes('warning') ? 'warning' : list.includes('any') ? 'outcome' : 'cause';
}

/** Whether a message only reports what another one explains, or is a warning beside it. */
export function wraps(
  { signature }: Pick<Hit, 'signature'>,
  { signature: other }: Pick<Hit, 'signature'>,
  index: Index,
): boolean {
  const own = wrapsOf(signature, index);
  const its = wrapsOf(other, index);
  const id = index.file.fixes[signature.fix]?.[0] ?? '';
  const otherId = index.file.fixes[other.fix]?.[0] ?? '';
  if (own.includes(otherId)) return true;
  if (its.includes(id)) return false;
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

function lean({ signature }: Hit, index: Index, present: ReadonlySet<number>): number {
  const [id, title] = index.file.fixes[signature.fix] ?? ['', ''];
  const words = `${id.replaceAll('-', ' ')} ${title}`.toLowerCase().split(/[^a-z0-9]+/);
  const tool = TOOLS.find((one) => words.includes(one));
  const known = tool === undefined ? undefined : index.vocabulary.get(tool);
  return known !== undefined && present.has(known) ? TOOL_BONUS : 0;
}

/**
 * Whether a hit says nothing that a better one has not said: most of its words are the better one's, or it is a detail that the better
 * one quotes. What an outcome quotes is its cause, and stays.
 */
function repeats(hit: Hit, { hit: better, read, said }: Understood, index: Index, tokens: Tokens): boolean {
  let shared = 0;
  let sum = 0;
  for (const [word, token] of hit.found.at) {
    const weight = hit.signature.weights[word] ?? 0;
    sum += weight;
    if (read.has(token)) shared += weight;
  }
  if ((hit.found.coverage < WHOLE || hit.found.at.length >= SENTENCE) && speaksAlike(hit, said)) return true;
  const related = wraps(better, hit, index) || wraps(hit, better, index);
  if (shared >= sum * (related ? ALL : SHARED)) return true;
  const named = wrapsOf(hit.signature, index).includes(index.file.fixes[better.signature.fix]?.[0] ?? '');
  if (related && !named) return false;
  return isWithin(hit, better, tokens);
}

/** Whether all words of a hit are among those of a better one, wherever they stand: what a cut has left of either. */
function speaksAlike(hit: Hit, said: ReadonlySet<number>): boolean {
  return hit.found.at.every(([word]) => said.has(hit.signature.ids[word] as number));
}

/** Whether a hit lies in the statement that a better one explains. */
function isWithin({ found }: Hit, better: Hit, { parts }: Tokens): boolean {
  const first = better.found.at[0]?.[1] ?? 0;
  const last = better.found.at[better.found.at.length - 1]?.[1] ?? 0;
  return found.at.every(([, token]) => token > first && (token < last || parts[token] === parts[last]));
}
