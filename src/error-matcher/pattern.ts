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

/** Cuts a message such as `Bind for {address} failed`. */
export function parsePattern(text: string): Pattern {
  const words: string[] = [];
  const names: boolean[] = [];
  const gaps: Gap[] = [];
  let holes: string[] = [];
  let around: string[] = [''];
  let from = 0;
  const add = (piece: string) => {
    around[around.length - 1] += piece;
  };
  const literal = (to: number) => {
    eachWord(text, from, to, (start, end) => {
      add(text.slice(from, start));
      gaps.push({ holes, around, newline: around.some((piece) => piece.includes('\n')) });
      holes = [];
      around = [''];
      const word = text.slice(start, end);
      words.push(word.toLowerCase());
      names.push(/[a-z][A-Z]|[A-Z]{2}[a-z]/.test(word) && word.length >= 8);
      from = end;
    });
    add(text.slice(from, to));
  };
  for (const match of text.matchAll(HOLE)) {
    literal(match.index);
    holes.push(match[1] ?? '');
    around.push('');
    from = match.index + match[0].length;
  }
  literal(text.length);
  gaps.push({ holes, around, newline: false });
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
