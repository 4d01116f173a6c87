/** The search index of a built site, as a step of the build. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { readAsks } from '../../checks/asks.ts';
import { readAskFiles } from '../../checks/build.ts';
import type { Synonym } from '../query/thesaurus.ts';
import { writeBundle } from './bundle.ts';
import { recordsOf, type SearchRecord, withAsks } from './records.ts';
import { readSynonyms } from './thesaurus-file.ts';

/** Records of all pages of a built folder, in the order of their addresses, each with its asks. */
export function readRecords(dist: string): SearchRecord[] {
  const records = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('index.html'))
    .sort()
    .flatMap((name) => recordsOf(readFileSync(join(dist, name), 'utf8'), `/${name.slice(0, -'index.html'.length)}`));
  return withAsks(
    records,
    readAskFiles().flatMap((file) => readAsks(file).asks),
  );
}

/** Entries of content/synonyms.yaml. */
export function loadSynonyms(content = join(process.cwd(), 'content')): Synonym[] {
  return readSynonyms(parse(readFileSync(join(content, 'synonyms.yaml'), 'utf8')));
}

/** Writes dist/pagefind/ after a build: one record a section, and what the search page needs beside. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const records = readRecords(dist);
        await writeBundle(records, loadSynonyms(), join(dist, 'pagefind'));
        logger.info(`${records.length} records`);
      },
    },
  };
}
