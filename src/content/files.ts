/** The files below content/, listed and opened in one place. Build-time only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOPIC_IDS } from '../topics.ts';
import { type ParsedNote, readNote } from './read-note.ts';

/** A file of content/: its path from the project's root, and its text. */
export interface ContentFile {
  readonly file: string;
  readonly text: string;
}

/** The folder with the notes; every command runs in the project's root. */
export const CONTENT = join(process.cwd(), 'content');

/** Paths of all files below a folder, with forward slashes, sorted; none where there is no such folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  const visit = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true }))
      if (entry.isDirectory()) visit(`${below}${entry.name}/`);
      else if (entry.isFile()) found.push(below + entry.name);
  };
  visit('');
  return found.sort();
}

let held: Map<string, unknown> | undefined;

/** From here on the content does not change, until it is held anew: each file is opened once, and what follows from all is found once. */
export function holdContent(): void {
  held = new Map();
}

/** What `make` gives, kept under a name while the content is held. */
export function whileHeld<T>(name: string, make: () => T): T {
  if (!held) return make();
  if (!held.has(name)) held.set(name, make());
  return held.get(name) as T;
}

/** What puts the site up is an example as well, and stays where hosts look for it; its README is none. */
const DEPLOY = 'examples/deploy/';

/** The file for a path below content/. */
const placeOf = (path: string): string =>
  path.startsWith(DEPLOY) ? join(CONTENT, '..', path.slice('examples/'.length)) : join(CONTENT, path);

/** All files below content/ by their path there. */
export const contentFiles = (): readonly string[] =>
  whileHeld('files', () =>
    [
      ...filesBelow(CONTENT),
      ...filesBelow(join(CONTENT, '..', 'deploy'))
        .filter((name) => name !== 'README.md')
        .map((name) => DEPLOY + name),
    ].sort(),
  );

/** A path below content/ from the root of the project, as findings name it. */
export const fileOf = (path: string): string =>
  path.startsWith(DEPLOY) ? path.slice('examples/'.length) : `content/${path}`;

/** A file of content/ by its path there. */
export const contentFile = (path: string): ContentFile =>
  whileHeld(`file ${path}`, () => ({ file: fileOf(path), text: readFileSync(placeOf(path), 'utf8') }));

/** The text of a file below content/; throws with the path and what calls for it. */
export function readContent(path: string, askedBy: string): string {
  if (!existsSync(placeOf(path))) throw new Error(`${askedBy} names content/${path}, and there is no such file`);
  return contentFile(path).text;
}

/** Files of the folders of the topics, topic by topic. */
const topicFiles = (): readonly string[] =>
  whileHeld('topics', () =>
    TOPIC_IDS.flatMap((topic) => filesBelow(join(CONTENT, topic)).map((name) => `${topic}/${name}`)),
  );

/** Paths below content/ of the notes of all topics, topic by topic. */
export const noteFiles = (): readonly string[] =>
  whileHeld('notes', () => topicFiles().filter((path) => path.endsWith('.mdx')));

/** A note by its path below content/, read. */
export function noteAt(path: string): ParsedNote {
  const { file, text } = contentFile(path);
  return readNote(file, text);
}

/** Every note of the six topics, read. */
export const parsedNotes = (): readonly ParsedNote[] => whileHeld('parsed', () => noteFiles().map(noteAt));

/** The files with what readers type: beside each note, and one for the pages that are no notes. */
export const askFiles = (): readonly ContentFile[] =>
  whileHeld('asks', () =>
    [...topicFiles(), 'pages.asks.yaml']
      .filter((path) => path.endsWith('.asks.yaml') && existsSync(join(CONTENT, path)))
      .map(contentFile),
  );
