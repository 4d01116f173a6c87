// Serves dist/ on a loopback port as a good static host does: below its base path, compressed, with the site's own headers, asked
// again only for what has changed, in parts where asked, and 404.html for the rest.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { baseOf } from '../src/built-site/base-of.ts';
import { contentType, headersFor, isText } from '../src/lib/headers.ts';
import { withoutBase } from '../src/lib/site-address.ts';

/** Serves a folder, ours below its own base path and with its headers; takes the next port while the wished one is taken. Resolves to the address, with the base path, and a way to stop. */
export async function serve(folder, port, { base = baseOf(folder), sent = headersFor } = {}) {
  const packed = new Map();
  /** The file for a path of the site, or what is to be answered instead. */
  function find(path) {
    const wanted = path === undefined ? folder : normalize(join(folder, path));
    if (path === undefined || (wanted !== folder && !wanted.startsWith(folder + sep))) return {};
    if (!existsSync(wanted)) return {};
    if (!statSync(wanted).isDirectory()) return { file: wanted };
    if (!path.endsWith('/')) return { location: `${base}${path}/` };
    const file = join(wanted, 'index.html');
    return existsSync(file) ? { file } : {};
  }
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { ...sent('/'), allow: 'GET, HEAD' }).end();
    const whole = decodePath(request.url ?? '/');
    if (base !== '' && whole === '/') return void response.writeHead(302, { ...sent('/'), location: `${base}/` }).end();
    const isBelow = whole !== undefined && (base === '' || whole === base || whole.startsWith(`${base}/`));
    const path = isBelow ? withoutBase(base, whole) : undefined;
    const found = whole === base && base !== '' ? { location: `${base}/` } : find(path);
    if (found.location) return void response.writeHead(301, { ...sent('/'), location: found.location }).end();
    const file = found.file ?? join(folder, '404.html');
    if (!existsSync(file)) return void response.writeHead(404, sent('/404.html')).end('Not found');
    const { size, mtimeMs } = statSync(file);
    const encoding = isText(file) ? encodingOf(request.headers['accept-encoding'] ?? '') : '';
    const etag = `"${Math.floor(mtimeMs).toString(16)}-${size.toString(16)}${encoding && `-${encoding}`}"`;
    const headers = {
      'content-type': contentType(file),
      ...sent(found.file ? (path ?? '/') : '/404.html'),
      ...(isText(file) && { vary: 'accept-encoding' }),
    };
    if (found.file) Object.assign(headers, { etag, 'accept-ranges': 'bytes' });
    if (found.file && request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
    const send = (status, length, more, body) => {
      response.writeHead(status, { ...headers, ...more, 'content-length': length });
      if (request.method === 'HEAD') response.end();
      else body();
    };
    const range = encoding === '' && found.file ? rangeOf(request.headers.range, size) : undefined;
    if (range === null) return void response.writeHead(416, { ...headers, 'content-range': `bytes */${size}` }).end();
    if (encoding === '') {
      const { start, end } = range ?? { start: 0, end: size - 1 };
      const part = range && { 'content-range': `bytes ${start}-${end}/${size}` };
      const stream = () => (size === 0 ? response.end() : createReadStream(file, { start, end }).pipe(response));
      return send(range ? 206 : found.file ? 200 : 404, end - start + 1, part, stream);
    }
    const key = `${file} ${etag}`;
    if (!packed.has(key)) {
      const raw = readFileSync(file);
      packed.set(key, encoding === 'br' ? brotliCompressSync(raw, qualityFor(file)) : gzipSync(raw));
    }
    const body = packed.get(key);
    send(found.file ? 200 : 404, body.length, { 'content-encoding': encoding }, () => response.end(body));
  });
  for (let tried = port; ; tried++) {
    const taken = await new Promise((done, fail) => {
      server.once('error', (error) =>
        error.code === 'EADDRINUSE' && port !== 0 && tried < port + 50 ? done(true) : fail(error),
      );
      server.listen(tried, '127.0.0.1', () => done(false));
    });
    if (!taken) break;
    console.log(`Port ${tried} is taken, trying ${tried + 1}`);
    server.removeAllListeners('error');
  }
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

function decodePath(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** Hosts compress pages as they are asked for and files with a hash once and well: the best takes 50 ms a page, which tests would wait for. */
const qualityFor = (file) => (file.endsWith('.html') ? { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } : {});

/** The best of the encodings that a request accepts; an empty word for none. */
function encodingOf(accepted) {
  return (
    ['br', 'gzip'].find((name) =>
      new RegExp(`(^|[\\s,])${name}\\s*(,|$|;(?!\\s*q=0(\\.0*)?\\s*(,|$)))`).test(accepted),
    ) ?? ''
  );
}

/** The part that `Range: bytes=...` asks for; undefined for the whole or for several parts, null for one that is not there. */
function rangeOf(header, size) {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start > end ? null : { start, end };
}

/** The port of `--port N` or of PORT, or 4321; ends the process for anything that is no port. */
function portAsked() {
  const [flag, value, ...rest] = process.argv.slice(2).flatMap((word) => word.split('='));
  const asked = flag === undefined ? (process.env.PORT ?? '4321') : flag === '--port' ? value : undefined;
  if (asked === undefined || rest.length > 0 || !/^\d{1,5}$/.test(asked) || Number(asked) > 65535) {
    console.error(
      `found ${process.argv.slice(2).join(' ') || `PORT=${asked}`}; allowed is --port with a number up to 65535`,
    );
    process.exit(2);
  }
  return Number(asked);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = join(import.meta.dirname, '..', 'dist');
  if (!existsSync(join(folder, 'index.html'))) {
    console.error('There is no dist/ yet: run npm start, or npm run build');
    process.exit(1);
  }
  // The server ends with whoever started it, however that ended.
  process.on('disconnect', () => process.exit(0));
  const { url } = await serve(folder, portAsked());
  console.log(`Container Field Notes: ${url}/  (Ctrl C stops)`);
}
