/** Records to what the page shows: once each, by page, counted by kind and topic. Pure. */
import type { Ranked, RecordFacts } from './rank.ts';

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

/** A record this much weaker than the best one answers something else. */
const WEAK = 0.16;
/** A further section of a page is shown if it is better than all of the next page, and only so many of the first page, of the second: each is a file to fetch, and further down nobody reads them. */
const PARTS = [2, 1];
const MOST_GROUPS = 40;

/** Groups by page in the order of each page's best record. */
export function groupByPage(ranked: readonly Ranked[], facts: readonly RecordFacts[], filters: Filters): Outcome {
  const least = (ranked[0]?.score ?? 0) * WEAK;
  const pages = new Map<number, Ranked[]>();
  const section = new Map<number, number>();
  for (const entry of ranked) {
    if (entry.score < least) break;
    const fact = facts[entry.record]!;
    const own = pages.get(fact.page) ?? [];
    // A row of a table leads to its section: whichever of the two came first stands for both.
    const head = sectionOf(entry.record, facts, section);
    if (own.some(({ record }) => sectionOf(record, facts, section) === head)) continue;
    own.push(entry);
    pages.set(fact.page, own);
  }
  const fits = (fact: RecordFacts, { kind, topic }: Filters) =>
    (!kind || fact.kind === kind) && (!topic || fact.topic === topic);
  const kinds = new Map<string, number>();
  const topics = new Map<string, number>();
  const groups: Group[] = [];
  const found = [...pages.values()].slice(0, MOST_GROUPS);
  for (const [place, own] of found.entries()) {
    const fact = facts[own[0]!.record]!;
    if (fits(fact, { topic: filters.topic })) kinds.set(fact.kind, (kinds.get(fact.kind) ?? 0) + 1);
    if (fits(fact, { kind: filters.kind })) topics.set(fact.topic, (topics.get(fact.topic) ?? 0) + 1);
    if (!fits(fact, filters)) continue;
    const next = found[place + 1]?.[0]?.score ?? 0;
    const parts = PARTS[groups.length] ?? 0;
    groups.push({
      records: own.filter(({ score }, index) => index <= parts && score >= next).map(({ record }) => record),
    });
  }
  return { groups, kinds, topics };
}

/** The record of the section that a row belongs to; other records stand for themselves. */
function sectionOf(record: number, facts: readonly RecordFacts[], known: Map<number, number>): number {
  let head = known.get(record);
  if (head === undefined) {
    head = record;
    while (facts[head]!.row) head -= 1;
    known.set(record, head);
  }
  return head;
}
