/** The folder `pagefind/` of a built site: Pagefind's index of our records, built by its Node API, and what a search needs beside. Build-time only. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'fflate';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../../built-site/record.ts';
import { inWorker } from '../../in-worker.ts';
import { type Cbor, decodeCbor } from '../engine/pagefind-index/cbor.ts';
import { PAGEFIND } from '../engine/pagefind-index/piece.ts';
import { FILES } from '../format/files.ts';
import { recordText } from '../format/record-text.ts';
import { packSite } from '../format/site-data.ts';
import { contentOf } from '../query/field-slots.ts';

/** Postings in one piece of the index: about 1 kB, so that a word costs what it weighs (20,000 by default, about 30 kB). */
const CHUNK = '600';
/** Before each of Pagefind's own files. */
const SIGNATURE = 'pagefind_dcd';
/** No stemmer: words are stemmed by us, on both sides. */
const LANGUAGE = 'unknown';

/** Records that are on their way to Pagefind. */
const AT_ONCE = 50;

/** Writes the folder; throws when Pagefind is not the version whose pieces the browser reads. */
export async function writeBundle(records: readonly SearchRecord[], folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const pieces = await piecesOf(records);
  const texts = records.map((record) => JSON.stringify(recordText(record)));
  const build = hash([...pieces.map(({ bytes }) => bytes), ...texts]);
  const made = new Set<string>();
  const write = (name: string, data: string | Uint8Array): void => {
    const path = join(folder, name);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, data);
  };
  write(FILES.site, JSON.stringify(packSite(records, { build, starts: pieces.map(({ start }) => start) })));
  const packed = await inWorker<Uint8Array[]>(
    join(import.meta.dirname, 'pack-pieces.ts'),
    pieces.map(({ bytes }) => bytes),
  );
  for (const [number, bytes] of packed.entries()) write(FILES.piece(build, number), bytes);
  for (const [number, text] of texts.entries()) write(FILES.text(build, number), text);
}

/**
 * Writes Pagefind's own bundle of the records to a folder; its pages are named by their number. It could hand it over in one
 * answer instead, which would carry every fragment in base64, and we read of each one line.
 */
export async function writePagefind(records: readonly SearchRecord[], folder: string): Promise<void> {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = CHUNK;
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw new Error(`Pagefind: ${errors.join(', ')}`);
  // It takes them in the order in which they are sent, which is looked at when they are read back, so no answer is waited for.
  for (let from = 0; from < records.length; from += AT_ONCE)
    await Promise.all(
      records.slice(from, from + AT_ONCE).map(async (record, offset) => {
        const added = await index.addCustomRecord({
          url: `/${from + offset}`,
          content: contentOf(record),
          language: LANGUAGE,
          meta: {},
        });
        if (added.errors.length > 0) throw new Error(`Pagefind, ${record.url}: ${added.errors.join(', ')}`);
      }),
    );
  const written = await index.writeFiles({ outputPath: folder });
  await close();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(', ')}`);
  const { version } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as { version: string };
  if (version !== PAGEFIND)
    throw new Error(
      `Pagefind ${version} is installed, and src/search/engine/pagefind-index/ reads the pieces of ${PAGEFIND}: run its tests, then raise its version`,
    );
}

async function piecesOf(records: readonly SearchRecord[]): Promise<Piece[]> {
  const own = mkdtempSync(join(tmpdir(), 'pagefind-'));
  try {
    await writePagefind(records, own);
    return readPieces(own, records.length);
  } finally {
    rmSync(own, { recursive: true });
  }
}

/** A piece of the index, unpacked, and the beginning of a word from which it holds. */
interface Piece {
  readonly start: string;
  readonly bytes: Buffer;
}

/** The pieces of Pagefind's index in their order, each with the shortest beginning that comes after the piece before. */
function readPieces(folder: string, count: number): Piece[] {
  const name = readdirSync(folder).find((file) => file.endsWith('.pf_meta'));
  if (!name) throw new Error('Pagefind wrote no metadata');
  const [, pages, chunks] = decodeCbor(unpack(join(folder, name))) as Cbor as unknown as [
    version: string,
    pages: [id: string][],
    chunks: [from: string, to: string, id: string][],
  ];
  if (pages.length !== count) throw new Error(`Pagefind indexed ${pages.length} of ${count} records`);
  for (const [number, [id]] of pages.entries()) {
    const { url } = JSON.parse(unpack(join(folder, 'fragment', `${id}.pf_fragment`)).toString('utf8')) as {
      url: string;
    };
    if (url !== `/${number}`)
      throw new Error(`Pagefind did not keep the order of the records: number ${number} is ${url}`);
  }
  return chunks.map(([from, , id], index) => ({
    start: separator(chunks[index - 1]?.[1] ?? '', from),
    bytes: unpack(join(folder, 'index', `${id}.pf_index`)),
  }));
}

/** The shortest beginning of a word that still comes after the word before it. */
function separator(before: string, word: string): string {
  let length = 1;
  while (length < word.length && word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}

/** A file of Pagefind's without its compression and signature; by a script, since zlib makes much of files as small as these. */
function unpack(path: string): Buffer {
  const bytes = Buffer.from(gunzipSync(readFileSync(path)));
  if (bytes.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE)
    throw new Error(`${path} is not a file of Pagefind's`);
  return bytes.subarray(SIGNATURE.length);
}

function hash(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex').slice(0, 10);
}
