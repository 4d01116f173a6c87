/** Pieces of the index as the browser loads them. Runs as a worker; build-time only. */
import { gzipSync } from 'node:zlib';
import { answer } from '../../in-worker.ts';

/** Each piece, packed as small as it gets: a search waits for it. */
export const packPieces = (pieces: readonly Uint8Array[]): Uint8Array[] =>
  pieces.map((bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })));

answer(import.meta.filename, packPieces);
