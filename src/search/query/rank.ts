/** The ranking: all weights stand here, each with its reason. Pure: facts about records and words in, an order out. */
import { askOf, bodyAt, fieldOf } from './field-slots.ts';

/** What the ranking knows of a record. */
export interface RecordFacts {
  /** Number of its page. */
  readonly page: number;
  /** Words in its heading (in its title, for the opening of a page). */
  readonly headingWords: number;
  /** Number of its asks. */
  readonly asks: number;
  readonly opening: boolean;
  readonly row: boolean;
  readonly kind: string;
  readonly topic: string;
}

/** A record that holds a word: how much of it there is (Pagefind's BM25 without the rarity, 0 to about 2.2), and where. */
export interface Hit {
  readonly record: number;
  readonly weight: number;
  readonly places: readonly number[];
}

/** One way to say what the reader asked for: words of the index, all of which must be there, and how near it comes. */
export interface Alternative {
  readonly keys: readonly string[];
  readonly weight: number;
}

/** One thing that the reader asked for, in all its forms. */
export interface Term {
  readonly forms: readonly Alternative[];
  /** 1 for a word; less for a compound beside its own parts and for words that carry little. */
  readonly weight: number;
}

/** What a text says of the page that is wanted, beside its words. */
export interface QueryIntent {
  /** Topics that it names. */
  readonly subject: ReadonlySet<string>;
  /** Topics where its words are at home. */
  readonly lean: ReadonlySet<string>;
  /** It asks what something is, or what for. */
  readonly meaning: boolean;
}

const NO_AIM: QueryIntent = { subject: new Set(), lean: new Set(), meaning: false };

export interface Ranked {
  readonly record: number;
  readonly score: number;
}

export const WEIGHTS = {
  /** A word in a heading says what the section is about: worth more than any number of places in its text. */
  heading: 4.2,
  /** A word of a phrase that readers ask for this section: chosen for it, as a heading's are. */
  ask: 2.4,
  /** ... and a phrase that holds the most of what was asked is the question itself. */
  askFit: 0.28,
  /** The page's title is about all of its sections, so it says less about one of them. */
  title: 0.8,
  /** Text that repeats the word is the base of it all: Pagefind's own BM25. */
  body: 1.6,
  /** One word can do so much and no more, wherever it stands: two words beat one word twice. */
  most: 4.2,
  /** A heading of which every word was asked for beats a long one that happens to hold a word. */
  headingFit: 0.22,
  /** Words side by side as asked are a command or an expression. */
  adjacent: 1.4,
  /** ... three and more of them all the more. */
  longRun: 1.3,
  /** ... within a few words of each other they belong together still. */
  near: 0.45,
  /** A record that lacks a rare word that was asked for answers another question. */
  coverage: 0.56,
  /** ... but what its page says elsewhere counts for some of it: a section leans on its page. */
  pageCoverage: 0.6,
  /** A row is a command with its one line of meaning: what is asked for, and nothing else. */
  row: 0.75,
  /** Of equal answers the one about Docker or Kubernetes is meant more often than the one about Swarm or Helm. */
  minor: 0.75,
  /** A fix holds its whole page in one record, and so a little of everything: it leads when it holds more than that. */
  fix: 0.7,
  /** ... but who names a tool has it before them, and a fix is near. */
  fixOfSubject: 0.9,
  /** Who asks what something is wants it explained. */
  concept: 1.12,
  /** A word such as `pod` or `volume` leans towards a notebook without naming it. */
  lean: 0.9,
  /** Whoever names a tool wants its notebook; the others keep this much. */
  otherSubject: 0.65,
} as const;

/** Farthest that two words may stand apart and still be near. */
const NEAR = 6;

interface Rarities {
  /** Of each term by itself. */
  readonly plain: readonly number[];
  /** The same by the term's weight, and their sum. */
  readonly rarity: readonly number[];
  readonly all: number;
}

interface Found {
  /** Best form's strength for each term, 0 if the term is missing. */
  readonly strength: number[];
  readonly places: (readonly number[])[];
}

/** Orders the records that hold at least one term; `hits` gives a word's records. */
export function rank(
  terms: readonly Term[],
  hits: (key: string) => readonly Hit[],
  facts: readonly RecordFacts[],
  aim: QueryIntent = NO_AIM,
): Ranked[] {
  const found = new Map<number, Found>();
  const plain = terms.map((term, index) => collect(term, index, terms.length, hits, found, facts));
  const rarity = plain.map((value, index) => value * terms[index]!.weight);
  const all = rarity.reduce((sum, value) => sum + value, 0);
  const pages = coverageOfPages(found, facts, rarity);
  const ranked: Ranked[] = [];
  for (const [record, entry] of found) {
    const fact = facts[record];
    if (fact)
      ranked.push({
        record,
        score: scoreOf(entry, fact, { plain, rarity, all }, pages.get(fact.page) ?? 0) * fitOf(fact, aim),
      });
  }
  return ranked.sort((a, b) => b.score - a.score || a.record - b.record);
}

/** How well a record's notebook and kind fit what was asked for. */
function fitOf(fact: RecordFacts, { subject, lean, meaning }: QueryIntent): number {
  return notebookFit(fact, subject, lean) * (meaning && fact.kind === 'concept' ? WEIGHTS.concept : 1);
}

function notebookFit({ topic, kind }: RecordFacts, subject: ReadonlySet<string>, lean: ReadonlySet<string>): number {
  if (kind === 'fix') return subject.size > 0 ? WEIGHTS.fixOfSubject : WEIGHTS.fix;
  if (subject.size > 0) return subject.has(topic) || topic === '' ? 1 : WEIGHTS.otherSubject;
  if (lean.has(topic)) return 1;
  return (
    (topic === 'swarm' || topic === 'helm' ? WEIGHTS.minor : 1) * (lean.size > 0 && topic !== '' ? WEIGHTS.lean : 1)
  );
}

/** Rarity of all terms that a page holds somewhere. */
function coverageOfPages(
  found: ReadonlyMap<number, Found>,
  facts: readonly RecordFacts[],
  rarity: readonly number[],
): Map<number, number> {
  const held = new Map<number, boolean[]>();
  for (const [record, { strength }] of found) {
    const page = facts[record]?.page;
    if (page === undefined) continue;
    const own = held.get(page) ?? new Array<boolean>(rarity.length).fill(false);
    held.set(page, own);
    for (const [index, value] of strength.entries()) if (value > 0) own[index] = true;
  }
  return new Map(
    [...held].map(([page, own]) => [page, own.reduce((sum, has, index) => sum + (has ? rarity[index]! : 0), 0)]),
  );
}

/** Adds a term's records to `found` and gives its rarity: one for all of its forms together. */
function collect(
  term: Term,
  index: number,
  count: number,
  hits: (key: string) => readonly Hit[],
  found: Map<number, Found>,
  facts: readonly RecordFacts[],
): number {
  const total = facts.length;
  const holders = new Map<number, { strength: number; places: readonly number[] }>();
  for (const form of term.forms) {
    for (const hit of together(form.keys.map(hits))) {
      const strength = form.weight * strengthOf(hit, facts[hit.record]?.asks ?? 0);
      const known = holders.get(hit.record);
      if (!known || strength > known.strength)
        holders.set(hit.record, { strength, places: known ? [...known.places, ...hit.places] : hit.places });
    }
  }
  for (const [record, { strength, places }] of holders) {
    let entry = found.get(record);
    if (!entry) {
      entry = { strength: new Array<number>(count).fill(0), places: new Array<readonly number[]>(count).fill([]) };
      found.set(record, entry);
    }
    entry.strength[index] = strength;
    entry.places[index] = places;
  }
  return holders.size === 0
    ? Math.log(1 + total) * 0.35
    : Math.log(1 + (total - holders.size + 0.5) / (holders.size + 0.5));
}

/** Records that hold all words of a form, as if they were one word: the weakest counts. */
function together(lists: readonly (readonly Hit[])[]): readonly Hit[] {
  const [first, ...rest] = lists;
  if (!first || rest.length === 0) return first ?? [];
  return first.flatMap((hit) => {
    const others = rest.map((list) => list.find(({ record }) => record === hit.record));
    if (others.some((other) => other === undefined)) return [];
    const all = [hit, ...(others as Hit[])];
    const near = all[0]!.places.some((place) =>
      all.every(({ places }) => places.some((other) => Math.abs(other - place) <= NEAR)),
    );
    return near
      ? [{ record: hit.record, weight: Math.min(...all.map(({ weight }) => weight)), places: hit.places }]
      : [];
  });
}

function strengthOf({ weight, places }: Hit, asks: number): number {
  let heading = false;
  let title = false;
  let ask = false;
  let body = 0;
  for (const place of places) {
    const field = fieldOf(place, asks);
    if (field === 'body') body += 1;
    else if (field === 'heading') heading = true;
    else if (field === 'ask') ask = true;
    else title = true;
  }
  // Pagefind counted the words of all fields; the text's share of them is the text's share of its weight.
  const text = places.length > 0 ? weight * (body / places.length) : 0;
  const sum =
    WEIGHTS.body * text + (heading ? WEIGHTS.heading : 0) + (ask ? WEIGHTS.ask : 0) + (title ? WEIGHTS.title : 0);
  return (sum * WEIGHTS.most) / (sum + WEIGHTS.most);
}

function scoreOf(
  { strength, places }: Found,
  fact: RecordFacts,
  { plain, rarity, all }: Rarities,
  onPage: number,
): number {
  let sum = 0;
  let covered = 0;
  let inHeading = 0;
  let run = 0;
  for (let index = 0; index < strength.length; index += 1) {
    if (strength[index] === 0) {
      run = 0;
      continue;
    }
    sum += rarity[index]! * strength[index]!;
    covered += rarity[index]!;
    if (places[index]!.some((place) => fieldOf(place, fact.asks) === 'heading')) inHeading += 1;
    const next = index + 1;
    if (next === strength.length || strength[next] === 0) continue;
    const together = togetherness(places[index]!, places[next]!, bodyAt(fact.asks));
    run = together === WEIGHTS.adjacent ? run + 1 : 0;
    sum += Math.min(plain[index]!, plain[next]!) * together * (run > 1 ? WEIGHTS.longRun : 1);
  }
  const fit = fact.headingWords > 0 ? Math.min(1, inHeading / fact.headingWords) : 0;
  const coverage = (covered * (1 - WEIGHTS.pageCoverage) + onPage * WEIGHTS.pageCoverage) / all;
  let score = sum * coverage ** WEIGHTS.coverage * (1 + WEIGHTS.headingFit * fit * fit * coverage);
  score *= 1 + (WEIGHTS.askFit * bestAsk(places, rarity, fact.asks) ** 2) / all ** 2;
  if (fact.row) score *= WEIGHTS.row;
  return score;
}

/** Rarity of the terms that one of the record's asks holds together, the best of them. */
function bestAsk(places: readonly (readonly number[])[], rarity: readonly number[], asks: number): number {
  const held: number[] = [];
  for (const [index, own] of places.entries()) {
    for (const ask of new Set(own.filter((place) => fieldOf(place, asks) === 'ask').map(askOf)))
      held[ask] = (held[ask] ?? 0) + rarity[index]!;
  }
  return held.reduce((best, value) => Math.max(best, value ?? 0), 0);
}

function togetherness(first: readonly number[], second: readonly number[], body: number): number {
  let best = 0;
  for (const a of first) {
    for (const b of second) {
      if (a < body !== b < body) continue;
      if (b === a + 1) return WEIGHTS.adjacent;
      if (Math.abs(b - a) <= NEAR) best = WEIGHTS.near;
    }
  }
  return best;
}
