/** How well a search answers graded queries: where the first right section stands. Used by tests and the bench. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionReader } from './sections.ts';

export interface Graded {
  readonly q: string;
  readonly style: string;
  /** Regular expression, flag i, that the text of a right section matches. */
  readonly expect: string;
}

export interface Score {
  n: number;
  first: number;
  three: number;
  reciprocal: number;
}

export interface Verdict {
  readonly styles: ReadonlyMap<string, Score>;
  readonly all: Score;
  readonly misses: readonly string[];
}

/** What a search shows for a text: site-relative addresses, best first. */
export type Search = (text: string) => Promise<readonly string[]>;

/** Results beyond these are not looked at. */
const DEEPEST = 10;

/** The project's own graded queries, written by people who had not seen the ranking. */
export function gradedQueries(): Graded[] {
  return (
    JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/graded-queries.json'), 'utf8')) as {
      queries: Graded[];
    }
  ).queries;
}

/** Asks all queries; sections are read from the built site in `dist`. */
export async function judge(queries: readonly Graded[], search: Search, dist: string): Promise<Verdict> {
  const textAt = sectionReader(dist);
  const styles = new Map<string, Score>();
  const all: Score = { n: 0, first: 0, three: 0, reciprocal: 0 };
  const misses: string[] = [];
  for (const { q, style, expect } of queries) {
    const right = new RegExp(expect, 'i');
    const place = (await search(q)).slice(0, DEEPEST).findIndex((address) => right.test(textAt(address))) + 1;
    const own = styles.get(style) ?? { n: 0, first: 0, three: 0, reciprocal: 0 };
    styles.set(style, own);
    for (const score of [own, all]) {
      score.n++;
      if (place === 1) score.first++;
      if (place >= 1 && place <= 3) score.three++;
      if (place > 0) score.reciprocal += 1 / place;
    }
    if (place === 0 || place > 3) misses.push(`${style}: ${q} (${place === 0 ? 'not in ten' : place})`);
  }
  return { styles, all, misses };
}

/** A verdict as rows of shares for console.table. */
export function tableOf({ styles, all }: Verdict): Record<string, Record<string, string | number>> {
  const row = ({ n, first, three, reciprocal }: Score) => ({
    n,
    first: (first / n).toFixed(2),
    'in three': (three / n).toFixed(2),
    MRR: (reciprocal / n).toFixed(2),
  });
  return { ...Object.fromEntries([...styles].map(([style, score]) => [style, row(score)])), all: row(all) };
}
