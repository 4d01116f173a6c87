/** Lays the lines of an output block against what was printed. Pure. */
import { sameLine } from './normalise.ts';
import type { Run } from './types.ts';

/** A line that is nothing but the sign of a cut. */
export const isCut = (line: string): boolean => /^\s*(?:\.\.\.|…|\[\.\.\.\])\s*$/.test(line);

export interface Difference {
  /** 0-based line of the block. */
  readonly index: number;
  readonly line: string;
  /** What was printed there; undefined at the end of it. */
  readonly printed: string | undefined;
  readonly why: 'not printed' | 'cut unmarked';
}

/** The printed lines of a run: standard output, then standard error. */
export function linesOf(run: Run): string[][] {
  return [run.out ?? '', run.err ?? ''].map((text) => trimmed(text.split('\n'))).filter((lines) => lines.length > 0);
}

function trimmed(lines: readonly string[]): string[] {
  const kept = lines.map((line) => line.trimEnd());
  while (kept.length > 0 && kept.at(-1) === '') kept.pop();
  return kept;
}

/** The first fault of a block against the runs before it, or undefined when each line was printed, in order, and cuts are marked. */
export function compare(block: readonly string[], runs: readonly Run[], inPart = false): Difference | undefined {
  const lines = trimmed(block);
  // Both orders of the streams of one run are what a terminal may have shown.
  const streams = runs.flatMap((run) => linesOf(run));
  const first = align(lines, streams.flat(), inPart);
  if (!first) return undefined;
  for (const order of orders(runs)) if (!align(lines, order, inPart)) return undefined;
  return first;
}

/** What a terminal may have shown: error lines before, behind or among the others of the same run. */
function* orders(runs: readonly Run[]): Generator<string[]> {
  const swapped = runs.map((run) => linesOf(run).reverse().flat());
  yield swapped.flat();
  for (let index = 0; index < runs.length && runs.length > 1; index++)
    yield runs.flatMap((run, at) => (at === index ? linesOf(run).reverse() : linesOf(run)).flat());
}

/** Walks both; a cut lets printed lines pass, everything else must be the next printed line. Empty lines of the print may be left out. */
function align(lines: readonly string[], printed: readonly string[], inPart: boolean): Difference | undefined {
  const failed = new Set<string>();
  let furthest: Difference | undefined;
  const from = (index: number, at: number, cut: boolean): boolean => {
    const free = cut || inPart;
    const key = `${index} ${at} ${free}`;
    if (failed.has(key)) return false;
    const line = lines[index];
    if (line === undefined) {
      if (free || printed.slice(at).every((rest) => rest === '')) return true;
      note({ index, line: '', printed: printed[at], why: 'cut unmarked' });
    } else if (isCut(line)) {
      if (from(index + 1, at, true)) return true;
    } else if (line === '') {
      if (from(index + 1, printed[at] === '' ? at + 1 : at, free)) return true;
    } else {
      for (let next = at; next < printed.length; next++) {
        if (sameLine(line, printed[next] ?? '') && from(index + 1, next + 1, false)) return true;
        if (!free && printed[next] !== '') break;
      }
      note({
        index,
        line,
        printed: printed[at],
        why: printed.some((other) => sameLine(line, other)) ? 'cut unmarked' : 'not printed',
      });
    }
    failed.add(key);
    return false;
  };
  const note = (difference: Difference): void => {
    if (!furthest || difference.index > furthest.index) furthest = difference;
  };
  return from(0, 0, false) ? undefined : furthest;
}
