/** Where the files of the index come from: what the reader kept on this device, or the network. */
import { CACHES } from '../../offline/names.ts';
import { FILES } from '../format/files.ts';

let kept: Promise<Cache | undefined> | undefined;

/**
 * Fetches a file of the index. Those whose name holds their build the service worker leaves alone: asked in between it doubles the
 * time of a search. So the page itself looks first among the notes that were kept. Which build there is the network says, or without
 * one the worker.
 */
export async function fetchIndexFile(url: string): Promise<Response> {
  if (url.endsWith(FILES.site)) return fetch(url);
  kept ??= openKept();
  return (await (await kept)?.match(url)) ?? fetch(url);
}

/** The notes that the reader kept, if any; a browser that allows no storage has none. */
async function openKept(): Promise<Cache | undefined> {
  try {
    return (await caches.has(CACHES.kept)) ? await caches.open(CACHES.kept) : undefined;
  } catch {
    return undefined;
  }
}
