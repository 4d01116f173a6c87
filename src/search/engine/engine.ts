/** The index in the browser: Pagefind's WebAssembly, our facts beside it, texts on demand. */

import { type RecordText, readText } from '../format/record-text.ts';
import { indexFacts, type SiteFile, unpackSite } from '../format/site-data.ts';
import { END } from '../query/field-slots.ts';
import { type FindOptions, type Found, find, type SearchData } from '../query/find.ts';
import type { Hit } from '../query/rank.ts';
import { pageNumber } from './pagefind-wasm/page-id.ts';
import { openIndex } from './pagefind-wasm/pagefind.ts';

/** The site's search, once it has loaded. */
export interface Engine {
  readonly data: SearchData;
  find(text: string, options?: FindOptions): Promise<Found>;
  /** What a result shows; fetched once. */
  text(record: number): Promise<RecordText>;
}

/** Loads the index from a folder such as `/pagefind/`; rejects when it is not there or the network is not. */
export async function openEngine(folder: string): Promise<Engine> {
  const site = getJson<SiteFile>(`${folder}site.json`);
  const load = (name: string) => getPacked(folder + name);
  const [file, look] = await Promise.all([site, openIndex(load, site.then(indexFacts))]);
  const data = unpackSite(file);
  const words = new Map<string, readonly Hit[]>();
  const texts = new Map<number, Promise<RecordText>>();

  async function lookup(key: string): Promise<readonly Hit[]> {
    const known = words.get(key);
    if (known) return known;
    const results = await look(key + END);
    const rarity = Math.log(1 + (data.facts.length - results.length + 0.5) / (results.length + 0.5));
    const hits = results.map(({ id, score, places }) => ({ record: pageNumber(id), weight: score / rarity, places }));
    words.set(key, hits);
    return hits;
  }

  return {
    data,
    find: (text, options) => find(text, data, lookup, options),
    text(record) {
      const known = texts.get(record);
      if (known) return known;
      const fetched = getJson<Parameters<typeof readText>[0]>(`${folder}fragment/${file.build}/${record}.json`).then(
        readText,
      );
      texts.set(record, fetched);
      fetched.catch(() => texts.delete(record));
      return fetched;
    },
  };
}

/** Fetches a file of data; rejects with the status if it is not there. */
export async function getJson<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  return (await answer.json()) as T;
}

/** Fetches a file that is compressed as it lies there: hosts do not compress what they do not know. Its name must not end in `.gz`, of which some hosts say so a second time. */
async function getPacked(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url);
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} for ${url}`);
  return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}
