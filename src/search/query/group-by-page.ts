/** Records to what the page shows: once each, by page, counted by kind and topic. Pure. */
import type { RecordFacts } from './features.ts';
import type { Ranked } from './rank.ts';

export interface Group {
  /** Records of one page, best first. */
  readonly records: readonly number[];
}

export interface Filters {
  readonly kind?: string | undefined;
  readonly topic?: string | undefined;
}

export interface Outcome {
  readonly groups: readonly Group[];
  /** Pages for each kind and each topic, the other filter applied. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly topics: ReadonlyMap<string, number>;
}

/** Scores are logits: a section this far below the best one is fifty times less likely, and answers something else. */
const WEAK = 4;
/** A further section of a page is shown if it is better than all of the next page, and only so many of the first page, of the second: each is a file to fetch, and further down nobody reads them. */
const PARTS = [2, 1];

/** Groups by page in the order of each page's best record. */
export function groupByPage(ranked: readonly Ranked[], facts: readonly RecordFacts[], filters: Filters): Outcome {
  const least = (ranked[0]?.score ?? 0) - WEAK;
  const pages = new Map<number, Ranked[]>();
  for (const entry of ranked) {
    if (entry.score < least) break;
    const fact = facts[entry.record]!;
    const own = pages.get(fact.page) ?? [];
    own.push(entry);
    pages.set(fact.page, own);
  }
  const fits = (fact: RecordFacts, { kind, topic }: Filters) =>
    (!kind || fact.kind === kind) && (!topic || fact.topic === topic);
  const kinds = new Map<string, number>();
  const topics = new Map<string, number>();
  const groups: Group[] = [];
  const found = [...pages.values()];
  for (const [place, own] of found.entries()) {
    const fact = facts[own[0]!.record]!;
    if (fits(fact, { topic: filters.topic })) kinds.set(fact.kind, (kinds.get(fact.kind) ?? 0) + 1);
    if (fits(fact, { kind: filters.kind })) topics.set(fact.topic, (topics.get(fact.topic) ?? 0) + 1);
    if (!fits(fact, filters)) continue;
    const next = found[place + 1]?.[0]?.score ?? Number.NEGATIVE_INFINITY;
    const parts = PARTS[groups.length] ?? 0;
    groups.push({
      records: own.filter(({ score }, index) => index <= parts && score >= next).map(({ record }) => record),
    });
  }
  return { groups, kinds, topics };
}
