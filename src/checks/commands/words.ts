/** A word of a command line, as the program receives it. */
export interface Word {
  readonly text: string;
  /** 0-based line within the block. */
  readonly line: number;
  /** It holds an expansion, so its text is not all known. */
  readonly dynamic?: boolean;
}

/** Cuts a simple command line without expansions into words: quotes and backslashes as a shell reads them. */
export function splitWords(text: string, line = 0): Word[] {
  let [row, counted] = [line, 0];
  return [...text.matchAll(/(?:[^\s"'\\]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*')+/g)].map((match) => {
    row += linesIn(text.slice(counted, match.index));
    counted = match.index;
    return {
      text: match[0].replace(
        /"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([\s\S])/g,
        (_, double?: string, single?: string, escaped?: string) =>
          double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? '',
      ),
      line: row,
      ...(/\$/.test(match[0]) ? { dynamic: true } : {}),
    };
  });
}

const linesIn = (text: string): number => text.split('\n').length - 1;
