/** Pagefind's bundle for our records: built by its Node API, then made as small as one search needs. Build-time only. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';
import { close, createIndex } from 'pagefind';
import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts';
import { contentOf } from './layout.ts';
import { pageId } from './page-id.ts';
import { FILES, PAGEFIND } from './pagefind.ts';
import type { SearchRecord } from './records.ts';
import { packSite } from './site-data.ts';
import type { Synonym } from './synonyms.ts';
import { recordText } from './text.ts';

/** Postings in one file of the index: about 1 kB, so that a word costs what it weighs (20,000 by default, about 30 kB). */
const CHUNK = '600';
/** Before each of Pagefind's own files. */
const SIGNATURE = 'pagefind_dcd';
/** No stemmer and a WebAssembly 4 kB smaller: words are stemmed by us, on both sides. */
const LANGUAGE = 'unknown';

/** Pagefind's list of pages and of chunks, as its metadata file holds it. */
type Metadata = [version: string, pages: [id: string, words: number, ...rest: Cbor[]][], chunks: [from: string, to: string, id: string][], ...rest: Cbor[]];

/** Writes the folder `pagefind/` of a built site; throws when Pagefind is not the version that the browser's side speaks to. */
export async function writeBundle(records: readonly SearchRecord[], synonyms: readonly Synonym[], folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const raw = mkdtempSync(join(tmpdir(), 'pagefind-'));
  try {
    await writePagefind(records, raw);
    const texts = records.map((record) => JSON.stringify(recordText(record)));
    const build = hash([...texts, ...records.map(contentOf)].join('\n'));
    const write = (name: string, data: string | Uint8Array): void => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), data);
    };
    write('site.json', JSON.stringify(packSite(records, synonyms, build)));
    write(FILES.wasm, await squeeze(unpack(join(raw, `wasm.${LANGUAGE}.pagefind`))));
    const { metadata, chunks } = shrinkMetadata(raw, records.length, build);
    write(FILES.metadata(build), await squeeze(encodeCbor(metadata)));
    for (const [index, name] of chunks.entries()) write(FILES.chunk(metadata[2][index]![2]), gzipSync(unpack(join(raw, 'index', `${name}.pf_index`)), { level: 9 }));
    for (const [number, text] of texts.entries()) write(`fragment/${build}/${number}.gz`, gzipSync(text, { level: 9 }));
  } finally {
    rmSync(raw, { recursive: true });
  }
}

/** Pagefind's own bundle of the records; its pages are named by their number. */
export async function writePagefind(records: readonly SearchRecord[], folder: string): Promise<void> {
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
  const { version } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as { version: string };
  if (version !== PAGEFIND) throw new Error(`Pagefind ${version} is installed, and src/search/pagefind.ts speaks to ${PAGEFIND}: compare it with the new pagefind.js, then raise its version`);
}

/**
 * Every reader loads the metadata, so it is made small: a page is a number of two signs instead of a hash (our texts are
 * files of our own), its length is rounded, and a chunk of the index is a number in the folder of this build, which begins
 * with as few letters as set it apart and ends where the next one begins.
 */
function shrinkMetadata(raw: string, count: number, build: string): { metadata: Metadata; chunks: string[] } {
  const name = readdirSync(raw).find((file) => file.endsWith('.pf_meta'));
  if (!name) throw new Error('Pagefind wrote no metadata');
  const [version, pages, chunks, ...rest] = decodeCbor(unpack(join(raw, name))) as Metadata;
  // Pagefind orders pages as it likes; a fragment's address tells which record it was.
  const numbers = pages.map(([id]) => Number((JSON.parse(unpack(join(raw, 'fragment', `${id}.pf_fragment`)).toString('utf8')) as { url: string }).url.slice(1)));
  if (numbers.length !== count) throw new Error(`Pagefind indexed ${numbers.length} of ${count} records`);
  const starts = chunks.map(([from], index) => separator(chunks[index - 1]?.[1] ?? '', from));
  const metadata: Metadata = [version, pages.map(([, words, ...more], index) => [pageId(numbers[index]!), Math.max(16, Math.round(words / 16) * 16), ...more]), chunks.map(([, to], index) => [starts[index]!, starts[index + 1] ?? to, `${build}/${index.toString(36)}`]), ...rest];
  return { metadata, chunks: chunks.map(([, , id]) => id) };
}

/** The shortest beginning of a word that still comes after the word before it. */
function separator(before: string, word: string): string {
  let length = 1;
  while (length < word.length && word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}

/** A file of Pagefind's without its compression and signature. */
function unpack(path: string): Buffer {
  const bytes = gunzipSync(readFileSync(path));
  if (bytes.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE) throw new Error(`${path} is not a file of Pagefind's`);
  return bytes.subarray(SIGNATURE.length);
}

/** Compresses as hard as gzip can; for the files that every search loads. */
const squeeze = (bytes: Uint8Array): Promise<Uint8Array> => gzipAsync(bytes, { numiterations: 15 });

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex').slice(0, 10);
