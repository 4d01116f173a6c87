import { eachWord } from './tokens.ts';

/** A message with holes, cut to words. */
export interface Pattern {
  readonly text: string;
  /** Words in order, lower-case. */
  readonly words: readonly string[];
  /** For each word whether it is written as one name of several humps (CrashLoopBackOff). */
  readonly names: readonly boolean[];
  /** What stands before word i and after word i - 1; one entry more than words. */
  readonly gaps: readonly Gap[];
}

/** What stands between two words of a message. */
export interface Gap {
  /** Names of the holes, none for plain literal text. */
  readonly holes: readonly string[];
  /** Literal text around the holes: one entry more than holes. */
  readonly around: readonly string[];
  /** Whether the message breaks its line here. */
  readonly newline: boolean;
}

const HOLE = /\{([A-Za-z][A-Za-z0-9 _-]*)\}/g;

/** Walks over a message's words, and its holes with their names and ends, in order. */
export function scanPattern(
  text: string,
  onWord: (start: number, end: number) => void,
  onHole: (name: string, start: number, end: number) => void,
): void {
  let from = 0;
  for (const match of text.matchAll(HOLE)) {
    eachWord(text, from, match.index, onWord);
    from = match.index + match[0].length;
    onHole(match[1] ?? '', match.index, from);
  }
  eachWord(text, from, text.length, onWord);
}

/** Whether a word is written as one name of several humps. */
export const isName = (word: string): boolean => word.length >= 8 && /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(word);

/** Cuts a message such as `Bind for {address} failed`. */
export function parsePattern(text: string): Pattern {
  const words: string[] = [];
  const names: boolean[] = [];
  const gaps: Gap[] = [];
  let holes: string[] = [];
  let around: string[] = [];
  let from = 0;
  const close = (to: number, last = false) => {
    around.push(text.slice(from, to));
    gaps.push({ holes, around, newline: !last && around.some((piece) => piece.includes('\n')) });
    holes = [];
    around = [];
  };
  scanPattern(
    text,
    (start, end) => {
      close(start);
      const word = text.slice(start, end);
      words.push(word.toLowerCase());
      names.push(isName(word));
      from = end;
    },
    (name, start, end) => {
      around.push(text.slice(from, start));
      holes.push(name);
      from = end;
    },
  );
  close(text.length, true);
  return { text, words, names, gaps };
}

/** Whether a message is one state, such as Evicted or Init:Error, with holes for the other columns at most. */
export function isState(text: string): boolean {
  return /^[A-Z]\S*$/.test(text.replace(HOLE, ' ').trim());
}

/** What is left of a message when case, punctuation and the names of its holes do not count. */
export function shapeOf(text: string): string {
  const { words, gaps } = parsePattern(text);
  return gaps
    .map((gap, i) => `${gap.holes.length ? '{} ' : ''}${words[i] ?? ''}`)
    .join(' ')
    .trim();
}
