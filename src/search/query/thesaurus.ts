/** The thesaurus: what people say beside what the notes say. Pure; content/synonyms.yaml is its source. */

import type { Alternative } from './rank.ts';
import { stem } from './stem.ts';
import { tokenise } from './tokens.ts';
import { notebooksOf, withoutEverywhere } from './topic-words.ts';

/** One entry: any of `say` also finds any of `find`; words that mean the same stand in both lists. */
export interface Synonym {
  readonly say: readonly string[];
  readonly find: readonly string[];
}

/** What a run of words in a query also means: its first word, how many it spans, and the forms to look for. */
export interface Meaning {
  readonly from: number;
  readonly words: number;
  readonly forms: readonly Alternative[];
  /** Words for the same thing, not another way to say it. */
  readonly same: boolean;
}

/** A synonym is nearly as good as the word itself; a different way to say it a little less. */
const SAME = 0.85;
const SAID = 0.75;
/** Words that may stand between those of a phrase: `image from (running) container`; a command stands as it is written. */
const GAP = 2;
const ARTICLES = new Set(['a', 'an', 'the', 'my', 'your', 'our', 'this', 'that', 'its']);

/** A query's plain words in order, articles left out: phrases are compared by these. */
export function wordsOf(text: string): { word: string; start: number; end: number }[] {
  return [...text.toLowerCase().matchAll(/[a-z0-9]+(?:[.'-][a-z0-9]+)*/g)]
    .filter(([word]) => !ARTICLES.has(word))
    .map(({ 0: word, index }) => ({ word: stem(word), start: index, end: index + word.length }));
}

/** Looks phrases up; built once from the entries. */
export class Thesaurus {
  private readonly entries = new Map<
    string,
    { words: readonly string[]; forms: Alternative[]; same: boolean; gap: number }[]
  >();

  constructor(synonyms: readonly Synonym[]) {
    for (const { say, find } of synonyms) for (const phrase of say) this.add(phrase, find);
  }

  /** All meanings in a row of words; a longer phrase wins over one inside it. */
  meaningsIn(words: readonly string[]): Meaning[] {
    const meanings: Meaning[] = [];
    for (let from = 0; from < words.length; from += 1) {
      for (const entry of this.entries.get(words[from]!) ?? []) {
        const span = spanOf(entry.words, words, from, entry.gap);
        if (span > 0) meanings.push({ from, words: span, forms: entry.forms, same: entry.same });
      }
    }
    const inside = (a: Meaning, b: Meaning) =>
      a !== b && a.words < b.words && a.from >= b.from && a.from + a.words <= b.from + b.words;
    return meanings.filter((meaning) => !meanings.some((other) => inside(meaning, other)));
  }

  private add(phrase: string, find: readonly string[]): void {
    const words = wordsOf(phrase).map(({ word }) => word);
    if (words.length === 0) return;
    const both = find.includes(phrase);
    const forms = find
      .filter((other) => other !== phrase)
      .map((other) => ({ keys: formKeys(other), weight: both ? SAME : SAID }))
      .filter(({ keys }) => keys.length > 0);
    // A phrase stands for itself too: its words, near each other.
    const own = formKeys(phrase);
    if (words.length > 1 && own.length > 1) forms.unshift({ keys: own, weight: 1 });
    const list = this.entries.get(words[0]!) ?? [];
    const known = list.find((entry) => entry.words.join(' ') === words.join(' '));
    if (known) known.forms.push(...forms.filter(({ weight }) => weight < 1));
    else list.push({ words, forms, same: both, gap: words.some((word) => notebooksOf(word).length > 0) ? 0 : GAP });
    this.entries.set(words[0]!, list);
  }
}

/** How many words a phrase spans from a place on, a few others between its own allowed; 0 if it is not there. */
function spanOf(phrase: readonly string[], words: readonly string[], from: number, gap: number): number {
  let at = from;
  for (const word of phrase) {
    const next = words.indexOf(word, at);
    if (next < 0 || (next > at && (at === from || next - at > gap))) return 0;
    at = next + 1;
  }
  return at - from;
}

/** The words of the index that a phrase stands for: compounds by their own key, others by their parts. */
export function formKeys(phrase: string): string[] {
  const tokens = tokenise(phrase);
  const raw = tokens.filter((token) => token.raw && token.key.startsWith('0'));
  const parts = tokens.filter(
    (token) => !token.raw && !raw.some(({ start, end }) => token.start >= start && token.end <= end),
  );
  return [...new Set(withoutEverywhere([...parts, ...raw]).map(({ key }) => key))];
}
