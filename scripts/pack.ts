/**
 * npm run pack [-- FOLDER]: puts beside each text file of a built folder the same as .br and .gz, for servers that send what is
 * there instead of compressing at every request. A file that would not get smaller has none; pieces of the search index have none,
 * since they are compressed as they lie there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isText } from '../src/lib/headers.ts';
import { filesBelow } from '../src/content/files.ts';

/** Measured over this site on two cores: 5 makes 5.2 MB in 1 s, 9 hardly less, 11 makes 4.6 MB in half a minute, once a release. */
const QUALITY = Number(process.env['BROTLI_QUALITY'] ?? 11);
/** What fits into one packet is not worth a second file. */
const SMALLEST = 1000;
/** Files that are compressed at a time: Node has four threads for it. */
const AT_ONCE = 8;

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/** Packs what is wanted of a folder, all its text files if nothing is said; resolves to the bytes of its text files as they are, as brotli and as gzip. */
export async function pack(folder: string, isWanted = isText): Promise<{ files: number; raw: number; br: number; gz: number }> {
  const sum = { files: 0, raw: 0, br: 0, gz: 0 };
  const waiting = filesBelow(folder).filter(isWanted);
  const work = async (): Promise<void> => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const path = join(folder, file);
      const raw = readFileSync(path);
      if (raw.length < SMALLEST) continue;
      const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
      const [small, old] = await Promise.all([brotli(raw, { params }), gz(raw, { level: 9 })]);
      if (small.length < raw.length) writeFileSync(`${path}.br`, small);
      if (old.length < raw.length) writeFileSync(`${path}.gz`, old);
      sum.files += 1;
      sum.raw += raw.length;
      sum.br += Math.min(small.length, raw.length);
      sum.gz += Math.min(old.length, raw.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return sum;
}

if (process.argv[1] === import.meta.filename) {
  const started = Date.now();
  const { files, raw, br, gz: old } = await pack(process.argv[2] ?? join(import.meta.dirname, '..', 'dist'));
  const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  console.log(`${files} files: ${kB(raw)}, brotli ${kB(br)}, gzip ${kB(old)}, in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
