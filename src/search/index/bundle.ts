/** Pagefind's bundle for our records: built by its Node API, then made as small as one search needs. Build-time only. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { gzipAsync } from '@gfx/zopfli';
import { close, createIndex } from 'pagefind';
import type { Cbor } from '../engine/pagefind-wasm/cbor.ts';
import { decodeCbor } from '../engine/pagefind-wasm/cbor-read.ts';
import { FILES, metadataOf, PAGEFIND } from '../engine/pagefind-wasm/pagefind.ts';
import type { IndexFacts } from '../format/index-facts.ts';
import { recordText } from '../format/record-text.ts';
import { packSite } from '../format/site-data.ts';
import { contentOf } from '../query/field-slots.ts';
import type { SearchRecord } from '../query/record.ts';
import type { Synonym } from '../query/thesaurus.ts';

/** Postings in one file of the index: about 1 kB, so that a word costs what it weighs (20,000 by default, about 30 kB). */
const CHUNK = '600';
/** Before each of Pagefind's own files. */
const SIGNATURE = 'pagefind_dcd';
/** No stemmer and a WebAssembly 4 kB smaller: words are stemmed by us, on both sides. */
const LANGUAGE = 'unknown';

/** Pagefind's list of pages and of chunks, as its metadata file holds it. */
type Metadata = [
  version: string,
  pages: [id: string, words: number, ...rest: Cbor[]][],
  chunks: [from: string, to: string, id: string][],
  ...rest: Cbor[],
];

/** Writes the folder `pagefind/` of a built site; throws when Pagefind is not the version that the browser's side speaks to. */
export async function writeBundle(
  records: readonly SearchRecord[],
  synonyms: readonly Synonym[],
  folder: string,
): Promise<void> {
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
    const { facts, chunks } = readFacts(raw, records.length, build);
    write('site.json', JSON.stringify(packSite(records, synonyms, facts)));
    write(FILES.wasm, await pack(unpack(join(raw, `wasm.${LANGUAGE}.pagefind`))));
    for (const [number, name] of chunks.entries())
      write(FILES.chunk(`${build}/${number.toString(36)}`), await pack(unpack(join(raw, 'index', `${name}.pf_index`))));
    for (const [number, text] of texts.entries()) write(`fragment/${build}/${number}.json`, text);
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
    const added = await index.addCustomRecord({
      url: `/${number}`,
      content: contentOf(record),
      language: LANGUAGE,
      meta: {},
    });
    if (added.errors.length > 0) throw new Error(`Pagefind, ${record.url}: ${added.errors.join(', ')}`);
  }
  const written = await index.writeFiles({ outputPath: folder });
  await close();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(', ')}`);
  const { version } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as { version: string };
  if (version !== PAGEFIND)
    throw new Error(
      `Pagefind ${version} is installed, and src/search/engine/pagefind-wasm/pagefind.ts speaks to ${PAGEFIND}: compare it with the new pagefind.js, then raise its version`,
    );
}

/** What of Pagefind's metadata does not follow from the rest; throws when there is more in it than our browser's side would write. */
function readFacts(raw: string, count: number, build: string): { facts: IndexFacts; chunks: string[] } {
  const name = readdirSync(raw).find((file) => file.endsWith('.pf_meta'));
  if (!name) throw new Error('Pagefind wrote no metadata');
  const [version, pages, chunks, ...rest] = decodeCbor(unpack(join(raw, name))) as Metadata;
  if (pages.length !== count) throw new Error(`Pagefind indexed ${pages.length} of ${count} records`);
  for (const [number, [id]] of pages.entries()) {
    const { url } = JSON.parse(unpack(join(raw, 'fragment', `${id}.pf_fragment`)).toString('utf8')) as { url: string };
    if (url !== `/${number}`)
      throw new Error(`Pagefind did not keep the order of the records: number ${number} is ${url}`);
  }
  const starts = chunks.map(([from], index) => separator(chunks[index - 1]?.[1] ?? '', from));
  const facts = { build, lengths: pages.map(([, words]) => words), starts, last: chunks.at(-1)?.[1] ?? '' };
  const [, ourPages, , ...ourRest] = metadataOf(facts) as Metadata;
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (
    version !== PAGEFIND ||
    !same(rest, ourRest) ||
    pages.some(([, ...more], number) => !same(more, ourPages[number]!.slice(1)))
  )
    throw new Error(
      "Pagefind's metadata holds more than src/search/engine/pagefind-wasm/pagefind.ts writes: did its format change?",
    );
  return { facts, chunks: chunks.map(([, , id]) => id) };
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
  if (bytes.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE)
    throw new Error(`${path} is not a file of Pagefind's`);
  return bytes.subarray(SIGNATURE.length);
}

/** Larger files than this are compressed as hard as gzip can, which takes a tenth of a second each: 5 % of what a search loads. */
const WORTH_IT = 4000;
const pack = async (bytes: Uint8Array): Promise<Uint8Array> =>
  bytes.length > WORTH_IT ? gzipAsync(bytes, { numiterations: 5 }) : gzipSync(bytes, { level: 9 });

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex').slice(0, 10);
