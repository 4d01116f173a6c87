/** Pagefind's ranking options: how its BM25 weighs one word, before our own ranking joins the words. */
export const BM25 = {
  /** A word said five times says somewhat more than one said twice. */
  termSaturation: 1.6,
  /** Long sections are long because they explain; they are held back, but not as much as they are longer. */
  pageLength: 0.75,
  termFrequency: 1,
  /** Words are searched whole and without accents: no bonus for length or diacritics. */
  termSimilarity: 0,
  diacriticSimilarity: 0,
} as const;
