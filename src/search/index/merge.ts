/** One index of several. Pure; packs as a worker. */
import { gzipSync } from 'node:zlib';
import { answer } from '../../in-worker.ts';
import { cborWriter } from '../engine/pagefind-index/cbor.ts';
import { readPiece } from '../engine/pagefind-index/piece.ts';

/** An index of some records. */
export interface Index {
  readonly words: readonly string[];
  /** For each word how many numbers follow for it, then for each of its records: its number, how many places follow, and they. */
  readonly hits: Uint32Array<ArrayBuffer>;
}

/** An index and the numbers that its records have among all. */
export interface Part {
  readonly index: Index;
  readonly records: readonly number[];
}

/** A piece of the index, and the beginning of a word from which it holds. */
export interface Piece {
  readonly start: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Records and places in one piece: some 1.5 kB packed, so that a search pays little for the words beside its own. */
const PIECE = 800;

/** What Pagefind's pieces say, in numbers that are quick to keep and to merge. */
export function indexOf(pieces: readonly Uint8Array[]): Index {
  const words: string[] = [];
  const numbers: number[] = [];
  for (const piece of pieces)
    for (const [word, hits] of readPiece(piece)) {
      words.push(word);
      const size = numbers.push(0) - 1;
      for (const { record, places } of hits) numbers.push(record, places.length, ...places);
      numbers[size] = numbers.length - size - 1;
    }
  return { words, hits: new Uint32Array(numbers) };
}

/** A record of a word: where its number of places lies, and they after it. */
interface Entry {
  readonly record: number;
  readonly hits: Uint32Array;
  readonly at: number;
}

/** The pieces of one index of all records, in the order of their words, which is the one that the browser compares by. */
export function mergeParts(parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = [];
  let words: [word: string, entries: readonly Entry[]][] = [];
  let [size, before] = [0, ''];
  const end = (): void => {
    if (words.length === 0) return;
    pieces.push({ start: separator(before, words[0]![0]), bytes: writePiece(words) });
    before = words.at(-1)![0];
    [words, size] = [[], 0];
  };
  const found = wordsOf(parts);
  for (const word of [...found.keys()].sort()) {
    const entries = entriesOf(found.get(word)!);
    const own = entries.reduce((sum, { hits, at }) => sum + 1 + hits[at]!, 0);
    if (size + own > PIECE) end();
    words.push([word, entries]);
    size += own;
  }
  end();
  return pieces;
}

/** Where each word lies in each part that has it. */
function wordsOf(parts: readonly Part[]): Map<string, { readonly part: Part; readonly at: number }[]> {
  const found = new Map<string, { part: Part; at: number }[]>();
  for (const part of parts) {
    let at = 0;
    for (const word of part.index.words) {
      const known = found.get(word);
      if (known) known.push({ part, at });
      else found.set(word, [{ part, at }]);
      at += 1 + part.index.hits[at]!;
    }
  }
  return found;
}

/** The records of a word in their order. */
function entriesOf(places: readonly { readonly part: Part; readonly at: number }[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const { part, at: start } of places) {
    const { hits } = part.index;
    const end = start + 1 + hits[start]!;
    for (let at = start + 1; at < end; at += 2 + hits[at + 1]!)
      entries.push({ record: part.records[hits[at]!]!, hits, at: at + 1 });
  }
  return places.length > 1 ? entries.sort((a, b) => a.record - b.record) : entries;
}

/** A piece in Pagefind's form; `readPiece` reads it. */
function writePiece(words: readonly (readonly [word: string, entries: readonly Entry[]])[]): Uint8Array<ArrayBuffer> {
  const { list, number, text, bytes } = cborWriter();
  list(1);
  list(words.length);
  for (const [word, entries] of words) {
    list(2);
    text(word);
    list(entries.length);
    let before = 0;
    for (const { record, hits, at } of entries) {
      list(2);
      number(record - before);
      before = record;
      list(hits[at]!);
      for (let place = 1; place <= hits[at]!; place += 1)
        number(hits[at + place]! - (place === 1 ? 0 : hits[at + place - 1]!));
    }
  }
  return bytes();
}

/** The shortest beginning of a word that still comes after the word before it. */
function separator(before: string, word: string): string {
  let length = 1;
  while (length < word.length && word.slice(0, length) <= before) length += 1;
  return word.slice(0, length);
}

/** The pieces as the browser loads them, packed as small as they get: a search waits for them. */
const packed = (parts: readonly Part[]): Piece[] =>
  mergeParts(parts).map(({ start, bytes }) => ({ start, bytes: new Uint8Array(gzipSync(bytes, { level: 9 })) }));

answer(import.meta.filename, packed);
