/** Rewrites output blocks that differ from their recording, where the printed lines are plainly the page's: for a person to review. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressBlocks, IN_PART } from '../src/recordings/check.ts';
import { readRecording } from '../src/recordings/files.ts';
import { compare, isCut, linesOf } from '../src/recordings/match.ts';
import { normalise, sameLine } from '../src/recordings/normalise.ts';
import type { Run } from '../src/recordings/types.ts';
import { readNoteFor } from './note.ts';
import { PROJECT } from './paths.ts';

/** Rewrites a page's blocks; tells what it did and what is left to a person. */
export function mendPage(
  page: string,
  differing: ReadonlySet<number>,
  runsFor: (line: number) => readonly Run[] | undefined,
): string[] {
  const note = readNoteFor(page);
  const path = join(PROJECT, note.file);
  const lines = readFileSync(path, 'utf8').split('\n');
  const said: string[] = [];
  if (!readRecording(page)) return said;
  for (const block of [...addressBlocks(note.raw)].reverse()) {
    if (block.kind !== 'output' || !differing.has(block.line)) continue;
    const runs = runsFor(block.line) ?? [];
    const old = block.code.split('\n');
    const one = /\btitle=/.test(block.meta) ? undefined : onlyRun(old, runs);
    const next = mendBlock(old, one === undefined ? runs : runs.slice(one, one + 1), IN_PART.test(block.meta));
    if (typeof next === 'string') {
      said.push(`${note.file}:${block.line}: left alone, ${next}`);
      continue;
    }
    const indent = /^\s*/.exec(lines[block.line - 2] ?? '')?.[0] ?? '';
    lines.splice(block.line - 1, old.length, ...next.map((line) => (line === '' ? '' : `${indent}${line}`)));
    if (one !== undefined) lines[block.line - 2] = `${lines[block.line - 2]} title="${titleOf(runs, one)}"`;
    said.push(`${note.file}:${block.line}: mended`);
  }
  writeFileSync(path, lines.join('\n'));
  return said;
}

/** The place of the run to which all lines belong that were printed at all, when others printed something too. */
function onlyRun(block: readonly string[], runs: readonly Run[]): number | undefined {
  const own = block.filter((line) => !isCut(line) && line.trim() !== '');
  if (runs.filter((run) => linesOf(run).length > 0).length < 2) return undefined;
  const all = alignByLikeness(
    own,
    runs.flatMap((run) => linesOf(run).flat()),
  ).length;
  const found = runs.findIndex((run) => alignByLikeness(own, linesOf(run).flat()).length === all);
  return all > 0 && found >= 0 ? found : undefined;
}

/** Names one of several commands for the reader: by itself when it is short, else by its place. */
function titleOf(runs: readonly Run[], index: number): string {
  const run = runs[index]?.run ?? '';
  if (run.length <= 40 && !/["`\n]/.test(run) && runs.filter((other) => other.run === run).length === 1)
    return `${run} prints`;
  return `Prints, the ${index === runs.length - 1 ? 'last' : (['first', 'second', 'third'][index] ?? 'last')}`;
}

/** The block with printed lines in the place of its own, cuts marked; a reason when they have too little in common. */
export function mendBlock(block: readonly string[], runs: readonly Run[], inPart = false): string[] | string {
  const own = block.filter((line) => !isCut(line) && line.trim() !== '');
  // Which stream came first is not known: the order that fits the page better is taken.
  const both = [runs.flatMap((run) => linesOf(run).flat()), runs.flatMap((run) => linesOf(run).reverse().flat())].map(
    (lines) => ({ lines, pairs: alignByLikeness(own, lines) }),
  );
  const { lines: printed, pairs } = both.reduce((best, other) =>
    other.pairs.length > best.pairs.length ? other : best,
  );
  if (printed.length === 0) return 'nothing was printed';
  const share = pairs.length / Math.max(1, own.length);
  if (share < 0.6) return `only ${pairs.length} of ${own.length} lines are alike`;
  const exact = pairs.every(([a, b]) => sameLine(own[a] ?? '', printed[b] ?? ''));
  const result: string[] = [];
  let expected = 0;
  for (const [a, b] of pairs) {
    const skipped = printed.slice(expected, b);
    // A few short lines are shown; that tells more than a sign that they are not.
    if (inPart) {
      // Its title says already that lines are left out.
      if (skipped.some((line) => line.trim() === '') && result.length > 0) result.push('');
    } else if (few(skipped, result.length === 0 ? 1 : 3)) result.push(...skipped.map((line) => shorten('', line)));
    else if (skipped.some((line) => line.trim() !== '')) result.push('...');
    else if (skipped.length > 0 && result.length > 0) result.push('');
    result.push(exact ? (own[a] ?? '') : shorten(own[a] ?? '', printed[b] ?? ''));
    expected = b + 1;
  }
  const rest = printed.slice(expected);
  if (inPart) {
    // As above.
  } else if (few(rest, 2)) result.push(...rest.map((line) => shorten('', line)));
  else if (rest.some((line) => line.trim() !== '')) result.push('...');
  const left = compare(result, runs, inPart);
  return left ? `"${left.line}" would still differ` : result;
}

const few = (lines: readonly string[], most: number): boolean =>
  lines.some((line) => line.trim() !== '') && lines.length <= most && lines.every((line) => line.length <= 140);

/** A very long printed line is cut where the page's own was. */
function shorten(own: string, printed: string): string {
  if (sameLine(own, printed)) return /…|\.\.\./.test(own) ? own : printed;
  // A progress line stands as wide as the terminal was; a page needs no such gap.
  if (/^\s*[✔⠋⠙⠹=]|^\s*=>/.test(printed)) return printed.replace(/\s{3,}(?=\d+\.\d+s$)/, '   ');
  return printed.length > 400 ? `${printed.slice(0, 300)}...` : printed;
}

/** From this share of common words on, a printed line is taken for the page's. */
const LIKE = 0.34;

/** Pairs of like lines, in order in both: the best sum of likeness. */
function alignByLikeness(own: readonly string[], printed: readonly string[]): [number, number][] {
  const words = (line: string): string[] =>
    normalise(line)
      .split(/[\s=:,"]+/)
      .filter(Boolean);
  const [a, b] = [own.map(words), printed.map(words)];
  const score = own.map((line, i) =>
    printed.map((other, j) => (sameLine(line, other) ? 1.5 : likeness(a[i] ?? [], b[j] ?? []))),
  );
  const best: number[][] = Array.from({ length: own.length + 1 }, () => new Array(printed.length + 1).fill(0));
  for (let i = own.length - 1; i >= 0; i--)
    for (let j = printed.length - 1; j >= 0; j--) {
      const like = score[i]?.[j] ?? 0;
      best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, like >= LIKE ? like + best[i + 1]![j + 1]! : 0);
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < own.length && j < printed.length; ) {
    const like = score[i]?.[j] ?? 0;
    if (like >= LIKE && best[i]![j] === like + best[i + 1]![j + 1]!) pairs.push([i++, j++]);
    else if (best[i]![j] === best[i + 1]![j]) i++;
    else j++;
  }
  return pairs;
}

/** The share of words that both have, by the longer one. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const rest = [...b];
  let common = 0;
  for (const word of a) {
    const at = rest.indexOf(word);
    if (at >= 0) {
      common++;
      rest.splice(at, 1);
    }
  }
  return common / Math.max(1, a.length, b.length);
}
