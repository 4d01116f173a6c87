// npm test [-- part ...]: installs what is missing, runs every part, quick ones first, and adds them up in the last line.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, run, runBeside } from './install.mjs';

ensureInstalled();
const { ensureBrowser } = await import('./browser.mjs');
const { buildSecond } = await import('./second-build.mjs');
const root = join(import.meta.dirname, '..');
const results = join(root, '.cache', 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** A command that passes or fails as one. */
const command =
  (name, ...args) =>
  () =>
    run(name, args).status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** The types: one core is busy with them, so they begin beside the part before; what they print waits for its turn. */
let typesChecked;
const beginTypes = () => {
  typesChecked ??= runBeside('astro', ['check', '--minimumSeverity', 'warning'], { capture: true });
};
const types = async () => {
  beginTypes();
  const { status, output } = await typesChecked;
  console.log(output.trim());
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

/** A folder of Vitest files. */
const vitest = (folder) => async () => {
  const file = `.cache/results/${folder}.json`;
  const args = ['run', `tests/${folder}`, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { status } = await runBeside('vitest', args, { env: secondBuild });
  return counted(status, () => {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests || (status === 0 ? 0 : Math.max(1, numFailedTestSuites)) };
  });
};

/** What the tests of the built site are told once the second build was made. */
let secondBuild = {};

/** The site, and beside it the site put up elsewhere: a build keeps little more than one core busy. */
const builds = async () => {
  const base = (process.env.BASE_PATH ?? '').replaceAll('/', '');
  const both = [runBeside('astro', ['build', '--silent']), buildSecond(base)];
  const failed = (await Promise.all(both)).filter(({ status }) => status !== 0).length;
  if (failed === 0) secondBuild = { SECOND_BUILD: 'made' };
  return { passed: both.length - failed, failed };
};

const playwright = () => {
  const file = '.cache/results/e2e.json';
  let browser;
  try {
    browser = ensureBrowser();
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
  const { status } = run('playwright', ['test', '--reporter=line,json'], {
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  return counted(status, () => {
    const { expected, unexpected, flaky } = JSON.parse(readFileSync(join(root, file), 'utf8')).stats;
    return { passed: expected, failed: unexpected + flaky || (status === 0 ? 0 : 1) };
  });
};

function counted(status, read) {
  try {
    return read();
  } catch {
    return { passed: 0, failed: status === 0 ? 0 : 1 };
  }
}

const parts = {
  lint: command('biome', 'check', '--error-on-warnings'),
  unit: vitest('unit'),
  types,
  content: vitest('content'),
  examples: vitest('examples'),
  build: builds,
  site: vitest('site'),
  e2e: playwright,
};

/** Names for several parts. */
const groups = { quick: ['lint', 'unit', 'types', 'content'] };

const asked = process.argv.slice(2).flatMap((name) => groups[name] ?? [name]);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(
    `npm test knows no part ${unknown.join(', ')}: there are ${[...Object.keys(groups), ...Object.keys(parts)].join(', ')}`,
  );
  process.exit(1);
}
const wanted = (name) => asked.length === 0 || asked.includes(name);
let [passed, failed] = [0, 0];
const rows = [];
for (const [name, part] of Object.entries(parts)) {
  if (!wanted(name)) continue;
  console.log(`\n== ${name}`);
  const started = Date.now();
  if (name === 'unit' && wanted('types')) beginTypes();
  const count = await part();
  passed += count.passed;
  failed += count.failed;
  rows.push(
    `${name.padEnd(8)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed ${String(Math.round((Date.now() - started) / 1000)).padStart(5)} s`,
  );
  if (name === 'build' && count.failed > 0) break;
}
console.log(`\n${rows.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
