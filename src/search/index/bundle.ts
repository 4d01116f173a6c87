/** The folder `pagefind/` of a built site: the index of our records, and what a search needs beside. Build-time only. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SearchRecord } from '../../built-site/record.ts';
import { inWorker } from '../../in-worker.ts';
import { FILES } from '../format/files.ts';
import { recordText } from '../format/record-text.ts';
import { packSite } from '../format/site-data.ts';
import { indexInBatches } from './batches.ts';
import type { Piece } from './merge.ts';

/** Writes the folder; throws when Pagefind is not the version whose pieces are read. */
export async function writeBundle(records: readonly SearchRecord[], folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const pieces = await inWorker<Piece[]>(join(import.meta.dirname, 'merge.ts'), await indexInBatches(records));
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
  for (const [number, { bytes }] of pieces.entries()) write(FILES.piece(build, number), bytes);
  for (const [number, text] of texts.entries()) write(FILES.text(build, number), text);
}

function hash(parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex').slice(0, 10);
}
