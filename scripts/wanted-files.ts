/** Which files of the content a writer means: by path, by page, from the folder in which the command was given. Pure. */
import { posix } from 'node:path';
import { nearest } from '../src/lib/nearest.ts';

/** The files that words name, and why a word names none. */
export interface WantedFiles {
  readonly files: readonly string[];
  readonly faults: readonly string[];
}

/**
 * Finds files by what was typed: `content/docker/copy-files.mdx`, `docker/copy-files` or, in `content/docker`, `copy-files.mdx`.
 * `from` is the folder of the writer below the root of the project, empty for the root itself; `known` are all files by their path.
 */
export function wantedFiles(words: readonly string[], known: readonly string[], from = ''): WantedFiles {
  const all = new Set(known);
  const read = words.map((word) => ({ word, file: placesOf(word, from).find((place) => all.has(place)) }));
  return {
    files: read.flatMap(({ file }) => file ?? []),
    faults: read.filter(({ file }) => file === undefined).map(({ word }) => missing(word, known)),
  };
}

/** Where a word may point to, the likeliest place first. */
function placesOf(word: string, from: string): string[] {
  const path = word.replaceAll('\\', '/');
  const bases = [posix.join(from, path), posix.normalize(path), posix.join('content', path)];
  return bases.flatMap((base) => [base, `${base.replace(/\/$/, '')}.mdx`]);
}

function missing(word: string, known: readonly string[]): string {
  const path = posix.normalize(word.replaceAll('\\', '/'));
  const whole = /^content\//.test(path) ? path : posix.join('content', path);
  const file = /\.[a-z]+$/.test(whole) ? whole : `${whole}.mdx`;
  const byName = new Map(known.map((other) => [posix.basename(other), other]));
  const near = nearest(file, known) ?? byName.get(nearest(posix.basename(file), byName.keys()) ?? '');
  return `there is no ${file}${near ? `; did you mean ${near}?` : '; name a file below content/, such as content/docker/copy-files.mdx'}`;
}
