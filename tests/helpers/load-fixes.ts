import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixesOf } from '../../src/checks/messages.ts';
import { type ParsedNote, readNote } from '../../src/content/read-note.ts';
import type { FixErrors } from '../../src/error-matcher/types.ts';

/** The .mdx files of a folder, read as if they lay in content/troubleshooting/. */
export const readFixes = (folder: string): ParsedNote[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => ({
      ...readNote(`content/troubleshooting/${name}`, readFileSync(join(folder, name), 'utf8')),
      file: `${folder}/${name}`,
    }));

/** Their messages, as the matcher takes them. */
export const loadFixes = (folder = 'content/troubleshooting'): FixErrors[] => fixesOf(readFixes(folder));
