/** The index in the browser: Pagefind's pieces by word, our facts beside them, texts on demand. */

import { FILES } from '../format/files.ts';
import { type RecordText, readText } from '../format/record-text.ts';
import { type SiteFile, unpackSite } from '../format/site-data.ts';
import type { Hit } from '../query/features.ts';
import { END } from '../query/field-slots.ts';
import { type FindOptions, type Found, find, type SearchData } from '../query/find.ts';
import { pieceOf, readPiece } from './pagefind-index/piece.ts';

/** The site's search, once it has loaded. */
export interface Engine {
  readonly data: SearchData;
  find(text: string, options?: FindOptions): Promise<Found>;
  /** What a result shows; fetched once. */
  text(record: number): Promise<RecordText>;
}

/** Gives a file as `fetch` does; the terminal reads from disk. */
export type Fetch = (url: string) => Promise<Response>;

/** Loads the index from a folder such as `/pagefind/`; rejects when it is not there or the network is not. */
export async function openEngine(folder: string, fetchFile: Fetch = (url) => fetch(url)): Promise<Engine> {
  const file = await getJson<SiteFile>(folder + FILES.site, fetchFile);
  const data = unpackSite(file);
  const starts = file.pieces.split(' ');
  const pieces = remembered((number: number) =>
    getPacked(folder + FILES.piece(file.build, number), fetchFile).then(readPiece),
  );
  const text = remembered((record: number) =>
    getJson<Parameters<typeof readText>[0]>(folder + FILES.text(file.build, record), fetchFile).then(readText),
  );
  const none: readonly Hit[] = [];
  // Pagefind keeps words without their accents.
  const lookup = async (key: string): Promise<readonly Hit[]> => {
    const word = key.normalize('NFD').replace(/\p{M}/gu, '') + END;
    const number = pieceOf(word, starts);
    return number < 0 ? none : ((await pieces(number)).get(word) ?? none);
  };
  return { data, find: (words, options) => find(words, data, lookup, options), text };
}

/** Asks once for each key; an answer that failed is asked for again. */
function remembered<T>(get: (key: number) => Promise<T>): (key: number) => Promise<T> {
  const known = new Map<number, Promise<T>>();
  return (key) => {
    const before = known.get(key);
    if (before) return before;
    const answer = get(key);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  };
}

async function get(url: string, fetchFile: Fetch): Promise<Response> {
  const answer = await fetchFile(url);
  if (!answer.ok) throw new Error(`${answer.status} for ${url}`);
  return answer;
}

/** Fetches a file of data; rejects with the status if it is not there. */
export async function getJson<T>(url: string, fetchFile: Fetch = (own) => fetch(own)): Promise<T> {
  return (await (await get(url, fetchFile)).json()) as T;
}

/** Fetches a file that is compressed as it lies there: hosts do not compress what they do not know. Its name must not end in `.gz`, of which some hosts say so a second time. */
async function getPacked(url: string, fetchFile: Fetch): Promise<Uint8Array> {
  const { body } = await get(url, fetchFile);
  if (!body) throw new Error(`nothing in ${url}`);
  return new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}
