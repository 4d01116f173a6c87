/** For what base path a folder was built, from the folder itself: who serves or tests it need not be told again. Build-time only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteAddress } from '../lib/site-address.ts';

/** The base path of a built folder, as its manifest says it: empty, or such as `/notes`. */
export function baseOf(dist: string): string {
  const { start_url } = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8')) as { start_url: string };
  return siteAddress(undefined, start_url).base;
}
