/** Pagefind's bundle for our records: built by its Node API, then made as small as one search needs. Build-time only. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { minifySync } from 'vite';
import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts';
import { contentOf } from './layout.ts';
import { pageId } from './page-id.ts';
import type { SearchRecord } from './records.ts';
import { packSite } from './site-data.ts';
import type { Synonym } from './synonyms.ts';
import { recordText } from './text.ts';

/** Files of a bundle that the site's own search does not load. */
const UNUSED = /^(pagefind-(ui|modular-ui|component-ui|highlight|worker)\.(js|css)|fragment)$/;
/** Postings in one file of the index: about 1 kB, so that a word costs what it weighs (20,000 by default, about 30 kB). */
const CHUNK = '600';
/** Before each of Pagefind's own files. */
const SIGNATURE = 'pagefind_dcd';
/** No stemmer and a WebAssembly 4 kB smaller: words are stemmed by us, on both sides. */
const LANGUAGE = 'unknown';

/** Writes the folder `pagefind/` of a built site; gives the number of records. */
export async function writeBundle(records: readonly SearchRecord[], synonyms: readonly Synonym[], folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK;
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw new Error(`Pagefind: ${errors.join(', ')}`);
  for (const [number, record] of records.entries()) {
    const added = await index.addCustomRecord({ url: `/${number}`, content: contentOf(record), language: LANGUAGE, meta: {} });
    if (added.errors.length > 0) throw new Error(`Pagefind, ${record.url}: ${added.errors.join(', ')}`);
  }
  const written = await index.writeFiles({ outputPath: folder });
  await close();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(', ')}`);
  const texts = records.map((record) => JSON.stringify(recordText(record)));
  const build = hash([...texts, ...records.map(contentOf)].join('\n'));
  shrinkMetadata(folder, records.length, build);
  minifyScript(join(folder, 'pagefind.js'));
  for (const name of readdirSync(folder)) if (UNUSED.test(name)) rmSync(join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'fragment', build), { recursive: true });
  for (const [number, text] of texts.entries()) writeFileSync(join(folder, 'fragment', build, `${number}.gz`), gzipSync(text, { level: 9 }));
  writeFileSync(join(folder, 'site.json'), JSON.stringify(packSite(records, synonyms, build)));
}

/**
 * Every reader loads the metadata, so it is made small: a page is a number of two signs instead of a hash (our texts are
 * files of our own), its length is rounded, and a chunk of the index is a number in the folder of this build, which ends where
 * the next one begins.
 */
function shrinkMetadata(folder: string, count: number, build: string): void {
  const name = readdirSync(folder).find((file) => file.endsWith('.pf_meta'));
  if (!name) throw new Error('Pagefind wrote no metadata');
  const raw = gunzipSync(readFileSync(join(folder, name))).subarray(SIGNATURE.length);
  const meta = decodeCbor(raw) as [string, [string, number, ...Cbor[]][], [string, string, string][], ...Cbor[]];
  const numbers = pageNumbers(
    folder,
    meta[1].map(([id]) => id),
  );
  if (numbers.length !== count) throw new Error(`Pagefind indexed ${numbers.length} of ${count} records`);
  meta[1] = meta[1].map(([, words, ...rest], index) => [pageId(numbers[index]!), Math.max(16, Math.round(words / 16) * 16), ...rest]);
  mkdirSync(join(folder, 'index', build));
  meta[2] = meta[2].map(([from, to, id], index) => {
    const short = `${build}/${index.toString(36)}`;
    renameSync(join(folder, 'index', `${id}.pf_index`), join(folder, 'index', `${short}.pf_index`));
    return [from, meta[2][index + 1]?.[0] ?? to, short];
  });
  const packed = Buffer.concat([Buffer.from(SIGNATURE), encodeCbor(meta)]);
  const id = `${LANGUAGE}_${hash(packed)}`;
  rmSync(join(folder, name));
  writeFileSync(join(folder, `pagefind.${id}.pf_meta`), gzipSync(packed, { level: 9 }));
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as { languages: Record<string, { hash: string }> };
  entry.languages[LANGUAGE]!.hash = id;
  writeFileSync(join(folder, 'pagefind-entry.json'), JSON.stringify(entry));
}

/** Pagefind may order pages as it likes; a fragment's address tells which record it was. */
function pageNumbers(folder: string, ids: readonly string[]): number[] {
  return ids.map((id) => {
    const fragment = gunzipSync(readFileSync(join(folder, 'fragment', `${id}.pf_fragment`))).subarray(SIGNATURE.length);
    return Number((JSON.parse(fragment.toString('utf8')) as { url: string }).url.slice(1));
  });
}

/** Names of local variables are half of Pagefind's script; a minifier shortens them. */
function minifyScript(path: string): void {
  const { code, errors } = minifySync('pagefind.js', readFileSync(path, 'utf8'), { module: true, mangle: true, compress: true });
  if (errors.length > 0) throw new Error(`pagefind.js: ${errors[0]?.message}`);
  writeFileSync(path, code);
}

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex').slice(0, 10);
