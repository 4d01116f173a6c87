import { rowText } from './messages.ts';
import { isName, scanPattern } from './pattern.ts';
import { type Message, readSignature, type Signature, type Worth } from './signature.ts';
import type { SignatureFile } from './types.ts';

/** All messages, and from a word to the messages that it may announce. */
export interface Index {
  readonly file: SignatureFile;
  readonly vocabulary: ReadonlyMap<string, number>;
  /** How many messages there are. */
  readonly size: number;
  /** A message ready for matching: made when a text first may hold it. */
  signature(number: number): Signature;
  /** By word: where it is among the rarest words of a message, as the message's number times ANCHORS and its rank there. */
  readonly anchors: readonly (readonly number[] | undefined)[];
  /** What an anchor weighs, by the same number. */
  readonly anchorWeights: Float64Array;
}

/** How many of its rarest words may announce a message. */
export const ANCHORS = 5;

const ready = new WeakMap<SignatureFile, Index>();

/** The index of a file; built on first use. */
export function indexOf(file: SignatureFile): Index {
  const known = ready.get(file);
  if (known) return known;
  const index = buildIndex(file);
  ready.set(file, index);
  return index;
}

/** Reads each message once for its words only: a text meets few of them, and the first paste waits for this. */
function buildIndex(file: SignatureFile): Index {
  const vocabulary = new Map<string, number>();
  const spread = new Spread();
  const pairSpread = new Spread();
  const messages: Message[] = [];
  /** By message: whether each of its words is a name. */
  const named: boolean[][] = [];
  const idOf = (word: string): number => {
    const known = vocabulary.get(word);
    if (known !== undefined) return known;
    vocabulary.set(word, vocabulary.size);
    return vocabulary.size - 1;
  };
  const needs: [message: { beside: readonly number[] }, words: string][] = [];
  file.fixes.forEach(([, , rows], fix) => {
    for (const row of rows) {
      const text = rowText(row);
      const ids: number[] = [];
      const names: boolean[] = [];
      let joined = false;
      scanPattern(
        text,
        (start, end) => {
          const word = text.slice(start, end);
          const id = idOf(word.toLowerCase());
          spread.note(id, fix);
          if (joined) pairSpread.note(pairOf(ids[ids.length - 1] as number, id), fix);
          joined = true;
          ids.push(id);
          names.push(isName(word));
        },
        () => {
          joined = false;
        },
      );
      const message = {
        fix,
        text,
        ids,
        beside: [] as readonly number[],
        within: typeof row === 'string' ? [] : (row[2] ?? []),
      };
      if (typeof row !== 'string' && row[1] !== '') needs.push([message, row[1]]);
      messages.push(message);
      named.push(names);
    }
  });
  // Words that a message needs beside it get their numbers behind those of the messages, whose worth is counted.
  for (const [message, words] of needs) message.beside = words.split(' ').map(idOf);
  const worth = worthOf(file, vocabulary, spread, pairSpread);
  const { anchors, anchorWeights } = anchorsOf(messages, named, worth, vocabulary.size);
  addPlurals(vocabulary);
  const signatures: Signature[] = [];
  return {
    file,
    vocabulary,
    size: messages.length,
    signature: (number) => (signatures[number] ??= readSignature(messages[number] as Message, worth)),
    anchors,
    anchorWeights,
  };
}

/** Counts in how many fixes something stands; fixes come one after the other. */
class Spread {
  private readonly counts = new Map<number, number>();
  private readonly last = new Map<number, number>();

  note(key: number, fix: number): void {
    if (this.last.get(key) === fix) return;
    this.last.set(key, fix);
    this.counts.set(key, this.of(key) + 1);
  }

  of(key: number): number {
    return this.counts.get(key) ?? 0;
  }
}

/** One number for two neighbours. */
const pairOf = (before: number, id: number) => before * 65_536 + id;

/** What words are worth: the fewer fixes have one, the more; those of every log little, those of grammar next to nothing. */
function worthOf(
  file: SignatureFile,
  vocabulary: ReadonlyMap<string, number>,
  spread: Spread,
  pairSpread: Spread,
): Worth {
  const [grammar, general] = file.common.map(
    (list) => new Set(list.split(' ').map((word) => vocabulary.get(word) ?? -1)),
  ) as [Set<number>, Set<number>];
  const rarity = (fixes: number) => Math.log2(Math.max(file.fixes.length, 100) / (fixes || 1));
  const plainWeights = new Float64Array(vocabulary.size);
  const nameWeights = new Float64Array(vocabulary.size);
  for (const [word, id] of vocabulary) {
    const base = Math.min(4, Math.max(0.8, 0.6 * rarity(spread.of(id))));
    const common =
      grammar.has(id) || (word.length === 1 && word > '9') ? 0.25 : general.has(id) ? 0.35 * base : undefined;
    plainWeights[id] = common ?? base;
    nameWeights[id] = common ?? 2 * base;
  }
  const isPlain = (id: number) => grammar.has(id) || general.has(id);
  return {
    word: (id, name) => (name ? nameWeights : plainWeights)[id] as number,
    pair(before, id) {
      const base = Math.min(1.8, 0.3 * rarity(pairSpread.of(pairOf(before, id))));
      return isPlain(id) && isPlain(before) ? 0.55 * base : base;
    },
    isGrammar: (id) => grammar.has(id),
  };
}

/** The rarest words of each message. */
function anchorsOf(
  messages: readonly Message[],
  named: readonly (readonly boolean[])[],
  worth: Worth,
  words: number,
): Pick<Index, 'anchors' | 'anchorWeights'> {
  const anchors: (number[] | undefined)[] = Array.from({ length: words });
  const anchorWeights = new Float64Array(messages.length * ANCHORS);
  messages.forEach(({ ids }, number) => {
    const names = named[number] as readonly boolean[];
    const rarest: { id: number; weight: number }[] = [];
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) return;
      const weight = worth.word(id, names[i] as boolean);
      let place = rarest.length;
      while (place > 0 && (rarest[place - 1] as { weight: number }).weight < weight) place--;
      if (place < ANCHORS) rarest.splice(place, 0, { id, weight });
      if (rarest.length > ANCHORS) rarest.pop();
    });
    rarest.forEach(({ id, weight }, rank) => {
      const anchor = number * ANCHORS + rank;
      anchorWeights[anchor] = weight;
      const known = anchors[id];
      if (known) known.push(anchor);
      else anchors[id] = [anchor];
    });
  });
  return { anchors, anchorWeights };
}

/** One argument or two arguments: the other number of a word counts as the word, if no message uses it otherwise. */
function addPlurals(vocabulary: Map<string, number>): void {
  for (const [word, id] of [...vocabulary]) {
    if (word.length < 4 || word.endsWith('ss')) continue;
    const other = word.endsWith('s') ? word.slice(0, -1) : `${word}s`;
    if (!vocabulary.has(other)) vocabulary.set(other, id);
  }
}
