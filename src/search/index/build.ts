/** The search index of a built site, as a step of the build. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readDist } from '../../built-site/read-dist.ts';
import type { SearchRecord } from '../../built-site/record.ts';
import { withAsks, withLinks } from '../../built-site/records.ts';
import { readAsks } from '../../content/asks.ts';
import { askFiles } from '../../content/files.ts';
import { keptOrFound } from '../../kept.ts';
import { knowWords, wordsOf } from '../query/field-slots.ts';
import { writeBundle } from './bundle.ts';

/** Records of all pages of a built folder, in the order of their addresses, each with its asks. */
export function readRecords(dist: string): SearchRecord[] {
  const pages = readDist(dist)
    .filter(({ file }) => file.endsWith('index.html'))
    .map(({ url, said: { records, targets } }) => ({ url, records, targets }));
  const records = withAsks(
    withLinks(
      pages.flatMap(({ records: own }) => own),
      pages,
    ),
    askFiles().flatMap((file) => readAsks(file).asks),
  );
  recallWords(records);
  return records;
}

/** Brings back the words of all pages that say what they said before, and of whose sections readers ask the same. */
function recallWords(records: readonly SearchRecord[]): void {
  for (const [page, own] of Map.groupBy(records, ({ url }) => url.replace(/#.*/, ''))) {
    const words = keptOrFound(`words${page}index`, [JSON.stringify(own.map(({ links: _, ...said }) => said))], () =>
      own.map(wordsOf),
    );
    own.forEach((record, at) => {
      knowWords(record, words[at]!);
    });
  }
}

/** Writes dist/pagefind/ after a build: one record a section, and what the search page needs beside. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const records = readRecords(dist);
        await writeBundle(records, join(dist, 'pagefind'));
        logger.info(`${records.length} records`);
      },
    },
  };
}
