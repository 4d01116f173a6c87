/** The addresses of the built site, as its own files say them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../../dist');

/** The base path of the built site: empty, or such as `/notes`. */
const base = (): string => {
  const { start_url } = JSON.parse(readFileSync(join(DIST, 'manifest.webmanifest'), 'utf8')) as { start_url: string };
  return start_url.replace(/\/$/, '');
};

/** An address of the site below the base path that it was built for. */
export const below = (path: string): string => (path.startsWith('/') ? base() + path : path);

/** The way back: an address as notes write it. */
export const fromRoot = (path: string): string => (path.startsWith(`${base()}/`) ? path.slice(base().length) : path);

/** Every page that may be listed, as notes write its address. */
export const allPages = (): string[] =>
  readFileSync(join(DIST, 'addresses.txt'), 'utf8')
    .split('\n')
    .filter((path) => path !== '' && path !== '/search/');
