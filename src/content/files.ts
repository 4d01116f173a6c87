/** The files below content/, listed and opened in one place. Build-time only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** What puts the site up is an example as well, and stays where hosts look for it; its README is none. */
const DEPLOY = 'examples/deploy/';

/** The file for a path below content/. */
const placeOf = (path: string): string =>
  path.startsWith(DEPLOY) ? join(CONTENT, '..', path.slice('examples/'.length)) : join(CONTENT, path);

/** All files below content/ by their path there. */
export const contentFiles = (): string[] =>
  [
    ...filesBelow(CONTENT),
    ...filesBelow(join(CONTENT, '..', 'deploy'))
      .filter((name) => name !== 'README.md')
      .map((name) => DEPLOY + name),
  ].sort();

/** A path below content/ from the root of the project, as findings name it. */
export const fileOf = (path: string): string =>
  path.startsWith(DEPLOY) ? path.slice('examples/'.length) : `content/${path}`;

/** A file of content/ by its path there. */
export function contentFile(path: string): ContentFile {
  return { file: fileOf(path), text: readFileSync(placeOf(path), 'utf8') };
}

/** The text of a file below content/; throws with the path and what calls for it. */
export function readContent(path: string, askedBy: string): string {
  if (!existsSync(placeOf(path))) throw new Error(`${askedBy} names content/${path}, and there is no such file`);
  return contentFile(path).text;
}

/** Paths below content/ of the notes of all topics, topic by topic. */
export function noteFiles(): string[] {
  return TOPIC_IDS.flatMap((topic) =>
    filesBelow(join(CONTENT, topic))
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => `${topic}/${name}`),
  );
}

/** Every note of the six topics, read. */
export function parsedNotes(): ParsedNote[] {
  return noteFiles().map((path) => {
    const { file, text } = contentFile(path);
    return readNote(file, text);
  });
}

/** The files with what readers type: beside each note, and one for the pages that are no notes. */
export function askFiles(): ContentFile[] {
  return [
    ...TOPIC_IDS.flatMap((topic) => filesBelow(join(CONTENT, topic)).map((name) => `${topic}/${name}`)),
    'pages.asks.yaml',
  ]
    .filter((path) => path.endsWith('.asks.yaml') && existsSync(join(CONTENT, path)))
    .map(contentFile);
}
