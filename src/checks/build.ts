/** Reads content/ and runs the rules: from the command line (check.ts) and at the start of every build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { CHANGES, CONTENT, SOURCE_NOTES } from '../content/data.ts';
import { type Finding, formatFindings } from '../lib/finding.ts';
import { TOPIC_IDS } from '../topics.ts';
import { type ContentFile, checkContent } from './content.ts';

/** Paths of all files below a folder, with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Every note of the six topics. */
export function readNotes(): ContentFile[] {
  return TOPIC_IDS.flatMap((topic) =>
    filesBelow(join(CONTENT, topic))
      .filter((name) => name.endsWith('.mdx'))
      .map((name) => ({ file: `content/${topic}/${name}`, text: readFileSync(join(CONTENT, topic, name), 'utf8') })),
  );
}

/** The files of content/asks/. */
export function readAskFiles(): ContentFile[] {
  return filesBelow(join(CONTENT, 'asks')).map((name) => ({
    file: `content/asks/${name}`,
    text: readFileSync(join(CONTENT, 'asks', name), 'utf8'),
  }));
}

/** The findings of all rules on the content as it stands on the disk. */
export function checkNotes(): Finding[] {
  const known = {
    sourceNotes: new Set(SOURCE_NOTES.map(({ id }) => id)),
    changes: new Set(CHANGES.map(({ id }) => id)),
    examples: new Set(filesBelow(join(CONTENT, 'examples'))),
    diagrams: new Set(filesBelow(join(CONTENT, 'diagrams'))),
  };
  return checkContent(readNotes(), known, readAskFiles());
}

/** Stops a build whose notes break a rule; in dev it says so and goes on. */
export function contentRules(): AstroIntegration {
  return {
    name: 'content-rules',
    hooks: {
      'astro:build:start': () => {
        const findings = checkNotes();
        if (findings.length > 0) throw new Error(`\n${formatFindings(findings)}`);
      },
      'astro:server:start': ({ logger }) => {
        const findings = checkNotes();
        if (findings.length > 0) logger.warn(`\n${formatFindings(findings)}`);
      },
    },
  };
}
