/** Keeps all notes in the browser: fetches the site as one file, checks it, and lays its files where the service worker looks. */
import { unzipSync } from 'fflate';
import { contentType, headersFor } from '../lib/headers.ts';
import { type AboutZip, CACHES, FILES } from './names.ts';

export interface Kept {
  readonly about: AboutZip;
  /** When, in milliseconds since 1970. */
  readonly since: number;
}

/** Where the cache says what it holds. */
const NOTE = '/offline/kept';

/** What is kept in this browser, or undefined. */
export async function whatIsKept(base: string): Promise<Kept | undefined> {
  if (!(await caches.has(CACHES.kept))) return undefined;
  const note = await (await caches.open(CACHES.kept)).match(base + NOTE);
  return note ? ((await note.json()) as Kept) : undefined;
}

/** What the site offers now; rejects without a network. */
export async function whatIsOffered(base: string): Promise<AboutZip> {
  const answer = await fetch(base + FILES.about, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${answer.status} for ${FILES.about}`);
  return (await answer.json()) as AboutZip;
}

/** Fetches and keeps all notes; `progress` hears of each part, from 0 to 1. What was kept before stays until the new is whole. */
export async function keep(base: string, about: AboutZip, progress: (share: number) => void): Promise<Kept> {
  const bytes = await download(base + FILES.zip, about.bytes, progress);
  if ((await sha256(bytes)) !== about.sha256) throw new Error('the file did not arrive whole');
  // Its asynchronous form starts workers from text, which the policy forbids.
  const all = Object.entries(unzipSync(bytes) as Record<string, Uint8Array<ArrayBuffer>>);
  await forget();
  const cache = await caches.open(CACHES.kept);
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await Promise.all(
      all
        .slice(from, from + AT_ONCE)
        .map(([name, content]) =>
          cache.put(addressOf(base, name), new Response(content, { headers: headersOf(name, content) })),
        ),
    );
    progress(FETCHED + (1 - FETCHED) * (from / all.length));
  }
  const kept: Kept = { about, since: Date.now() };
  await cache.put(base + NOTE, new Response(JSON.stringify(kept)));
  progress(1);
  return kept;
}

/** Takes all kept notes away. */
export async function forget(): Promise<void> {
  await caches.delete(CACHES.kept);
}

/** Files that are on their way into the cache: one by one each would wait for the disk. */
const AT_ONCE = 100;

/** Share of the progress that the download is. */
const FETCHED = 0.7;

async function download(
  url: string,
  size: number,
  progress: (share: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { ok, status, body } = await fetch(url, { cache: 'no-store' });
  if (!ok || !body) throw new Error(`${status} for ${url}`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    progress(FETCHED * Math.min(1, length / size));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `docker/index.html` is read at `/docker/`. */
const addressOf = (base: string, name: string): string => `${base}/${name.replace(/(^|\/)index\.html$/, '$1')}`;

const headersOf = (name: string, { length }: Uint8Array): Record<string, string> => ({
  ...headersFor(`/${name}`),
  'content-type': contentType(name),
  'content-length': String(length),
});
