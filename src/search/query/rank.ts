/**
 * The ranking: a weighted sum of what is known of each section (features.ts). The weights stand in weights.json with the
 * score that they gave; `npm run learn` finds them by folds over the questions of tests/search/. Pure.
 */
import { type Candidate, FEATURES, type Feature, type FieldWeights } from './features.ts';
import found from './weights.json' with { type: 'json' };

export interface Weights {
  readonly fields: FieldWeights;
  readonly features: Readonly<Record<Feature, number>>;
}

export const WEIGHTS: Weights = { fields: found.fields, features: found.features };

export interface Ranked {
  readonly record: number;
  readonly score: number;
}

/** Sections in the order of their score, the best first; of equals the one that comes first on the site. */
export function rank(candidates: readonly Candidate[], { features }: Weights = WEIGHTS): Ranked[] {
  const weights = FEATURES.map((name) => features[name]);
  return candidates
    .map(({ record, values }) => ({
      record,
      score: values.reduce((sum, value, index) => sum + value * weights[index]!, 0),
    }))
    .sort((a, b) => b.score - a.score || a.record - b.record);
}
