import type { Index } from './signature-index.ts';
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

interface Run {
  from: number;
  to: number;
  votes: number;
  seen: Set<number>;
}

/** Places where enough rare words of one message stand close together; the best first. */
export function findCandidates(tokens: Tokens, index: Index): Candidate[] {
  const runs = new Map<number, Run>();
  const found = new Map<number, Candidate[]>();
  const close = (signature: number, run: Run) => {
    const list = found.get(signature) ?? [];
    found.set(signature, list);
    if (list.length === MOST_EACH && (list[MOST_EACH - 1]?.votes ?? 0) >= run.votes) return;
    list.push({ signature, from: run.from, to: run.to, votes: run.votes });
    list.sort((a, b) => b.votes - a.votes || a.from - b.from);
    list.length = Math.min(list.length, MOST_EACH);
  };
  tokens.ids.forEach((id, token) => {
    if (id < 0) return;
    for (const [signature, weight] of index.anchors.get(id) ?? []) {
      let run = runs.get(signature);
      if (run && (token - run.to > REACH || (run.seen.has(id) && token - run.from > REACH))) {
        close(signature, run);
        run = undefined;
      }
      if (!run) {
        run = { from: token, to: token, votes: 0, seen: new Set() };
        runs.set(signature, run);
      }
      run.to = token;
      if (!run.seen.has(id)) {
        run.seen.add(id);
        run.votes += weight;
      }
    }
  });
  for (const [signature, run] of runs) close(signature, run);
  return [...found.values()]
    .flat()
    .filter(({ votes }) => votes >= 1)
    .sort((a, b) => b.votes - a.votes || a.from - b.from)
    .slice(0, MOST);
}
