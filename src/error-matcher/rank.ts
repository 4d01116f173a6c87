import type { Alignment } from './align.ts';
import type { Tokens } from './tokens.ts';
import type { Index, Signature } from './weigh.ts';

/** A message that was found. */
export interface Hit {
  readonly signature: Signature;
  readonly found: Alignment;
  readonly confidence: number;
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
/** Words of messages that wrap another one and are the answer all the same (Helm, webhooks), and what they add. */
const WRAPPERS = [
  ['calling', 'webhook'],
  ['installation', 'failed'],
  ['upgrade', 'failed'],
  ['cluster', 'unreachable'],
];
const WRAPPER_BONUS = 0.8;
const WHOLE = 0.9;
/** What a message keeps whose last piece, the one that names the fault, is not there although the line goes on. */
const OTHER_END_SHARE = 0.35;

/** Words of lines that only say with which code something ended; the cause stands elsewhere. */
const SUMMARY = new Set(
  `exited exit code with status ago non zero task container error returned reason command terminated
docker response from daemon see run help`.split(/\s+/),
);
const SUMMARY_SHARE = 0.2;
/** Messages that tell what became of it rather than why, and what they keep of their score. */
const OUTCOMES: readonly (readonly [readonly string[], number])[] = [
  [['complete', 'successfully'], 0.5],
  [['returned', 'non', 'zero', 'code'], 0.5],
  [['executor', 'failed', 'running'], 0.5],
  [['crashloopbackoff'], 0.6],
  [['restarting', 'failed', 'container'], 0.6],
  [['dependency', 'failed', 'start'], 0.7],
];

/** One hit a fix, best first; a hit whose every word belongs to a better one is dropped. */
export function arrange(hits: readonly Hit[], tokens: Tokens, index: Index): Hit[] {
  const present = new Set(tokens.ids);
  const rated = hits.map((hit) => ({ hit, rate: rate(hit, tokens) * (1 + lean(hit, index, present)) }));
  rated.sort((a, b) => b.rate - a.rate || (a.hit.found.at[0]?.[1] ?? 0) - (b.hit.found.at[0]?.[1] ?? 0));
  const kept: Hit[] = [];
  for (const { hit } of rated) {
    if (kept.some((other) => other.signature.fix === hit.signature.fix || covers(other, hit))) continue;
    kept.push(hit);
  }
  return kept;
}

function rate({ signature, found }: Hit, tokens: Tokens): number {
  return (
    found.score *
    found.coverage ** 1.5 *
    causeShare(signature.pattern.words) *
    (endsOtherwise(signature, found, tokens) ? OTHER_END_SHARE : 1)
  );
}

function causeShare(words: readonly string[]): number {
  if (words.every((word) => SUMMARY.has(word) || word <= '999')) return SUMMARY_SHARE;
  return OUTCOMES.find(([said]) => said.every((word) => words.includes(word)))?.[1] ?? 1;
}

/** Whether less than half of the last literal piece was found, on a line that goes on. */
function endsOtherwise({ pattern, weights }: Signature, { at }: Alignment, tokens: Tokens): boolean {
  const last = at[at.length - 1]?.[1] ?? 0;
  if (tokens.lines[last + 1] !== tokens.lines[last]) return false;
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

function lean({ signature, found }: Hit, index: Index, present: ReadonlySet<number>): number {
  const [id, title] = index.file.fixes[signature.fix] ?? ['', ''];
  const { words: said } = signature.pattern;
  if (found.coverage > WHOLE && WRAPPERS.some((mark) => mark.every((word) => said.includes(word))))
    return WRAPPER_BONUS;
  const words = `${id.replaceAll('-', ' ')} ${title}`.toLowerCase().split(/[^a-z0-9]+/);
  const tool = TOOLS.find((one) => words.includes(one));
  const known = tool === undefined ? undefined : index.vocabulary.get(tool);
  return known !== undefined && present.has(known) ? TOOL_BONUS : 0;
}

function covers(better: Hit, hit: Hit): boolean {
  const own = new Set(better.found.at.map(([, token]) => token));
  return hit.found.at.every(([, token]) => own.has(token));
}
