/**
 * `npm run observatory`: rates the built site as MDN's HTTP Observatory does, by its own code and over real TLS, page by page. Ends
 * with 1 if a page gets less than full marks. Needs a built dist/, openssl, and npm at its first run.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setDefaultCACertificates } from 'node:tls';
import { serve } from '../../scripts/serve.mjs';

const PAGES = ['/', '/docker/', '/docker/clean-up/', '/troubleshooting/port-already-allocated/', '/search/'];
/** All there is without extra marks; a strict policy brings more. */
const FULL = 100;

const root = join(import.meta.dirname, '../..');
const own = join(import.meta.dirname, 'node_modules/@mdn/mdn-http-observatory');
if (!existsSync(own))
  // Its scripts compile a database driver and fetch lists of domains: nothing that a rating needs.
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: import.meta.dirname, stdio: 'inherit' });
// Domains that browsers know to be secure: none of them is this one.
writeFileSync(join(own, 'conf/hsts-preload.json'), '{}');

const { retrieve } = await import(join(own, 'src/retriever/retriever.js'));
const { ALL_TESTS } = await import(join(own, 'src/constants.js'));
const grader = await import(join(own, 'src/grader/grader.js'));
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await import(join(own, 'src/grader/charts.js'));

/** Grade, score and failed tests of what was retrieved, added up as the Observatory does. */
function rate(retrieved) {
  const results = ALL_TESTS.map((test) => test(retrieved));
  const modifiers = results.map(({ result }) => grader.getScoreModifier(result));
  const lost = modifiers.filter((one) => one < 0).reduce((sum, one) => sum + one, 0);
  const won = modifiers.filter((one) => one > 0).reduce((sum, one) => sum + one, 0);
  const plain = 100 + lost;
  const { grade, score } = grader.getGradeForScore(plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? plain + won : plain);
  return { grade, score, failed: results.filter(({ pass }) => !pass).map(({ result }) => result) };
}

const folder = mkdtempSync(join(tmpdir(), 'observatory-'));
const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
setDefaultCACertificates([readFileSync(cert, 'utf8')]);

const site = await serve(join(root, 'dist'), 4500);
const listening = (server) => new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server.address().port)));
const secure = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
  const { method, headers, url } = asked;
  request(new URL(url, site.url), { method, headers }, (got) => {
    answer.writeHead(got.statusCode, got.headers);
    got.pipe(answer);
  }).end();
});
const httpsPort = await listening(secure);
const plain = createServer(({ url }, answer) => answer.writeHead(301, { location: `https://localhost:${httpsPort}${url}` }).end());
const httpPort = await listening(plain);

const rows = [];
for (const path of PAGES) rows.push({ path, ...rate(await retrieve('localhost', { httpPort, httpsPort, path })) });
console.table(rows.map(({ failed, ...row }) => ({ ...row, failed: failed.join(', ') })));

for (const server of [secure, plain]) server.close();
await site.close();
rmSync(folder, { recursive: true });
process.exitCode = rows.every(({ score, failed }) => score >= FULL && failed.length === 0) ? 0 : 1;
