/** Pagefind's index of our records, by its Node API. Build-time only. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'fflate';
import { close, createIndex } from 'pagefind';
import { type Cbor, decodeCbor } from '../engine/pagefind-index/cbor.ts';
import { PAGEFIND } from '../engine/pagefind-index/piece.ts';

/** Before each of Pagefind's own files. */
const SIGNATURE = 'pagefind_dcd';
/** No stemmer: words are stemmed by us, on both sides. */
const LANGUAGE = 'unknown';
/** Records that are on their way to Pagefind. */
const AT_ONCE = 50;

/**
 * Writes Pagefind's own bundle of the contents of records to a folder; its pages are named by their number. It could hand it over
 * in one answer instead, which would carry every fragment in base64, and we read of each one line.
 */
export async function writePagefind(contents: readonly string[], folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: LANGUAGE });
  if (!index) throw new Error(`Pagefind: ${errors.join(', ')}`);
  // It takes them in the order in which they are sent, which is looked at when they are read back, so no answer is waited for.
  for (let from = 0; from < contents.length; from += AT_ONCE)
    await Promise.all(
      contents.slice(from, from + AT_ONCE).map(async (content, offset) => {
        const added = await index.addCustomRecord({ url: `/${from + offset}`, content, language: LANGUAGE, meta: {} });
        if (added.errors.length > 0) throw new Error(`Pagefind, record ${from + offset}: ${added.errors.join(', ')}`);
      }),
    );
  const written = await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join(', ')}`);
  const { version } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as { version: string };
  if (version !== PAGEFIND)
    throw new Error(
      `Pagefind ${version} is installed, and src/search/engine/pagefind-index/ reads the pieces of ${PAGEFIND}: run its tests, then raise its version`,
    );
}

/** Ends Pagefind's process; the next index starts another. */
export const endPagefind = (): Promise<unknown> => close();

/** The pieces of Pagefind's index of the contents of records, unpacked, in the order of their words. */
export async function pagefindPieces(contents: readonly string[]): Promise<Buffer[]> {
  const own = mkdtempSync(join(tmpdir(), 'pagefind-'));
  try {
    await writePagefind(contents, own);
    return readPieces(own, contents.length);
  } finally {
    rmSync(own, { recursive: true });
  }
}

function readPieces(folder: string, count: number): Buffer[] {
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
  return chunks.map(([, , id]) => unpack(join(folder, 'index', `${id}.pf_index`)));
}

/** A file of Pagefind's without its compression and signature; by a script, since zlib makes much of files as small as these. */
function unpack(path: string): Buffer {
  const bytes = Buffer.from(gunzipSync(readFileSync(path)));
  if (bytes.subarray(0, SIGNATURE.length).toString('latin1') !== SIGNATURE)
    throw new Error(`${path} is not a file of Pagefind's`);
  return bytes.subarray(SIGNATURE.length);
}
