/** content/synonyms.yaml to entries; says what is wrong with a line of it. */
import type { Synonym } from '../query/thesaurus.ts';

/** Entries of the parsed file; throws with the entry that is not understood. */
export function readSynonyms(parsed: unknown): Synonym[] {
  if (typeof parsed !== 'object' || parsed === null)
    throw new Error('content/synonyms.yaml: expected the lists `same` and `means`');
  const { same = [], means = [], ...rest } = parsed as Record<string, unknown>;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw new Error(`content/synonyms.yaml: "${unknown}" is not known; allowed: same, means`);
  return [
    ...listOf(same, 'same').map((entry) => {
      const words = split(entry, 'same');
      if (words.length < 2)
        throw new Error(`content/synonyms.yaml: "${String(entry)}" under same has no second word to find`);
      return { say: words, find: words };
    }),
    ...listOf(means, 'means').map((entry) => {
      const { say, find } = (entry ?? {}) as Record<string, unknown>;
      return { say: split(say, 'say'), find: split(find, 'find') };
    }),
  ];
}

function listOf(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new Error(`content/synonyms.yaml: ${name} is not a list`);
  return value;
}

function split(value: unknown, name: string): string[] {
  if (typeof value !== 'string' || value.trim() === '')
    throw new Error(`content/synonyms.yaml: an entry lacks its words for "${name}": write them with commas between`);
  return value
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
