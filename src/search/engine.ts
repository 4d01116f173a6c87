/** The index in the browser: Pagefind's own script and WebAssembly, our facts beside it, texts on demand. */
import { BM25 } from './bm25.ts';
import { type FindOptions, type Found, find, type SearchData } from './find.ts';
import { END } from './layout.ts';
import { pageNumber } from './page-id.ts';
import type { Hit } from './rank.ts';
import { type SiteFile, unpackSite } from './site-data.ts';
import { type RecordText, readText } from './text.ts';

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
}

interface Pagefind {
  search(term: string): Promise<{ results: readonly PagefindResult[] } | null>;
}

interface PagefindModule {
  createInstance(options: { noWorker: boolean; ranking: typeof BM25 }): Pagefind & { init(): Promise<void> };
}

/** The site's search, once it has loaded. */
export interface Engine {
  readonly data: SearchData;
  find(text: string, options?: FindOptions): Promise<Found>;
  /** What a result shows; fetched once. */
  text(record: number): Promise<RecordText>;
}

/** Loads the index from a folder such as `/pagefind/`; rejects when it is not there or the network is not. */
export async function openEngine(folder: string, attempt = 0): Promise<Engine> {
  // Browsers remember that a module failed to load; another address asks again.
  const script = new URL(`${folder}pagefind.js${attempt > 0 ? `?${attempt}` : ''}`, location.href).href;
  const [module, file] = await Promise.all([import(/* @vite-ignore */ script) as Promise<PagefindModule>, getJson<SiteFile>(`${folder}site.json`)]);
  const data = unpackSite(file);
  // On the main thread: a worker would fetch 11 kB more, and a word takes a few milliseconds.
  const pagefind = module.createInstance({ noWorker: true, ranking: BM25 });
  await pagefind.init();
  const words = new Map<string, readonly Hit[]>();
  const texts = new Map<number, Promise<RecordText>>();

  async function lookup(key: string): Promise<readonly Hit[]> {
    const known = words.get(key);
    if (known) return known;
    const answer = await pagefind.search(key + END);
    const results = answer?.results ?? [];
    const rarity = Math.log(1 + (data.facts.length - results.length + 0.5) / (results.length + 0.5));
    const hits = results.map(({ id, score, words: places }) => ({ record: pageNumber(id), weight: score / rarity, places }));
    // A piece of the index that failed to load also finds nothing: an empty answer is asked for again.
    if (hits.length > 0) words.set(key, hits);
    return hits;
  }

  return {
    data,
    find: (text, options) => find(text, data, lookup, options),
    text(record) {
      const known = texts.get(record);
      if (known) return known;
      const fetched = getPacked<Parameters<typeof readText>[0]>(`${folder}fragment/${file.build}/${record}.gz`).then(readText);
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

/** Fetches a file that is compressed as it lies there: hosts that compress on the fly would spend their time on each of many small files. */
async function getPacked<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} for ${url}`);
  return (await new Response(answer.body.pipeThrough(new DecompressionStream('gzip'))).json()) as T;
}
