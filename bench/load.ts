/** `npm run bench load`: the packed site behind nginx with the configuration of deploy/, under wrk at 100 connections; fails at any error. */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from '../scripts/pack.ts';
import { baseOf } from '../src/built-site/base-of.ts';
import { filesBelow } from '../src/content/files.ts';
import { isInstalled, linkedSite, startNginx } from '../tests/helpers/hosts.ts';

const SECONDS = 10;
const CONNECTIONS = 100;

for (const program of ['nginx', 'wrk'])
  if (!isInstalled(program)) {
    console.error(`${program} is missing: apt-get install nginx libnginx-mod-http-brotli-static wrk`);
    process.exit(1);
  }
const dist = join(import.meta.dirname, '..', 'dist');
const root = linkedSite(dist);
await pack(root);
const host = await startNginx(root, baseOf(dist));
const { pathname } = new URL(`${host.url}/`);
const all = filesBelow(dist).map((file) => pathname + file.replace(/index\.html$/, ''));
/** What the load asks for, one after the other, as a browser that accepts brotli does. */
const LOADS: Readonly<Record<string, readonly string[]>> = {
  'one page': [`${pathname}docker/clean-up/`],
  'all pages': all.filter((path) => path.endsWith('/')),
  everything: all,
};
const rows: Record<string, object> = {};
let errors = 0;
try {
  for (const [name, paths] of Object.entries(LOADS)) {
    const script = join(root, 'wrk.lua');
    writeFileSync(
      script,
      `local paths = {${paths.map((path) => JSON.stringify(path)).join(',')}}\nlocal at = 0\nrequest = function()\n  at = at % #paths + 1\n  return wrk.format("GET", paths[at])\nend\n`,
    );
    const { stdout } = spawnSync(
      'wrk',
      [
        '-t2',
        `-c${CONNECTIONS}`,
        `-d${SECONDS}s`,
        '--latency',
        '-H',
        'Accept-Encoding: br',
        '-s',
        script,
        new URL(host.url).origin,
      ],
      { encoding: 'utf8' },
    );
    const read = (pattern: RegExp) => pattern.exec(stdout)?.[1] ?? '';
    const failed =
      Number(read(/Non-2xx or 3xx responses: (\d+)/) || 0) +
      [...(/Socket errors: (.*)/.exec(stdout)?.[1] ?? '').matchAll(/\d+/g)].reduce(
        (sum, [count]) => sum + Number(count),
        0,
      );
    if (!/Requests\/sec/.test(stdout)) throw new Error(`wrk said: ${stdout}`);
    errors += failed;
    rows[name] = {
      paths: paths.length,
      requests: Number(read(/(\d+) requests in/)),
      'a second': Math.round(Number(read(/Requests\/sec:\s+([\d.]+)/))),
      'half within': read(/^\s+50%\s+(\S+)/m),
      '99 % within': read(/^\s+99%\s+(\S+)/m),
      errors: failed,
    };
  }
} finally {
  await host.close();
  rmSync(root, { recursive: true, force: true });
}
console.log(`nginx, ${CONNECTIONS} connections, ${SECONDS} s each`);
console.table(rows);
if (errors > 0) process.exit(1);
