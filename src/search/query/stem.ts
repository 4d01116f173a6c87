/** The word stemmer of index and query: `mounting`, `mounted` and `mounts` meet at `mount`. */
import { stemmer } from 'stemmer';

/** The stem of a lower-case word (Porter, 1980); words with digits and words of up to three letters stay as they are. */
export function stem(word: string): string {
  return word.length < 4 || !/^[a-z]+$/.test(word) ? word : stemmer(word);
}
