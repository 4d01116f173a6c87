/** The site's own words, for typos and for words that are still being typed. Pure. */
import { editDistance } from '../../lib/edit-distance.ts';
import { stem } from './stem.ts';

export interface Word {
  /** As it is most often written, in lower case. */
  readonly text: string;
  /** Its key in the index. */
  readonly key: string;
  /** How often: 0 to 9, each step twice as often. */
  readonly rank: number;
}

/** Words to one string: sorted, each as the number of letters it shares with the one before, the rest, and its rank (up to 19). */
export function packWords(words: readonly { text: string; rank: number }[]): string {
  let before = '';
  return [...words]
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ text, rank }) => {
      let shared = 0;
      while (shared < 35 && shared < before.length && before[shared] === text[shared]) shared += 1;
      before = text;
      return shared.toString(36) + text.slice(shared) + String.fromCharCode(65 + rank);
    })
    .join('');
}

/** The words again. */
export function unpackWords(packed: string): { text: string; rank: number }[] {
  let before = '';
  return [...packed.matchAll(/([0-9a-z])([^A-T]*)([A-T])/g)].map(([, shared, rest, rank]) => {
    before = before.slice(0, Number.parseInt(shared!, 36)) + rest!;
    return { text: before, rank: rank!.charCodeAt(0) - 65 };
  });
}

/** The word that was most likely meant, or undefined: near in letters, the same at its start, and frequent here. */
export function nearestWord(typed: string, words: readonly Word[]): Word | undefined {
  if (typed.length < 4 || /\d/.test(typed)) return undefined;
  const limit = typed.length < 8 ? 1 : typed.length < 12 ? 2 : 3;
  const base = stem(typed);
  let best: Word | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word.text.length < 4 || Math.abs(word.text.length - typed.length) > limit + 3) continue;
    const letters = Math.min(editDistance(typed, word.text, limit), editDistance(base, word.key, limit));
    if (letters > limit || letters >= word.text.length / 2) continue;
    const cost = letters + (word.text[0] === typed[0] ? 0 : 0.7) - word.rank * 0.06;
    if (cost < least) [best, least] = [word, cost];
  }
  return best ?? beginning(typed, words);
}

/** The most frequent longer word that begins nearly as typed: somebody stopped in its middle, with a letter wrong. */
function beginning(typed: string, words: readonly Word[]): Word | undefined {
  if (typed.length < 6) return undefined;
  let best: Word | undefined;
  for (const word of words)
    if (word.text[0] === typed[0] && word.text.length > typed.length && word.rank > (best?.rank ?? -1))
      for (const length of [typed.length - 1, typed.length, typed.length + 1])
        if (editDistance(typed, word.text.slice(0, length), 1) <= 1) best = word;
  return best;
}

/** Words that begin with what has been typed so far, the most frequent first. */
export function completions(typed: string, words: readonly Word[], count: number): Word[] {
  if (typed.length < 3) return [];
  return words
    .filter(({ text }) => text.startsWith(typed))
    .sort((a, b) => b.rank - a.rank || a.text.length - b.text.length)
    .slice(0, count);
}
