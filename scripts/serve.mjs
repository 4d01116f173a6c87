// Serves dist/ on a loopback port as a good static host does: compressed, with the site's own headers, 404.html for the rest.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { headersFor } from '../src/after-build/headers.ts';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.yaml': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};
const TEXT = new Set(['.html', '.js', '.css', '.json', '.svg', '.xml', '.txt', '.md', '.yaml', '.webmanifest']);

/** Serves a folder; takes the next port while the wished one is taken. Resolves to the address and a way to stop. */
export async function serve(folder, port) {
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = decodePath(request.url ?? '/');
    const wanted = path === undefined ? folder : normalize(join(folder, path));
    const inside = wanted === folder || wanted.startsWith(folder + sep);
    let file = inside && path !== undefined ? wanted : '';
    if (file && existsSync(file) && statSync(file).isDirectory()) {
      if (!path.endsWith('/')) return void response.writeHead(301, { location: `${path}/` }).end();
      file = join(file, 'index.html');
    }
    const found = file !== '' && existsSync(file) && statSync(file).isFile();
    if (!found) file = join(folder, '404.html');
    if (!existsSync(file)) return void response.writeHead(404).end('Not found');
    const ending = extname(file);
    const headers = { 'content-type': TYPES[ending] ?? 'application/octet-stream', ...headersFor(path ?? '/') };
    if (!TEXT.has(ending)) {
      response.writeHead(found ? 200 : 404, { ...headers, 'content-length': statSync(file).size });
      return void createReadStream(file).pipe(response);
    }
    const encoding = /\bbr\b/.test(request.headers['accept-encoding'] ?? '')
      ? 'br'
      : /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
        ? 'gzip'
        : '';
    const key = `${encoding} ${file} ${statSync(file).mtimeMs}`;
    if (!packed.has(key)) {
      const raw = readFileSync(file);
      packed.set(key, encoding === 'br' ? brotliCompressSync(raw) : encoding === 'gzip' ? gzipSync(raw) : raw);
    }
    const body = packed.get(key);
    response.writeHead(found ? 200 : 404, {
      ...headers,
      'content-length': body.length,
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
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
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => server.close(done)) };
}

function decodePath(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
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
