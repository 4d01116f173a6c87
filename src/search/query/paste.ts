/** Pasted text: which of its words find most. Pure. */
import { tokenise } from './tokens.ts';
import type { Word } from './vocabulary.ts';

/** Longer text is cut, and the page says so. */
export const MOST_TEXT = 1_000_000;
/** From this many words on, a text is read as pasted, not as asked. */
const MANY_WORDS = 12;
const WORDS_USED = 7;
/** Characters of a name such as CrashLoopBackOff or of a code with a word. */
const A_FEW_WORDS = 40;
const WORDS_BESIDE = 4;
const ERROR_LINE =
  /error|fail|fatal|denied|refused|cannot|can't|could ?n.t|unable|invalid|not found|no such|unknown|missing|timed? ?out|panic|exceeded|forbidden|unauthori[sz]ed|exit|killed|back-?off|warning|unexpected|conflict|already|unhealthy|deprecated|required|must|not (?:a|supported|allowed|running|ready|available)|is (?:too|in use)/i;

/** The words to search for: a short text as it is; of a long one the rarest known words of its most error-like lines. */
export function searchText(text: string, words: readonly Word[]): string {
  const lines = text.slice(0, 100_000).split('\n');
  if (
    lines.length === 1 &&
    tokenise(text.slice(0, 2000)).filter(({ raw }) => !raw).length <= MANY_WORDS &&
    text.length < 2000
  )
    return text;
  const chosen = lines.filter((line) => ERROR_LINE.test(line));
  return rarest((chosen.length > 0 ? chosen : lines).slice(-40), words, WORDS_USED);
}

/** The words for the notes beside a message that is known: what its fault is called says more than its wording; a word or two stay as they are. */
export function wordsBeside(text: string, title: string, words: readonly Word[]): string {
  return text.length > A_FEW_WORDS || text.includes('\n') ? rarest([title], words, WORDS_BESIDE) : text;
}

/** So many of the known words that the fewest notes hold, rarest first. */
function rarest(lines: readonly string[], words: readonly Word[], most: number): string {
  const ranks = new Map(words.map(({ key, rank }) => [key, rank]));
  const scored = new Map<string, { text: string; rank: number }>();
  for (const line of lines) {
    const own = line.slice(0, 1200);
    for (const { key, raw, start, end } of tokenise(own)) {
      const rank = ranks.get(key);
      if (!raw && rank !== undefined) scored.set(key, { text: own.slice(start, end), rank });
    }
  }
  return [...scored.values()]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((entry) => entry.text)
    .join(' ');
}
