/** Where a piece of inline code may end a line: at its spaces, and not after the dashes of a flag. Pure. */

/** What a line of the narrowest screen holds; a longer word may break behind its signs, and inside only if that is not enough. */
const LINE = 24;

/** A word of a piece of code. */
export interface Word {
  /** With the space behind it. */
  readonly text: string;
  /** Longer than a narrow line. */
  readonly long: boolean;
}

/**
 * The words of a piece of code that has to be kept from breaking; undefined where the browser would break it at spaces only.
 * `shown` gives what a reader sees of a word: the example in the place of a placeholder, which may be longer than its name.
 */
export function unbroken(code: string, shown = (word: string): string => word): Word[] | undefined {
  const isLong = (word: string): boolean => shown(word).trimEnd().length > LINE;
  const words = (code.match(/\S*\s*/g)?.filter(Boolean) ?? []).flatMap((word) =>
    isLong(word) ? (word.match(/[^=,/:|;&]*[=,/:|;&]*\s*/g)?.filter(Boolean) ?? []) : word,
  );
  if (words.length === 0 || words.every((word) => word.length < LINE && /^[\w.:=@$]*\s*$/.test(word))) return undefined;
  return words.map((text) => ({ text, long: isLong(text) }));
}
