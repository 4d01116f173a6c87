/** The search index of a built site, as a step of the build. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readDist } from '../../after-build/read-dist.ts';
import { readAsks } from '../../content/asks.ts';
import { readData } from '../../content/data.ts';
import { askFiles } from '../../content/files.ts';
import type { SearchRecord } from '../query/record.ts';
import type { Synonym } from '../query/thesaurus.ts';
import { writeBundle } from './bundle.ts';
import { recordsOf, withAsks } from './records.ts';
import { readSynonyms } from './thesaurus-file.ts';

/** Records of all pages of a built folder, in the order of their addresses, each with its asks. */
export function readRecords(dist: string): SearchRecord[] {
  const records = readDist(dist).flatMap(({ document, url, file }) =>
    file.endsWith('index.html') ? recordsOf(document, url) : [],
  );
  return withAsks(
    records,
    askFiles().flatMap((file) => readAsks(file).asks),
  );
}

/** Entries of content/synonyms.yaml. */
export function loadSynonyms(): Synonym[] {
  return readSynonyms(readData('synonyms.yaml'));
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
