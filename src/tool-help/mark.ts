/** Which words of a block are flags that a tool's help explains: `-v` of docker run is one, `-v` of grep beside it is none. Pure. */
import type { Parser } from 'web-tree-sitter';
import { readSpan } from '../checks/commands/block.ts';
import { flagsOf, type ToldFlag } from '../checks/commands/help-lines.ts';

/** Whether a word in a 0-based line of the block is such a flag; each is asked for once, in the order of the block. */
export type Marker = (word: string, line: number) => boolean;

export const markNothing: Marker = () => false;

/** A marker for the flags that the calls of a block use. A flag that is written once is marked once. */
export function flagMarker(flags: readonly Pick<ToldFlag, 'name' | 'short' | 'line'>[]): Marker {
  const left = Map.groupBy(flags, ({ line }) => line);
  return (word, line) => {
    const own = left.get(line) ?? [];
    const names = namesIn(word);
    const found = own.filter(
      ({ name, short }) => names.includes(name) || (short !== undefined && names.includes(short)),
    );
    // `docker exec -it web ls -i`: what stands in the first word has been read there.
    const taken = names.flatMap((name) => found.find((flag) => flag.name === name || flag.short === name) ?? []);
    left.set(
      line,
      own.filter((flag) => !taken.includes(flag)),
    );
    return taken.length > 0;
  };
}

/** The flags of a call in a sentence or a table that a tool's help explains. A placeholder is a word like any other. */
export function flagsInSpan(parser: Parser, code: string): ToldFlag[] {
  const { calls = [] } = readSpan(parser, code.replace(/<([A-Z][A-Z0-9_]*)>/g, '$1')) ?? {};
  return calls.flatMap(flagsOf).filter(({ says }) => says !== undefined);
}

/** `--name=web` names one flag, `-it` two, and `info` none. */
function namesIn(word: string): string[] {
  if (word.startsWith('--')) return [word.replace(/=[\s\S]*$/, '')];
  return word.startsWith('-') ? [...word.slice(1)].map((letter) => `-${letter}`) : [];
}

/** The number of lines of a block before each of its commands. */
export function linesBefore(code: string, commands: readonly string[]): number[] {
  let from = 0;
  return commands.map((command) => {
    const at = Math.max(from, code.indexOf(command, from));
    from = at + command.length;
    return code.slice(0, at).split('\n').length - 1;
  });
}
