/**
 * Trains the model of query/learned.ts: softmax over all sections, by stochastic gradient descent with a rate for each vector
 * (AdaGrad by rows), a third of the words of each lesson dropped at random, and vectors rounded as they will be kept
 * (the gradient passes through the rounding), so that few bits lose little. The same lessons give the same model.
 */
import { roundVector, SECTION_BITS, WORD_BITS } from '../format/vectors.ts';
import type { Lesson } from './texts.ts';

export interface TrainOptions {
  /** Numbers of a vector. */
  readonly size: number;
  readonly rounds: number;
  /** Step of the first round; the last one's is a tenth. */
  readonly rate: number;
  /** Share of words that are dropped. */
  readonly drop: number;
  /** Rounds before vectors are rounded. */
  readonly exactRounds: number;
  /** Called after each round with the mean loss. */
  readonly report?: (round: number, loss: number) => void;
}

export const OPTIONS: TrainOptions = { size: 64, rounds: 12, rate: 0.3, drop: 0.33, exactRounds: 3 };

export interface Trained {
  readonly words: ReadonlyMap<string, { readonly rarity: number; readonly vector: Float32Array }>;
  readonly sections: readonly Float32Array[];
}

/** Words of fewer sections teach nothing that the index does not know. */
const FEWEST_SECTIONS = 2;
/** A section of which the model is so sure that it is not the one learns nothing. */
const SURE = 5e-4;

/** Trains a model; `count` sections. */
export function train(lessons: readonly Lesson[], count: number, options: TrainOptions = OPTIONS): Trained {
  const { size } = options;
  const random = generator(7);
  const rarities = raritiesOf(lessons, count);
  const keys = [...rarities.keys()];
  const numbers = new Map(keys.map((key, index) => [key, index]));
  const rarity = Float32Array.from(keys, (key) => rarities.get(key)!);
  const words = new Table(keys.length, size, WORD_BITS, random);
  const sections = new Table(count, size, SECTION_BITS, random);
  const shown = lessons
    .map(({ section, weight, words: own }) => ({
      section,
      weight,
      words: own.flatMap((word) => numbers.get(word) ?? []),
    }))
    .filter((lesson) => lesson.words.length > 0);
  const question = new Float32Array(size);
  const gradient = new Float32Array(size);
  const share = new Float32Array(count);

  for (let round = 0; round < options.rounds; round += 1) {
    const rate = options.rate * (1 - (0.9 * round) / options.rounds);
    if (round === options.exactRounds) for (const table of [words, sections]) table.round();
    let loss = 0;
    let seen = 0;
    for (const lesson of shuffled(shown, random)) {
      if (lesson.weight < 1 && random() > lesson.weight) continue;
      const kept = lesson.words.filter(() => random() > options.drop);
      if (kept.length === 0) kept.push(lesson.words[Math.floor(random() * lesson.words.length)]!);
      loss += learn(lesson.section, kept, rate);
      seen += 1;
    }
    options.report?.(round, loss / seen);
  }
  return {
    words: new Map(keys.map((key, index) => [key, { rarity: rarity[index]!, vector: words.row(index) }])),
    sections: Array.from({ length: count }, (_, index) => sections.row(index)),
  };

  /** One step for one lesson; gives its loss. */
  function learn(section: number, kept: readonly number[], rate: number): number {
    question.fill(0);
    let squares = 0;
    for (const word of kept) {
      const weight = rarity[word]!;
      squares += weight * weight;
      for (let index = 0, at = word * size; index < size; index += 1, at += 1)
        question[index]! += weight * words.used[at]!;
    }
    const scale = 1 / Math.sqrt(squares + 1e-6);
    for (let index = 0; index < size; index += 1) question[index]! *= scale;
    const all = softmax(question, sections.used, share);
    const loss = -Math.log(share[section]! / all + 1e-9);
    gradient.fill(0);
    for (let other = 0; other < count; other += 1) {
      const error = share[other]! / all - (other === section ? 1 : 0);
      if (other !== section && error < SURE) continue;
      for (let index = 0, at = other * size; index < size; index += 1, at += 1)
        gradient[index]! += error * sections.used[at]!;
      sections.step(other, question, error, rate);
    }
    for (const word of kept) words.step(word, gradient, rarity[word]! * scale, rate);
    return loss;
  }
}

/** Vectors, one after the other: exact ones, which learn, and those in use, which are rounded from some round on. */
class Table {
  readonly exact: Float32Array;
  used: Float32Array;
  private readonly squares: Float32Array;
  private readonly size: number;
  private readonly bits: number;

  constructor(count: number, size: number, bits: number, random: () => number) {
    this.size = size;
    this.bits = bits;
    this.exact = Float32Array.from({ length: count * size }, () => (random() - 0.5) * 0.2);
    this.used = this.exact;
    this.squares = new Float32Array(count).fill(1e-8);
  }

  row(index: number): Float32Array {
    return this.exact.slice(index * this.size, (index + 1) * this.size);
  }

  /** From now on vectors are used as they will be kept. */
  round(): void {
    this.used = this.exact.slice();
    for (let index = 0; index < this.squares.length; index += 1) this.roundRow(index);
  }

  /** Moves a vector against a gradient: `direction` times `factor`. */
  step(index: number, direction: Float32Array, factor: number, rate: number): void {
    let squares = 0;
    for (let from = 0; from < this.size; from += 1) squares += direction[from]! * direction[from]!;
    this.squares[index]! += (squares * factor * factor) / this.size;
    const by = (rate * factor) / Math.sqrt(this.squares[index]!);
    for (let at = index * this.size, from = 0; from < this.size; at += 1, from += 1)
      this.exact[at]! -= by * direction[from]!;
    if (this.used !== this.exact) this.roundRow(index);
  }

  private roundRow(index: number): void {
    roundVector(this.exact, this.used, index * this.size, this.size, this.bits);
  }
}

/** Fills `share` with e to the power of each section's score less the best; gives their sum. */
function softmax(question: Float32Array, sections: Float32Array, share: Float32Array): number {
  const size = question.length;
  let best = Number.NEGATIVE_INFINITY;
  for (let section = 0, at = 0; section < share.length; section += 1, at += size) {
    let sum = 0;
    for (let index = 0; index < size; index += 1) sum += question[index]! * sections[at + index]!;
    share[section] = sum;
    if (sum > best) best = sum;
  }
  let all = 0;
  for (let section = 0; section < share.length; section += 1) {
    const value = Math.exp(share[section]! - best);
    share[section] = value;
    all += value;
  }
  return all;
}

/** BM25's rarity of each word by the sections whose lessons hold it; words of too few are left out. */
function raritiesOf(lessons: readonly Lesson[], count: number): Map<string, number> {
  const holders = new Map<string, Set<number>>();
  for (const { section, words } of lessons)
    for (const word of words) holders.set(word, (holders.get(word) ?? new Set()).add(section));
  return new Map(
    [...holders]
      .filter(([, own]) => own.size >= FEWEST_SECTIONS)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([word, own]) => [word, Math.log(1 + (count - own.size + 0.5) / (own.size + 0.5))]),
  );
}

/** A generator of numbers from 0 to 1 that gives the same ones everywhere (Numerical Recipes' linear congruence). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A new order (Fisher and Yates). */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = [...list];
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}
