/**
 * Vectors as bytes: a number takes 2 bits (sections) or 4 (words), between minus and plus the limit of its vector. Words lie
 * in small files by the hash of their key, so that a question loads those of its own words only. Written by the build,
 * read by the browser. Pure.
 */
import type { SectionVectors, WordVector } from '../query/learned.ts';

/** Bits of a number in the vector of a section, of a word. */
export const SECTION_BITS = 2;
export const WORD_BITS = 4;
/** How many files the words lie in: about 1 kB each. */
export const SHARDS = 192;
/** Limits, in multiples of the root mean square of a vector: beyond them little is lost (found by trying, bits 1 to 4). */
const LIMITS: Readonly<Record<number, number>> = { 2: 1.5, 4: 2.6 };
/** Steps of a limit that is kept in two bytes, and of a rarity in one. */
const LIMIT_STEPS = 4096;
const RARITY_STEPS = 25;

/** The limit of a vector as it is kept: in steps of 1/4096, at most 16. */
function limitOf(vector: Float32Array, bits: number): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const limit = LIMITS[bits]! * Math.sqrt(squares / vector.length);
  return Math.min(65535, Math.max(1, Math.round(limit * LIMIT_STEPS))) / LIMIT_STEPS;
}

/** Rounds the numbers of a vector to what will be kept of them; written without calls, for the training does little else. */
export function roundVector(exact: Float32Array, into: Float32Array, from: number, size: number, bits: number): void {
  let squares = 0;
  for (let at = from; at < from + size; at += 1) squares += exact[at]! * exact[at]!;
  const kept = Math.round(LIMITS[bits]! * Math.sqrt(squares / size) * LIMIT_STEPS);
  const limit = Math.min(65535, Math.max(1, kept)) / LIMIT_STEPS;
  const last = (1 << bits) - 1;
  const scale = last / (2 * limit);
  for (let at = from; at < from + size; at += 1) {
    const step = Math.round((exact[at]! + limit) * scale);
    into[at] = Math.max(0, Math.min(last, step)) / scale - limit;
  }
}

/** The step of a number: 0 to 2 ** bits - 1. */
function stepOf(value: number, limit: number, bits: number): number {
  const last = 2 ** bits - 1;
  return Math.max(0, Math.min(last, Math.round(((value / limit + 1) / 2) * last)));
}

/** The number that a step stands for. */
const numberOf = (step: number, limit: number, bits: number): number => ((step / (2 ** bits - 1)) * 2 - 1) * limit;

/** Bytes of one vector. */
export const bytesOf = (size: number, bits: number): number => 2 + Math.ceil((size * bits) / 8);

/** Writes a vector at a place: its limit in two bytes, then its numbers. */
export function writeVector(bytes: Uint8Array, at: number, vector: Float32Array, bits: number): void {
  const limit = limitOf(vector, bits);
  const kept = Math.round(limit * LIMIT_STEPS);
  bytes[at] = kept & 255;
  bytes[at + 1] = kept >> 8;
  for (const [index, value] of vector.entries())
    bytes[at + 2 + ((index * bits) >> 3)]! |= stepOf(value, limit, bits) << ((index * bits) & 7);
}

/** Reads the vector that lies at a place. */
export function readVector(bytes: Uint8Array, at: number, size: number, bits: number): Float32Array {
  const limit = (bytes[at]! | (bytes[at + 1]! << 8)) / LIMIT_STEPS;
  const mask = 2 ** bits - 1;
  return Float32Array.from({ length: size }, (_, index) =>
    numberOf((bytes[at + 2 + ((index * bits) >> 3)]! >> ((index * bits) & 7)) & mask, limit, bits),
  );
}

/** All sections' vectors to one file: the size of a vector in a byte, then one after the other. */
export function packSections(vectors: readonly Float32Array[], size: number): Uint8Array {
  const each = bytesOf(size, SECTION_BITS);
  const bytes = new Uint8Array(1 + vectors.length * each);
  bytes[0] = size;
  for (const [index, vector] of vectors.entries()) writeVector(bytes, 1 + index * each, vector, SECTION_BITS);
  return bytes;
}

/** The sections' vectors again. */
export function unpackSections(bytes: Uint8Array): SectionVectors {
  const size = bytes[0]!;
  const each = bytesOf(size, SECTION_BITS);
  const count = Math.floor((bytes.length - 1) / each);
  const values = new Float32Array(count * size);
  for (let index = 0; index < count; index += 1)
    values.set(readVector(bytes, 1 + index * each, size, SECTION_BITS), index * size);
  return { size, values };
}

/** The file that a word lies in: FNV-1a of its key. */
export function shardOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % SHARDS;
}

/** A file of words: for each the length of its key, the key, its rarity, its vector. */
export function packWordVectors(words: readonly (readonly [key: string, word: WordVector])[]): Uint8Array {
  const parts: number[] = [];
  for (const [key, { rarity, vector }] of words) {
    const name = new TextEncoder().encode(key);
    const bytes = new Uint8Array(bytesOf(vector.length, WORD_BITS));
    writeVector(bytes, 0, vector, WORD_BITS);
    parts.push(name.length, ...name, Math.min(255, Math.round(rarity * RARITY_STEPS)), ...bytes);
  }
  return Uint8Array.from(parts);
}

/** The words of a file again. */
export function unpackWordVectors(bytes: Uint8Array, size: number): Map<string, WordVector> {
  const words = new Map<string, WordVector>();
  const each = bytesOf(size, WORD_BITS);
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + bytes[at]!;
    const key = new TextDecoder().decode(bytes.subarray(at + 1, end));
    words.set(key, { rarity: bytes[end]! / RARITY_STEPS, vector: readVector(bytes, end + 1, size, WORD_BITS) });
    at = end + 1 + each;
  }
  return words;
}
