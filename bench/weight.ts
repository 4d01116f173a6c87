/** What each kind of page weighs, in bytes after brotli, beside the peers measured on the same notes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const dist = join(import.meta.dirname, '..', 'dist');
const packed = (file: string) => (existsSync(file) ? brotliCompressSync(readFileSync(file)).length : 0);
const pages = [
  '/',
  '/docker/',
  '/docker/clean-up/',
  '/k8s/probes/',
  '/troubleshooting/',
  '/troubleshooting/crashloopbackoff/',
  '/commands/',
  '/changes/',
  '/contents/',
  '/search/',
];

const rows = pages.map((page) => {
  const file = join(dist, page, 'index.html');
  const html = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const sum = (pattern: RegExp) =>
    [...html.matchAll(pattern)].reduce((bytes, match) => bytes + packed(join(dist, match[1] ?? '')), 0);
  const [css, js] = [sum(/<link rel="stylesheet" href="([^"]+)"/g), sum(/<script[^>]+src="([^"]+)"/g)];
  return { page, html: packed(file), css, js, total: packed(file) + css + js };
});
console.table(rows);
console.log(
  'Peers, a content page: Starlight 47.5 kB, VitePress 169.6, Docusaurus 230.5, Rspress 239.2, bare Hugo theme 5.2',
);
