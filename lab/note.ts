/** A note as the recorder sees it: its blocks with addresses, its example files, the placeholders' examples. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readNote } from '../src/content/read-note.ts';
import { type AddressedBlock, addressBlocks, type NoteBlock } from '../src/recordings/check.ts';
import { PROJECT } from './paths.ts';

export interface Note {
  readonly page: string;
  readonly file: string;
  readonly tools: readonly string[];
  readonly blocks: readonly AddressedBlock[];
  readonly raw: readonly NoteBlock[];
  readonly examples: readonly string[];
  readonly text: string;
}

const TOPICS = ['docker', 'dockerfile', 'swarm', 'k8s', 'helm', 'troubleshooting'];

/** All pages, as `topic/slug`. */
export const allPages = (): string[] =>
  TOPICS.flatMap((topic) =>
    readdirSync(join(PROJECT, 'content', topic))
      .filter((name) => name.endsWith('.mdx'))
      .sort()
      .map((name) => `${topic}/${name.slice(0, -4)}`),
  );

export function readNoteFor(page: string): Note {
  const file = `content/${page}.mdx`;
  const text = readFileSync(join(PROJECT, file), 'utf8');
  const read = readNote(file, text);
  const raw = read.fences.map(({ lang, meta, code, line, section }) => ({
    lang,
    meta,
    code,
    line,
    section: read.sections[section]?.id ?? '',
  }));
  return {
    page,
    file,
    tools: (read.matter.data as { tools?: readonly string[] } | undefined)?.tools ?? [],
    raw,
    blocks: addressBlocks(raw),
    examples: read.components.flatMap(({ name, attributes }) =>
      name === 'Example' && attributes['file'] ? [attributes['file']] : [],
    ),
    text,
  };
}

/** What each placeholder stands for until the reader types a value. */
export function placeholderExamples(): Map<string, string> {
  const list = parse(readFileSync(join(PROJECT, 'content', 'values.yaml'), 'utf8')) as {
    name: string;
    example: string;
  }[];
  return new Map(list.map(({ name, example }) => [name, String(example)]));
}
