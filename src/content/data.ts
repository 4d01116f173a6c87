/** The data files of content/, read once at build time. Build-time only: it opens files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

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

/** The folder with the notes; the build runs in the project's root. */
export const CONTENT = join(process.cwd(), 'content');

const read = <T>(name: string): T[] => {
  const path = join(CONTENT, name);
  return existsSync(path) ? ((parse(readFileSync(path, 'utf8')) as T[] | null) ?? []) : [];
};

export const VALUES = read<Value>('values.yaml');
export const CHANGES = read<Change>('changes.yaml');
export const SOURCE_NOTES = read<SourceNote>('sources.yaml');

/** The example of a placeholder of values.yaml. */
export const exampleOf = (name: string): string | undefined => {
  const example = VALUES.find((value) => value.name === name)?.example;
  return example === undefined ? undefined : String(example);
};

/** The text of a file below content/; throws with the path and what calls for it. */
export function readContent(path: string, askedBy: string): string {
  const file = join(CONTENT, path);
  if (!existsSync(file)) throw new Error(`${askedBy} names content/${path}, and there is no such file`);
  return readFileSync(file, 'utf8');
}
