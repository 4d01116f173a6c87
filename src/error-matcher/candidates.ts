import { ANCHORS, type Index } from './signature-index.ts';
import type { Tokens } from './tokens.ts';

/** A place in the text that may hold a message. */
export interface Candidate {
  readonly signature: number;
  /** First and last announcing word. */
  readonly from: number;
  readonly to: number;
  /** Weight of the different announcing words. */
  readonly votes: number;
}

/** Words within which the announcing words of one message have to stand. */
const REACH = 70;
/** Places looked at for one message, and in all: what keeps a hostile paste cheap. */
const MOST_EACH = 3;
const MOST = 260;
/** Weight of the announcing words that is worth a look. */
const LEAST = 1;

/** The open run of each message: its first and last announcing word, which of them were seen, and their weight. */
interface Runs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly seen: Uint8Array;
  readonly votes: Float64Array;
}

/** Laid out once for an index, and left closed: a short text costs what it announces, however many messages there are. */
const laidOut = new WeakMap<Index, Runs>();

function runsOf(index: Index): Runs {
  const known = laidOut.get(index);
  if (known) return known;
  const { size } = index;
  const runs = {
    from: new Int32Array(size).fill(-1),
    to: new Int32Array(size),
    seen: new Uint8Array(size),
    votes: new Float64Array(size),
  };
  laidOut.set(index, runs);
  return runs;
}

/** Places where enough rare words of one message stand close together; the best first. */
export function findCandidates(tokens: Tokens, index: Index): Candidate[] {
  const { anchors, anchorWeights } = index;
  const { from, to, seen, votes } = runsOf(index);
  const open = new Set<number>();
  const found = new Map<number, Candidate[]>();
  const close = (signature: number) => {
    const run = { signature, from: from[signature]!, to: to[signature]!, votes: votes[signature]! };
    if (run.votes < LEAST) return;
    const list = found.get(signature) ?? [];
    found.set(signature, list);
    if (list.length === MOST_EACH && (list[MOST_EACH - 1] as Candidate).votes >= run.votes) return;
    list.push(run);
    list.sort(byVotes);
    list.length = Math.min(list.length, MOST_EACH);
  };
  for (let token = 0; token < tokens.ids.length; token++) {
    const id = tokens.ids[token]!;
    const announced = id < 0 ? undefined : anchors[id];
    if (!announced) continue;
    for (const anchor of announced) {
      const signature = Math.trunc(anchor / ANCHORS);
      const word = 1 << (anchor % ANCHORS);
      const start = from[signature]!;
      const known = start >= 0 && (seen[signature]! & word) !== 0;
      if (start < 0 || token - to[signature]! > REACH || (known && token - start > REACH)) {
        if (start >= 0) close(signature);
        else open.add(signature);
        from[signature] = token;
        seen[signature] = word;
        votes[signature] = anchorWeights[anchor]!;
      } else if (!known) {
        seen[signature]! |= word;
        votes[signature]! += anchorWeights[anchor]!;
      }
      to[signature] = token;
    }
  }
  for (const signature of [...open].sort((a, b) => a - b)) {
    close(signature);
    from[signature] = -1;
  }
  return [...found.values()].flat().sort(byVotes).slice(0, MOST);
}

const byVotes = (a: Candidate, b: Candidate) => b.votes - a.votes || a.from - b.from;
