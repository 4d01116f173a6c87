/**
 * Pagefind's index and WebAssembly without its script: of that we would use a tenth, and it weighs 10 kB and asks for its
 * files one after the other. What the WebAssembly offers is written down in the script that Pagefind 1.6.0 puts into a bundle
 * (`pagefind.js`, there `wasm_bindgen` and `PagefindInstance.search`); bundle.ts refuses any other version, and
 * bundle.test.ts holds the answers against those of that script.
 */

import type { IndexFacts } from '../../format/index-facts.ts';
import { BM25 } from './bm25.ts';
import { type Cbor, encodeCbor } from './cbor.ts';
import { pageId } from './page-id.ts';

/** The version whose WebAssembly is spoken here. */
export const PAGEFIND = '1.6.0';

/** Bytes of a file of the bundle, unpacked; rejects when it cannot be had. */
export type Load = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

/** A record that holds a word: Pagefind's id and BM25 score for it, and the places of the word. */
export interface WordHit {
  readonly id: string;
  readonly score: number;
  readonly places: readonly number[];
}

/** A range of a text or of bytes in the memory of the WebAssembly. */
type Range = [at: number, length: number];

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(length: number, align: number): number;
  __wbindgen_free(at: number, length: number, align: number): void;
  init_pagefind(...metadata: Range): number;
  set_ranking_weights(index: number, ...weights: Range): number;
  load_index_chunk(index: number, ...chunk: Range): number;
  request_indexes(index: number, ...query: Range): Range;
  search(index: number, ...rest: number[]): Range;
}

interface SearchAnswer {
  readonly results: readonly {
    readonly p: string;
    readonly s: number;
    readonly l: readonly { readonly l: number }[];
  }[];
}

/** Names of the bundle's files: the WebAssembly is the same until Pagefind changes, a chunk belongs to one build. */
export const FILES = {
  wasm: `pagefind-${PAGEFIND}.wasm_gz`,
  chunk: (id: string) => `index/${id}.pf_index`,
} as const;

/** Pagefind's metadata as its file would hold it: pages by their number, each chunk up to where the next one begins. */
export function metadataOf({ build, lengths, starts, last }: IndexFacts): Cbor[] {
  const pages = lengths.map((words, number) => [pageId(number), words, '']);
  const chunks = starts.map((from, index) => [from, starts[index + 1] ?? last, `${build}/${index.toString(36)}`]);
  return [PAGEFIND, pages, chunks, [], [], []];
}

/** Opens an index; gives a function that finds the records of one word. */
export async function openIndex(
  load: Load,
  facts: IndexFacts | Promise<IndexFacts>,
): Promise<(word: string) => Promise<WordHit[]>> {
  const [program, own] = await Promise.all([load(FILES.wasm), facts]);
  const wasm = await start(program);
  let index = wasm.init_pagefind(...put(wasm, encodeCbor(metadataOf(own))));
  index = wasm.set_ranking_weights(index, ...put(wasm, text(JSON.stringify(RANKING))));
  const chunks = new Map<string, Promise<void>>();

  function chunk(id: string): Promise<void> {
    const known = chunks.get(id);
    if (known) return known;
    const loading = load(FILES.chunk(id)).then((bytes) => {
      index = wasm.load_index_chunk(index, ...put(wasm, bytes));
    });
    chunks.set(id, loading);
    // A chunk that failed is asked for again by the next search.
    loading.catch(() => chunks.delete(id));
    return loading;
  }

  return async (word) => {
    // Pagefind keeps words without their accents.
    const asked = text(word.normalize('NFD').replace(/\p{M}/gu, ''));
    const ids = read<string[]>(wasm, wasm.request_indexes(index, ...put(wasm, asked)));
    await Promise.all(ids.filter(Boolean).map(chunk));
    const answer = wasm.search(
      index,
      ...put(wasm, asked),
      ...put(wasm, text(word)),
      ...put(wasm, text('{}')),
      ...put(wasm, text('')),
      0,
      0,
    );
    return read<SearchAnswer>(wasm, answer).results.map(({ p, s, l }) => ({
      id: p,
      score: s,
      places: l.map((place) => place.l),
    }));
  };
}

const RANKING = {
  term_similarity: BM25.termSimilarity,
  page_length: BM25.pageLength,
  term_saturation: BM25.termSaturation,
  term_frequency: BM25.termFrequency,
  diacritic_similarity: BM25.diacriticSimilarity,
  meta_weights: null,
};

async function start(program: Uint8Array<ArrayBuffer>): Promise<Exports> {
  let wasm: Exports | undefined;
  const imports = {
    // wasm-bindgen's table of values from outside; its first four are fixed.
    __wbindgen_init_externref_table: () => {
      const table = wasm!.__wbindgen_externrefs;
      const at = table.grow(4);
      table.set(0, undefined);
      for (const [offset, value] of [undefined, null, true, false].entries()) table.set(at + offset, value);
    },
  };
  const { instance } = await WebAssembly.instantiate(program, { './pagefind_web_bg.js': imports });
  wasm = instance.exports as unknown as Exports;
  wasm.__wbindgen_start();
  return wasm;
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Hands bytes over; the WebAssembly frees them itself. */
function put(wasm: Exports, bytes: Uint8Array): Range {
  const at = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(wasm.memory.buffer).set(bytes, at);
  return [at, bytes.length];
}

/** Reads an answer, which is JSON, and frees it. */
function read<T>(wasm: Exports, [at, length]: Range): T {
  try {
    return JSON.parse(new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, at >>> 0, length))) as T;
  } finally {
    wasm.__wbindgen_free(at, length, 1);
  }
}
