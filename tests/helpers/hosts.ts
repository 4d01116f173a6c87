/** The built site behind real web servers with the configuration of deploy/: for the test of hosts and the bench of load. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deployFiles } from '../../src/after-build/hosts.ts';
import { baseOf } from '../../src/built-site/base-of.ts';
import { redirects } from '../../src/content/data.ts';
import { filesBelow } from '../../src/content/files.ts';

const DEPLOY = join(import.meta.dirname, '../../deploy');
/** Where Debian puts servers, also on a PATH that has no sbin. */
const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/bin`;

/** A server that runs, below `url`, which ends with the base path. */
export interface Host {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Whether a program is installed. */
export const isInstalled = (program: string): boolean =>
  spawnSync(program, [program === 'caddy' ? 'version' : '-v'], { env: { PATH }, stdio: 'ignore' }).error === undefined;

/** A folder to serve: the files of the built site below its base path, as hard links, so that packing them leaves dist/ alone. */
export function linkedSite(dist: string): string {
  const root = mkdtempSync(join(tmpdir(), 'site-'));
  const folder = join(root, baseOf(dist));
  for (const file of filesBelow(dist)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    try {
      linkSync(join(dist, file), join(folder, file));
    } catch {
      cpSync(join(dist, file), join(folder, file));
    }
  }
  return root;
}

/** nginx with the committed configuration, of which only the place and the port are another; brotli where Debian's module is installed. */
export async function startNginx(root: string, base: string): Promise<Host> {
  const place = mkdtempSync(join(tmpdir(), 'nginx-'));
  cpSync(join(DEPLOY, 'nginx'), place, { recursive: true });
  const port = await freePort();
  const rewrite = (file: string, text: string, ...pairs: [string, string][]) =>
    writeFileSync(
      join(place, file),
      pairs.reduce((all, [from, to]) => swap(all, from, to), text),
    );
  rewrite(
    'site.conf',
    deployFiles(redirects(), base)['nginx/site.conf'] ?? '',
    ['listen 8080;', `listen 127.0.0.1:${port};`],
    ['/srv/site', root],
  );
  rewrite('nginx.conf', readFileSync(join(place, 'nginx.conf'), 'utf8').replaceAll('/tmp/', `${place}/`));
  // Started by root, nginx would hand its work to a user who may not read a temporary folder.
  const asSelf = process.getuid?.() === 0 ? 'user root;' : '';
  if (!hasBrotli(place)) rmSync(join(place, 'brotli.conf'));
  return started(
    'nginx',
    ['-c', join(place, 'nginx.conf'), '-e', 'stderr', '-g', `daemon off; ${asSelf}`],
    port,
    base,
    place,
  );
}

/** Caddy with the committed configuration. */
export async function startCaddy(root: string, base: string): Promise<Host> {
  const place = mkdtempSync(join(tmpdir(), 'caddy-'));
  writeFileSync(join(place, 'Caddyfile'), deployFiles(redirects(), base)['Caddyfile'] ?? '');
  const port = await freePort();
  const env = { SITE_ADDRESS: `http://127.0.0.1:${port}`, SITE_ROOT: root, HOME: place };
  return started('caddy', ['run', '--config', join(place, 'Caddyfile')], port, base, place, env);
}

/** Whether nginx takes the file that needs the module. */
export const hasBrotli = (place = join(DEPLOY, 'nginx')): boolean => {
  const test = mkdtempSync(join(tmpdir(), 'brotli-'));
  writeFileSync(
    join(test, 'nginx.conf'),
    `include /etc/nginx/modules-enabled/*.conf;\npid ${test}/pid;\nevents {}\nhttp { include ${place}/brotli.conf; }\n`,
  );
  const { status } = spawnSync('nginx', ['-t', '-q', '-c', join(test, 'nginx.conf'), '-e', 'stderr'], {
    env: { PATH },
    stdio: 'ignore',
  });
  rmSync(test, { recursive: true });
  return status === 0;
};

function swap(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the configuration no longer says ${from}`);
  return text.replaceAll(from, to);
}

async function started(
  program: string,
  args: string[],
  port: number,
  base: string,
  place: string,
  env = {},
): Promise<Host> {
  const server = spawn(program, args, { env: { PATH, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  server.stderr.on('data', (data) => said.push(String(data)));
  try {
    await answering(server, port);
  } catch {
    rmSync(place, { recursive: true, force: true });
    throw new Error(`${program} did not start: ${said.join('')}`);
  }
  const ended = new Promise((done) => server.once('exit', done));
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Resolves once something listens on the port; rejects if the server ends before. */
async function answering(server: ChildProcess, port: number): Promise<void> {
  while (server.exitCode === null && server.signalCode === null) {
    const isThere = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.end();
        done(true);
      });
      socket.once('error', () => done(false));
    });
    if (isThere) return;
    await new Promise((done) => setImmediate(done));
  }
  throw new Error('ended');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
