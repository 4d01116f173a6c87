/** The index cut into pages: one for the verbs of all tools, one for each tool, one for the words that no tool owns. Pure. */
import { sortWord } from './entries.ts';
import type { Entry, Kind } from './types.ts';

/** A heading of an index page: a command, kind or word, with what belongs to it. */
export interface Group {
  readonly id: string;
  readonly entry: Entry;
  /** Flags of a command, fields of a kind. */
  readonly parts: readonly Entry[];
}

const HEADS: readonly Kind[] = ['command', 'instruction', 'manifest-kind', 'variable', 'path', 'exit-code', 'signal'];

/** The groups of one page; a page's fields without a kind are groups of their own. */
export function groupsOf(page: string, entries: readonly Entry[]): Group[] {
  const own = entries.filter(({ tool }) => tool === (page === 'words' ? '' : page));
  const parts = Map.groupBy(
    own.filter(({ of }) => of !== ''),
    ({ of }) => of,
  );
  const taken = new Map<string, number>();
  return own
    .filter(({ kind, of }) => HEADS.includes(kind) || of === '')
    .map((entry) => {
      const id = idOf(entry);
      const times = (taken.get(id) ?? 0) + 1;
      taken.set(id, times);
      return { id: times > 1 ? `${id}-${times}` : id, entry, parts: parts.get(entry.name) ?? [] };
    });
}

/** The address of an entry within its page. */
export function idOf({ kind, name }: Entry): string {
  const word = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return kind === 'path'
    ? `path-${word}`
    : kind === 'exit-code'
      ? `exit-${word}`
      : /^[a-z]/.test(word)
        ? word
        : `x-${word}`;
}

/** A line of the page of verbs: `ps`, and the commands that end in it; or a flag, and the commands that have it. */
export interface Verb {
  readonly word: string;
  readonly isFlag: boolean;
  readonly entries: readonly Entry[];
}

/** Commands by verb and flags by name, under their letters. */
export function verbsByLetter(entries: readonly Entry[]): { letter: string; verbs: Verb[] }[] {
  const words = new Map<string, Entry[]>();
  for (const entry of entries) {
    const word =
      entry.kind === 'command'
        ? (entry.name.split(' ').at(-1) ?? '')
        : entry.kind === 'flag' && entry.name.startsWith('--')
          ? entry.name
          : undefined;
    if (word) words.set(word, [...(words.get(word) ?? []), entry]);
  }
  const verbs = [...words]
    .map(([word, own]): Verb => ({ word, isFlag: word.startsWith('-'), entries: own }))
    .sort((a, b) =>
      sortWord(a.word) < sortWord(b.word)
        ? -1
        : sortWord(a.word) > sortWord(b.word)
          ? 1
          : Number(a.isFlag) - Number(b.isFlag),
    );
  return [...Map.groupBy(verbs, ({ word }) => sortWord(word)[0] ?? '')].map(([letter, own]) => ({
    letter,
    verbs: own,
  }));
}
