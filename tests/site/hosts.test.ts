/** dist/ behind the preview server, nginx and Caddy: what a reader's browser gets is the same from each. */
import { readFileSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../scripts/pack.ts';
import { serve } from '../../scripts/serve.mjs';
import { deployFiles, headersFile, redirectsFile } from '../../src/after-build/hosts.ts';
import { baseOf } from '../../src/built-site/base-of.ts';
import { redirects } from '../../src/content/data.ts';
import { ALWAYS, CACHE } from '../../src/lib/headers.ts';
import { type Host, hasBrotli, isInstalled, linkedSite, startCaddy, startNginx } from '../helpers/hosts.ts';
import { shortcomings } from '../helpers/rate.ts';
import { DIST, filesOf } from './dist.ts';

const base = baseOf(DIST);
const first = (pattern: RegExp): string => {
  const file = filesOf().find((name) => pattern.test(name));
  if (file === undefined) throw new Error(`dist/ has no ${pattern}`);
  return `/${file}`;
};

/** One of each kind, with how long it may be kept and whether it is sent compressed. */
const FILES = [
  {
    path: '/docker/clean-up/',
    file: '/docker/clean-up/index.html',
    type: 'text/html; charset=utf-8',
    kept: false,
    text: true,
  },
  { path: first(/^_astro\/.*\.css$/), type: 'text/css; charset=utf-8', kept: true, text: true },
  { path: first(/^_astro\/.*\.js$/), type: 'text/javascript; charset=utf-8', kept: true, text: true },
  { path: first(/^pagefind\/.*\.pf_index$/), type: 'application/octet-stream', kept: true, text: false },
  { path: first(/^pagefind\/.*\/text\/.*\.json$/), type: 'application/json; charset=utf-8', kept: true, text: false },
  { path: '/pagefind/site.json', type: 'application/json; charset=utf-8', kept: false, text: true },
  { path: '/docker/clean-up.md', type: 'text/markdown; charset=utf-8', kept: false, text: true },
  { path: '/manifest.webmanifest', type: 'application/manifest+json; charset=utf-8', kept: false, text: false },
  { path: '/llms.txt', type: 'text/plain; charset=utf-8', kept: false, text: true },
  { path: '/feed.xml', type: 'application/xml; charset=utf-8', kept: false, text: true },
  { path: first(/^_astro\/.*\.svg$/), type: 'image/svg+xml; charset=utf-8', kept: true, text: false },
  { path: '/examples/docker/compose-shop.yaml', type: 'text/plain; charset=utf-8', kept: false, text: false },
].map((file) => ({ file: file.path, ...file }));

const PAGE = '/docker/clean-up/';
const page = readFileSync(join(DIST, PAGE, 'index.html'));

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request whose path goes out as it is given here. */
function ask(host: Host, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(host.url);
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path: base + path, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.once('error', fail);
    asked.end();
  });
}

const root = linkedSite(DIST);
beforeAll(async () => {
  const wanted = new Set(FILES.map(({ file }) => `${base}${file}`.slice(1)));
  await pack(
    root,
    (file) => wanted.has(file) && FILES.some((one) => one.text && `${base}${one.file}`.slice(1) === file),
  );
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const HOSTS = [
  { name: 'the preview server', there: true, brotli: true, moves: 200, start: (): Promise<Host> => serve(DIST, 0) },
  {
    name: 'nginx',
    there: isInstalled('nginx'),
    brotli: isInstalled('nginx') && hasBrotli(),
    moves: 301,
    start: () => startNginx(root, base),
  },
  { name: 'Caddy', there: isInstalled('caddy'), brotli: true, moves: 301, start: () => startCaddy(root, base) },
];
for (const { name, there } of HOSTS)
  if (!there) console.warn(`${name} is not installed, so it is not tested: apt-get install ${name.toLowerCase()}`);

describe.each(HOSTS.filter(({ there }) => there))('$name', ({ name, brotli, moves, start }) => {
  let host: Host;
  beforeAll(async () => {
    host = await start();
  });
  afterAll(() => host.close());

  it('sends each kind of file with its type, its caching and all headers of the table', async () => {
    const rows: Record<string, object> = {};
    for (const { path, file, type, kept } of FILES) {
      const { status, headers, body } = await ask(host, path);
      expect(status, path).toBe(200);
      expect(body.equals(readFileSync(join(DIST, file))), path).toBe(true);
      expect(headers['content-type']?.toLowerCase(), path).toBe(type);
      expect(headers['cache-control'], path).toBe(kept ? CACHE.hashed : CACHE.page);
      for (const [header, value] of Object.entries(ALWAYS)) expect(headers[header], `${path} ${header}`).toBe(value);
      expect(shortcomings(headers), path).toEqual([]);
      rows[path] = { status, 'cache-control': headers['cache-control'], type: headers['content-type'] };
    }
    console.log(name);
    console.table(rows);
  });

  it('answers what is not there with the page for it, and nobody keeps that', async () => {
    const lost = readFileSync(join(DIST, '404.html'));
    for (const path of [
      '/docker/never-there/',
      '/_astro/gone.Ab12Cd34.js',
      '/pagefind/0123456789/text/1.json',
      '/examples/',
    ]) {
      const { status, headers, body } = await ask(host, path);
      expect(status, path).toBe(404);
      expect(body.equals(lost), path).toBe(true);
      expect(headers['cache-control'], path).toBe(CACHE.page);
      expect(headers['content-type']?.toLowerCase(), path).toBe('text/html; charset=utf-8');
      for (const [header, value] of Object.entries(ALWAYS)) expect(headers[header], `${path} ${header}`).toBe(value);
    }
  });

  it('leads on from an address without its slash, and from an old one', async () => {
    const { status, headers } = await ask(host, '/docker/clean-up');
    expect([301, 308]).toContain(status);
    expect(headers.location).toBe(`${base}${PAGE}`);
    for (const { from, to } of redirects().filter((entry) => !entry.from.includes('#'))) {
      const old = await ask(host, from);
      expect(old.status, from).toBe(moves);
      if (moves === 301) expect(old.headers.location).toBe(`${base}${to}`);
      else expect(old.body.toString()).toContain(`url=${base}${to}`);
    }
  });

  it('sends text packed in the best way that is asked for', async () => {
    for (const { path, file } of FILES.filter(({ text }) => text)) {
      const raw = readFileSync(join(DIST, file));
      const [small, old, plain] = await Promise.all(
        ['gzip, deflate, br', 'gzip', 'identity'].map((accepted) => ask(host, path, { 'accept-encoding': accepted })),
      );
      expect(small?.headers['content-encoding'], path).toBe(brotli ? 'br' : 'gzip');
      expect((brotli ? brotliDecompressSync : gunzipSync)(small?.body ?? '').equals(raw), path).toBe(true);
      expect(old?.headers['content-encoding'], path).toBe('gzip');
      expect(gunzipSync(old?.body ?? '').equals(raw), path).toBe(true);
      expect(plain?.headers['content-encoding'], path).toBeUndefined();
      for (const answer of [small, old, plain])
        expect(answer?.headers.vary?.toLowerCase(), path).toContain('accept-encoding');
      expect(small?.headers['content-type'], path).toBe(plain?.headers['content-type']);
    }
  });

  it('leaves pieces of the index as they are: they are packed already', async () => {
    const piece = FILES.find(({ path }) => path.endsWith('.pf_index'));
    const { headers, body } = await ask(host, piece?.path ?? '', { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  });

  it('says 304 to whoever has the file, with the headers', async () => {
    for (const accepted of ['identity', 'gzip, br']) {
      const { etag = '' } = (await ask(host, PAGE, { 'accept-encoding': accepted })).headers;
      expect(etag).toMatch(/^(W\/)?".+"$/);
      const again = await ask(host, PAGE, { 'accept-encoding': accepted, 'if-none-match': etag });
      expect(again.status).toBe(304);
      expect(again.body.length).toBe(0);
      expect(again.headers['cache-control']).toBe(CACHE.page);
      expect((await ask(host, PAGE, { 'accept-encoding': accepted, 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  it('sends parts', async () => {
    const part = await ask(host, PAGE, { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes 10-19/${page.length}`);
    expect(part.body.equals(page.subarray(10, 20))).toBe(true);
    expect((await ask(host, PAGE, { range: 'bytes=-5' })).body.equals(page.subarray(-5))).toBe(true);
    expect((await ask(host, PAGE, { range: `bytes=${page.length}-` })).status).toBe(416);
  });

  it('answers HEAD like GET, without a body, and takes nothing', async () => {
    const { status, headers, body } = await ask(host, PAGE, {}, 'HEAD');
    expect([status, body.length, headers['content-length']]).toEqual([200, 0, String(page.length)]);
    for (const [header, value] of Object.entries(ALWAYS)) expect(headers[header], header).toBe(value);
    expect((await ask(host, '/docker/never-there/', {}, 'HEAD')).status).toBe(404);
    expect((await ask(host, PAGE, {}, 'POST')).status).toBe(405);
  });

  it.each([
    '/../../package.json',
    '/../../../../../../etc/passwd',
    '/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/docker/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/docker/%2e%2e%5c%2e%2e%5cetc%5cpasswd',
    '/docker/\\..\\..\\etc\\passwd',
    '/%00',
    '/%ff',
    '/docker/clean-up/%00.html',
  ])('hands out nothing beside the site: %s', async (path) => {
    const { status, body } = await ask(host, path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toMatch(/root:|"devDependencies"/);
  });

  it('says nothing of what it is', async () => {
    for (const path of [PAGE, '/docker/never-there/', '/docker/clean-up', '/%00']) {
      const { headers, body } = await ask(host, path);
      expect(headers.server ?? '', path).not.toMatch(/\d/);
      expect(headers['x-powered-by'], path).toBeUndefined();
      expect(body.toString(), path).not.toMatch(/nginx\/|caddy\/|Node\.js/i);
    }
  });
});

describe('what hosts read', () => {
  it('deploy/ says what the table says: npm run hosts', () => {
    for (const [path, text] of Object.entries(deployFiles(redirects(), '')))
      expect(readFileSync(join(import.meta.dirname, '../../deploy', path), 'utf8'), path).toBe(text);
  });
  it('a later release knows which files to carry over', () => {
    const list = readFileSync(join(DIST, '_hashed.txt'), 'utf8').split('\n');
    expect(list.some((entry) => /^pagefind\/[0-9a-f]{10}\/$/.test(entry))).toBe(true);
    for (const file of filesOf().filter((name) => name.startsWith('_astro/'))) expect(list).toContain(file);
  });
  it('so do _headers and _redirects', () => {
    expect(readFileSync(join(DIST, '_headers'), 'utf8')).toBe(headersFile(base));
    expect(readFileSync(join(DIST, '_redirects'), 'utf8')).toBe(redirectsFile(redirects(), base));
  });
});
