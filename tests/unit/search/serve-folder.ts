/** A folder on a free loopback port, for tests. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';

export async function serveFolder(folder: string): Promise<{ url: string; close(): Promise<unknown> }> {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)));
    if (!existsSync(path) || statSync(path).isDirectory()) response.writeHead(404).end();
    else response.writeHead(200).end(readFileSync(path));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () => new Promise((done) => server.close(done)),
  };
}
