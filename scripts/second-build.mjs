// The site once more, put up elsewhere: what is equal but for its place proves that a build is the same twice, and that it holds
// below any base path. `npm test` makes it beside the first build; `vitest run tests/site` alone makes it when it is asked for.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runBeside } from './install.mjs';

/** The folder of the second build. */
export const SECOND = join(import.meta.dirname, '..', '.cache', 'second-build');

/** Where the second build is put up, given the base path of the first, '' for none. */
export const elsewhere = (base) =>
  base === '' ? { SITE_URL: 'https://notes.test', BASE_PATH: '/put-up/notes' } : { SITE_URL: '', BASE_PATH: '' };

/** Vitest tells its tests these by the environment, and a build would take them for its own. */
const NOT_OURS = {
  BASE_URL: undefined,
  MODE: undefined,
  DEV: undefined,
  PROD: undefined,
  SSR: undefined,
  NODE_ENV: undefined,
};

/** Builds it: a promise of the exit code. Its working files lie apart, so that both builds can run at once. */
export function buildSecond(base) {
  rmSync(SECOND, { recursive: true, force: true });
  const env = {
    ...NOT_OURS,
    // What was kept of checks is not taken: both ways must give the same.
    KEEP_CHECKS: 'no',
    ...elsewhere(base),
    CACHE_DIR: join(SECOND, '..', 'second-build-cache'),
  };
  return runBeside('astro', ['build', '--silent', '--outDir', SECOND], { env });
}
