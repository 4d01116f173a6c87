import { escapeEnd, noiseEnd } from './clean.ts';

/** The words of a text in order; four columns of equal length. */
export interface Tokens {
  /** Index in the vocabulary, or -1. */
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** 0-based line of each word. */
  readonly lines: number[];
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isWord = (code: number) => isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** End of the word that starts at `from`; numbers with dots (127.0.0.1, 1.44) or a slash (0/1) are one word. */
export function wordEnd(text: string, from: number, to: number): number {
  let end = from;
  let digits = true;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (isWord(code)) digits &&= isDigit(code);
    else if (
      !((code === 46 || code === 47) && digits && end > from && end + 1 < to && isDigit(text.charCodeAt(end + 1)))
    )
      break;
    end++;
  }
  return end;
}

/** Calls `take` for each word between two places; escapes (\n, \", &quot;) part words as white space does. */
export function eachWord(text: string, from: number, to: number, take: (start: number, end: number) => void): void {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isWord(code)) {
      const end = wordEnd(text, at, to);
      take(at, end);
      at = end;
    } else at = code === 92 || code === 38 ? escapeEnd(text, at, to) : at + 1;
  }
}

/** Words of a short text, lower-case. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, 0, text.length, (start, end) => words.push(text.slice(start, end).toLowerCase()));
  return words;
}

/** Cuts a paste to known words: skips what logs put before a line, and joins a word that a narrow terminal has broken. */
export function tokenise(text: string, vocabulary: ReadonlyMap<string, number>): Tokens {
  const tokens: Tokens = { ids: [], starts: [], ends: [], lines: [] };
  const { ids, starts, ends, lines } = tokens;
  let line = 0;
  let from = 0;
  let open = -1;
  while (from <= text.length) {
    const at = text.indexOf('\n', from);
    const to = at < 0 ? text.length : at;
    const begin = noiseEnd(text, from, to);
    eachWord(text, begin, to, (start, end) => {
      const word = end - start > 64 ? '' : text.slice(start, end).toLowerCase();
      const id = vocabulary.get(word) ?? -1;
      if (open >= 0 && start === begin) {
        const last = ids.length - 1;
        const whole = vocabulary.get(text.slice(starts[last], open).toLowerCase() + word);
        if (whole !== undefined && (ids[last] === -1 || id === -1)) {
          ids[last] = whole;
          return;
        }
      }
      ids.push(id);
      starts.push(start);
      ends.push(end);
      lines.push(line);
    });
    const last = ids.length - 1;
    const stop = to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to;
    open = last >= 0 && lines[last] === line && ends[last] === stop ? stop : -1;
    if (at < 0) break;
    from = at + 1;
    line++;
  }
  return tokens;
}
