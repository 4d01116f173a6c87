/**
 * Pages of notes that a build would render as the build before did: they are put back instead, and their MDX is not compiled.
 * A page follows from its own file, what was recorded of it, its history, what it shows of other notes (content/note-pages.ts:
 * the types let a page read nothing else of them), and from what all pages share. Build-time only.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFile, contentFiles } from './content/files.ts';
import { changesSince } from './content/history.ts';
import { type NotePage, notePages } from './content/note-pages.ts';
import { getNotes, type Note } from './content/notes.ts';
import { provokedOf } from './evidence.ts';
import { bringBack, isKeptUnder, keepFiles, keyOf } from './kept.ts';
import { besideTexts } from './recordings/files.ts';
import { SITE } from './site.ts';

/** The key of every note's page, and the addresses of those that are put back. One for the whole process, as in content/files.ts. */
const everywhere = globalThis as {
  pagesOfBuild?: { readonly keys: ReadonlyMap<Note, string>; readonly kept: ReadonlySet<string> };
};

/** Whether the page at an address is put back in this build: then it is not to be rendered. */
export const isKept = (url: string): boolean => everywhere.pagesOfBuild?.kept.has(url) ?? false;

/** The notes whose pages this build has to render. */
export const toRender = (notes: readonly Note[]): Note[] => notes.filter(({ url }) => !isKept(url));

/** Addresses of the pages that are put back. */
export const keptUrls = (): readonly string[] => [...(everywhere.pagesOfBuild?.kept ?? [])];

/** Stands for all that every page follows from: how pages look, what they include, what is said once for all, and the address. */
function sharedHash(): string {
  const sum = createHash('sha256').update(JSON.stringify(SITE));
  const root = process.cwd();
  const code = ['src/**/*', 'lab/*.ts', 'astro.config.mjs'].flatMap((pattern) =>
    globSync(pattern, { cwd: root, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const path of code.sort()) sum.update(`\0${path.slice(root.length)}\0`).update(readFileSync(path));
  const included = /^(?:examples|diagrams)\/|^(?:values|changes|sources)\.yaml$/;
  for (const name of contentFiles().filter((path) => included.test(path)))
    sum.update(`\0${name}\0`).update(contentFile(name).text);
  return sum.digest('hex');
}

/** The key of a page: equal where the page would be. */
export function pageKey({ note, topic, others }: NotePage, shared: string): string {
  const { file, text } = note.parsed;
  return keyOf([
    shared,
    file,
    text,
    ...besideTexts(`${topic.id}/${note.id}`),
    JSON.stringify([changesSince(file, note.reviewed), note.fix && provokedOf(note.id), others]),
  ]);
}

/** The files of a page, below the built folder: itself, as Markdown, and what the search shows of a fix. */
const filesOf = ({ topic, id, fix }: Note): string[] => [
  `${topic}/${id}/index.html`,
  `${topic}/${id}.md`,
  ...(fix ? [`search/steps/${id}.json`] : []),
];

const nameOf = ({ topic, id }: Note): string => `pages${SITE.base}/${topic}/${id}`;

function holdPages(): void {
  const shared = sharedHash();
  const keys = new Map(notePages(getNotes()).map((page) => [page.note, pageKey(page, shared)]));
  const kept = [...keys].flatMap(([note, key]) => (isKeptUnder(nameOf(note), key) ? note.url : []));
  everywhere.pagesOfBuild = { keys, kept: new Set(kept) };
}

/** Puts the files of kept pages back into a built folder, and keeps those of the pages that were rendered. */
function putBack(dist: string): void {
  for (const [note, key] of everywhere.pagesOfBuild?.keys ?? []) {
    const paths = filesOf(note).map((file) => join(dist, file));
    if (isKept(note.url)) bringBack(nameOf(note), paths);
    else keepFiles(nameOf(note), key, paths);
  }
}

/** Before a build it finds out which pages are as they were; after it these are put back, before anything reads the built site. */
export function keptPages(): AstroIntegration {
  return {
    name: 'kept-pages',
    hooks: {
      'astro:build:start': holdPages,
      'astro:build:done': ({ dir }) => putBack(fileURLToPath(dir)),
    },
  };
}
