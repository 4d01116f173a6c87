/**
 * The learned model in use: a vector for each word, a vector for each section. A question is the mean of its words'
 * vectors, weighted by rarity; a section's score is the dot product with its own. Trained in model/train.ts. Pure.
 */

/** A word as the model knows it. */
export interface WordVector {
  /** How rare it is, as it was in training. */
  readonly rarity: number;
  readonly vector: Float32Array;
}

/** Vectors of all sections, one after the other, in the order of the records. */
export interface SectionVectors {
  readonly size: number;
  readonly values: Float32Array;
}

/** The vector of a question; undefined when the model knows none of its words. */
export function questionVector(words: readonly WordVector[]): Float32Array | undefined {
  const [first] = words;
  if (!first) return undefined;
  const sum = new Float32Array(first.vector.length);
  let squares = 0;
  for (const { rarity, vector } of words) {
    squares += rarity * rarity;
    for (let index = 0; index < sum.length; index += 1) sum[index]! += rarity * vector[index]!;
  }
  const scale = 1 / Math.sqrt(squares + 1e-6);
  return sum.map((value) => value * scale);
}

/** The score of every section; undefined when the model knows none of the words. */
export function learnedScores(
  words: readonly WordVector[],
  { size, values }: SectionVectors,
): Float32Array | undefined {
  const question = questionVector(words);
  if (!question) return undefined;
  const scores = new Float32Array(values.length / size);
  for (let section = 0, at = 0; section < scores.length; section += 1, at += size) {
    let sum = 0;
    for (let index = 0; index < size; index += 1) sum += question[index]! * values[at + index]!;
    scores[section] = sum;
  }
  return scores;
}
