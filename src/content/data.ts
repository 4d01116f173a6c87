/** The data files of content/, as lists. Build-time only: it opens files; a file that has changed is read again. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { CONTENT, contentFile, whileHeld } from './files.ts';
import { splitPlaceholders } from './placeholders.ts';

/** A placeholder that a reader can fill in. */
export interface Value {
  readonly name: string;
  readonly label: string;
  readonly example: string;
  readonly matches: string;
}

/** An obsolete habit: what it was, what it is now. Texts are Markdown with `code`. */
export interface Change {
  readonly id: string;
  readonly tool: string;
  readonly was: string;
  readonly now: string;
  readonly since: string;
  readonly why: string;
  readonly source: string;
  readonly find?: readonly string[];
}

/** One of the five notes, in general terms. */
export interface SourceNote {
  readonly id: string;
  readonly title: string;
  readonly about: string;
}

/** An old address and the one that answers for it. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

const known = new Map<string, { time: number; data: unknown }>();

/** What a YAML file of content/ holds; throws with file and line where it is no YAML. */
export const readData = (name: string): unknown => whileHeld(`data ${name}`, () => read(name));

function read(name: string): unknown {
  const time = statSync(join(CONTENT, name)).mtimeMs;
  const before = known.get(name);
  if (before?.time === time) return before.data;
  const { file, text } = contentFile(name);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault)
    throw new Error(`${file}:${lines.linePos(fault.pos[0]).line}: no valid YAML: ${fault.message.split('\n')[0]}`);
  const data: unknown = document.toJS();
  known.set(name, { time, data });
  return data;
}

const list = <T>(name: string): readonly T[] => (readData(name) as T[] | null) ?? [];

/** Entries of content/values.yaml. */
export const values = (): readonly Value[] => list('values.yaml');
/** Entries of content/changes.yaml. */
export const changes = (): readonly Change[] => list('changes.yaml');
/** Entries of content/sources.yaml. */
export const sourceNotes = (): readonly SourceNote[] => list('sources.yaml');
/** Entries of content/redirects.yaml. */
export const redirects = (): readonly Redirect[] => list('redirects.yaml');

/** Lines of content/permalinks.txt: every address ever published. */
export const permalinks = (): string[] => contentFile('permalinks.txt').text.split('\n').filter(Boolean);

/** The example of a placeholder of values.yaml. */
export const exampleOf = (name: string): string | undefined => {
  const all = values();
  if (examples?.of !== all)
    examples = { of: all, byName: new Map(all.map((value) => [value.name, String(value.example)])) };
  return examples.byName.get(name);
};

/** Code as a reader first sees it: the example in the place of each placeholder. */
export const withExamples = (code: string): string =>
  splitPlaceholders(code, exampleOf)
    .map(({ text }) => text)
    .join('');

let examples: { readonly of: readonly Value[]; readonly byName: ReadonlyMap<string, string> } | undefined;
