/**
 * What is known of each section for a question: a handful of numbers between 0 and about 1, each said in one line. The
 * ranking (rank.ts) is their weighted sum, and the weights are found by a script (learn/weigh.ts), never by hand. Pure.
 */
import { ASK_SLOTS, askOf, fieldOf } from './field-slots.ts';
import { topicsNamed } from './tools.ts';

/** What the ranking knows of a section without its text. */
export interface RecordFacts {
  /** Number of its page. */
  readonly page: number;
  /** Words of each of its asks, the heading among them. */
  readonly asks: readonly number[];
  /** Words of all fields, roughly. */
  readonly length: number;
  /** Words of its heading (of the title, for the opening of a page). */
  readonly headingWords: number;
  /** How many sections of its page stand before it; 0 for the opening. */
  readonly order: number;
  /** Other pages that link to it. */
  readonly links: number;
  readonly kind: string;
  readonly topic: string;
  /** Topics that it is about; for a fix those of its tools. */
  readonly about: readonly string[];
}

/** A section that holds a word, and the places of the word (see field-slots.ts). */
export interface Hit {
  readonly record: number;
  readonly places: readonly number[];
}

/** One word that was asked for: the keys that stand for it (itself; what it may become while it is typed). */
export interface Term {
  readonly keys: readonly string[];
  /** A small word, which tells wordings apart and nothing else. */
  readonly small?: boolean;
  /** A compound beside its parts, which are compared with other wordings instead. */
  readonly compound?: boolean;
}

/** How BM25F weighs the fields of a section; found by learn/weigh.ts. */
export interface FieldWeights {
  readonly title: number;
  readonly heading: number;
  /** Of each ask that holds the word. */
  readonly ask: number;
  readonly body: number;
  /** How fast more of one word stops to count. */
  readonly saturation: number;
  /** How much a long text is held back, 0 to 1. */
  readonly length: number;
}

export const FEATURES = [
  /** BM25F over title, heading, asks and text, as a share of the most that the words could give. */
  'words',
  /** How like the question the nearest ask is: what it holds of the question, and how little else (F measure); headings are asks as well. */
  'near',
  /** The same of the three nearest together. */
  'nears',
  /** What `words` is of the best other section of its page. */
  'page',
  /** How much of the question stands word by word in the text, as a command does. */
  'sequence',
  /** The question begins with a program, and its command stands in the text as far as the command goes. */
  'command',
  /** How much of the heading was asked for. */
  'heading',
  /** The question names a tool, and the section is about it. */
  'tool',
  /** ... or about another. */
  'otherTool',
  'fix',
  /** A fix, where the question names a tool. */
  'fixOfTool',
  /** A fix, where the question tells of something that does not work. */
  'fixOfSymptom',
  'opening',
  /** How far down its page: what matters most stands first. */
  'order',
  /** How many pages lead there, on a scale of logarithms. */
  'links',
] as const;

export type Feature = (typeof FEATURES)[number];

/** A section's features, in the order of FEATURES. */
export interface Candidate {
  readonly record: number;
  readonly values: readonly number[];
}

/** Words of somebody for whom something does not work. */
const SYMPTOM =
  /\b(not|cannot|can'?t|won'?t|doesn'?t|isn'?t|fail\w*|errors?|denied|refused|stuck|missing|unable|never|keeps?|already|crash\w*|broken|exit(ed|s)?|killed|hangs?|lost|no|invalid|unknown|wrong|timed? ?out|slow)\b/i;
/** A command begins with one of these. */
const PROGRAM = /^\s*(docker|dockerd|docker-compose|kubectl|helm|kubeadm|crictl|ctr|containerd|kubelet)\s+\S/;
/** Sections and links beyond these make no difference any more. */
const LAST_ORDER = 8;
const MOST_LINKS = 20;
/** A word that no section holds is as rare as one of so few. */
const UNKNOWN = 0.5;

/** Features of every section that holds a word of the question. */
export function featuresOf(
  text: string,
  terms: readonly Term[],
  hits: (key: string) => readonly Hit[],
  facts: readonly RecordFacts[],
  fields: FieldWeights,
): Candidate[] {
  const total = facts.length;
  const mean = facts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, total);
  const found = new Map<number, Found>();
  const words = terms.filter(({ small }) => !small);
  const rarity = words.map((term, index) => collect(term, index));
  const most = sum(rarity) || 1;
  const asked =
    sum(rarity.filter((_, index) => !words[index]!.compound)) +
      sum(terms.filter(({ small }) => small).map(collectSmall)) || 1;
  const named = new Set(words.flatMap(({ keys }) => topicsNamed(keys[0]!)));
  const symptom = SYMPTOM.test(text);
  const isCommand = PROGRAM.test(text);
  const mates = bestMates(found, facts);
  return [...found].map(([record, entry]) => ({ record, values: values(record, entry) }));

  /** Sections that hold a word or what it may become, and how rare it is. */
  function holdersOf({ keys }: Term): { holders: Map<number, readonly number[]>; idf: number } {
    const holders = new Map<number, readonly number[]>();
    for (const key of keys)
      for (const { record, places } of hits(key)) {
        const known = holders.get(record);
        holders.set(record, known ? [...known, ...places] : places);
      }
    const count = holders.size || UNKNOWN;
    return { holders, idf: Math.log(1 + (total - count + 0.5) / (count + 0.5)) };
  }

  function collect(term: Term, index: number): number {
    const { holders, idf } = holdersOf(term);
    for (const [record, places] of holders) {
      const fact = facts[record];
      if (!fact) continue;
      const entry = found.get(record) ?? nothing(words.length);
      found.set(record, entry);
      entry.places[index] = places;
      const asks: number[] = [];
      let [title, heading, body] = [0, 0, 0];
      for (const place of places) {
        const field = fieldOf(place, fact.asks.length);
        if (field === 'body') body += 1;
        else if (field === 'ask') add(asks, askOf(place));
        else if (field === 'heading') {
          heading = 1;
          entry.heading.add(place);
        } else title = 1;
      }
      const own = Math.max(1, fact.length - fact.asks.length * ASK_SLOTS);
      const often =
        fields.title * title +
        fields.heading * heading +
        fields.ask * asks.length +
        (fields.body * body) / (1 - fields.length + (fields.length * own) / mean);
      entry.words += (idf * often) / (often + fields.saturation);
      if (term.compound) continue;
      for (const ask of asks) hold(entry, ask, idf);
    }
    return idf;
  }

  /** A small word brings up no section; it makes an ask more like the question. */
  function collectSmall(term: Term): number {
    const { holders, idf } = holdersOf(term);
    for (const [record, places] of holders) {
      const entry = found.get(record);
      if (entry) for (const ask of new Set(places.map(askOf))) hold(entry, ask, idf);
    }
    return idf;
  }

  /** F measure of what an ask of so many words holds: the share of the question, by rarity, and the share of the ask. */
  function likenessOf({ idf, words: held }: Held, own: number): number {
    const [recall, precision] = [idf / asked, Math.min(1, held / Math.max(1, own))];
    return (2 * recall * precision) / (recall + precision || 1);
  }

  /** Rarity of the pairs of neighbours in the question that are neighbours in the text too, as a share of all pairs. */
  function sequenceOf(places: readonly (readonly number[] | undefined)[]): number {
    let [held, all] = [0, 0];
    for (let index = 1; index < words.length; index += 1) {
      const weight = Math.min(rarity[index - 1]!, rarity[index]!);
      all += weight;
      const [before, here] = [places[index - 1], places[index]];
      if (!before || !here) continue;
      const after = new Set(here);
      if (before.some((place) => after.has(place + 1) || after.has(place + 2))) held += weight;
    }
    return all > 0 ? held / all : 0;
  }

  /** How many words of the command stand one after the other, from the program on, as a share of all but the program. */
  function commandOf(places: readonly (readonly number[] | undefined)[]): number {
    let ends = places[0] ?? [];
    let length = 0;
    while (length + 1 < words.length && ends.length > 0) {
      const after = new Set(places[length + 1]);
      ends = ends.flatMap((place) => (after.has(place + 1) ? [place + 1] : []));
      if (ends.length > 0) length += 1;
    }
    return length / Math.max(1, words.length - 1);
  }

  function values(record: number, { words: worth, asks, heading, places }: Found): number[] {
    const fact = facts[record]!;
    let [near, second, third] = [0, 0, 0];
    for (const [ask, held] of asks) {
      const likeness = likenessOf(held, fact.asks[ask]!);
      if (likeness > near) [near, second, third] = [likeness, near, second];
      else if (likeness > second) [second, third] = [likeness, second];
      else if (likeness > third) third = likeness;
    }
    const about = fact.about.some((topic) => named.has(topic));
    const isFix = fact.kind === 'fix';
    const value: Record<Feature, number> = {
      words: worth / most,
      near,
      nears: (near + second + third) / 3,
      page: (mates.get(record) ?? 0) / most,
      sequence: sequenceOf(places),
      command: isCommand ? commandOf(places) : 0,
      heading: fact.headingWords > 0 ? heading.size / fact.headingWords : 0,
      tool: Number(about),
      otherTool: Number(named.size > 0 && !about && fact.about.length > 0),
      fix: Number(isFix),
      fixOfTool: Number(isFix && named.size > 0),
      fixOfSymptom: Number(isFix && symptom),
      opening: Number(fact.order === 0),
      order: Math.min(LAST_ORDER, fact.order) / LAST_ORDER,
      links: Math.log1p(Math.min(MOST_LINKS, fact.links)) / Math.log1p(MOST_LINKS),
    };
    return FEATURES.map((name) => value[name]);
  }
}

/** What an ask holds of a question. */
interface Held {
  idf: number;
  words: number;
}

function hold({ asks }: Found, ask: number, idf: number): void {
  const held = asks.get(ask);
  if (!held) return void asks.set(ask, { idf, words: 1 });
  held.idf += idf;
  held.words += 1;
}

/** Adds a number that is not there yet; places come in order, so it is mostly the last. */
function add(numbers: number[], number: number): void {
  if (numbers.at(-1) !== number && !numbers.includes(number)) numbers.push(number);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

/** For each section the worth of the best other section of its page. */
function bestMates(found: ReadonlyMap<number, Found>, facts: readonly RecordFacts[]): Map<number, number> {
  const pages = new Map<number, { record: number; words: number }[]>();
  for (const [record, { words }] of found) {
    const { page } = facts[record]!;
    const two = [...(pages.get(page) ?? []), { record, words }].sort((a, b) => b.words - a.words).slice(0, 2);
    pages.set(page, two);
  }
  return new Map(
    [...found.keys()].map((record) => [
      record,
      pages.get(facts[record]!.page)!.find((mate) => mate.record !== record)?.words ?? 0,
    ]),
  );
}

interface Found {
  words: number;
  /** Places of the heading that were asked for. */
  readonly heading: Set<number>;
  readonly asks: Map<number, Held>;
  /** Places of each word. */
  readonly places: (readonly number[] | undefined)[];
}

const nothing = (terms: number): Found => ({
  words: 0,
  heading: new Set(),
  asks: new Map(),
  places: new Array<readonly number[] | undefined>(terms).fill(undefined),
});
