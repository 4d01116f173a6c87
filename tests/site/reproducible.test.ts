import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../scripts/install.mjs';
import { baseOf } from '../../src/after-build/base-of.ts';
import { carryOver } from '../../src/after-build/keep.ts';
import { attribute, brokenLinks, DIST, filesOf, pathIn, readPages } from './dist.ts';

/** One more build, put up elsewhere and without what was kept of checks: what is equal but for its place proves all, and costs one build instead of three. */
const HERE = { SITE_URL: hostOf(DIST), BASE_PATH: baseOf(DIST) };
const ELSEWHERE =
  HERE.BASE_PATH === ''
    ? { SITE_URL: 'https://notes.test', BASE_PATH: '/put-up/notes' }
    : { SITE_URL: '', BASE_PATH: '' };

/** Vitest tells its tests these by the environment, and a build would take them for its own. */
const NOT_OURS = {
  BASE_URL: undefined,
  MODE: undefined,
  DEV: undefined,
  PROD: undefined,
  SSR: undefined,
  NODE_ENV: undefined,
};

/** The host that a built folder names, from its home page. */
function hostOf(folder: string): string {
  const home = readFileSync(join(folder, 'index.html'), 'utf8');
  return /rel="canonical" href="(https?:\/\/[^/"]+)/.exec(home)?.[1] ?? '';
}

/** Takes out of a text where the build is put up, and names made from contents that say so. */
function withoutPlace(text: string, { SITE_URL, BASE_PATH }: typeof HERE): string {
  return (
    text
      .replace(/<meta property="og:url"[^>]*>\s*/g, '')
      .replace(/<id>[^<]*<\/id>/g, '')
      .replace(/^Sitemap: .*\n/m, '')
      .replace(/^Source: <(.*)>$/m, 'Source: $1')
      // Only both together: a host before anything else is a fault, and shows.
      .replaceAll(`${SITE_URL}${BASE_PATH}/`, '/')
      .replaceAll(`${BASE_PATH}/`, '/')
      .replace(HASHED, '$1.$2')
  );
}

/** Files of the bundler: `name.hash.js`. */
const HASHED = /\b([\w~-]+)\.[\w-]{8}\.(js|css|svg)\b/g;

/** Only a site with a host has a sitemap; the others hold the files that are compared here, packed. */
const LEFT_OUT = /^(sitemap-|offline\/(about\.json|container-field-notes\.zip)|terminal\/(about\.json|notes\.tgz))/;

/** A name and a hash for each file of a folder. */
const contents = (folder: string, place: typeof HERE): string[] =>
  filesOf(folder)
    .filter((file) => !LEFT_OUT.test(file))
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      const isBinary = bytes.includes(0);
      const own = isBinary ? bytes : withoutPlace(bytes.toString('utf8'), place);
      return `${file.replace(HASHED, '$1.$2')} ${createHash('sha256').update(own).digest('hex')}`;
    })
    .sort();

describe('a second build, put up elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'second-build-'));
  beforeAll(() => {
    expect(
      run('astro', ['build', '--silent', '--outDir', folder], { env: { ...ELSEWHERE, ...NOT_OURS, KEEP_CHECKS: 'no' } })
        .status,
    ).toBe(0);
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is equal byte for byte but for its place', () => {
    const [here, there] = [contents(DIST, HERE), contents(folder, ELSEWHERE)];
    const known = new Set(here);
    expect(there.filter((entry) => !known.has(entry))).toEqual([]);
    expect(there.length).toBe(here.length);
    expect(here.length).toBeGreaterThan(1000);
  });

  it('has no link that leads nowhere, or out of its base path', () => {
    expect(brokenLinks(readPages(folder), folder)).toEqual([]);
  });

  it('carries what pages of the build before load, once told to keep it', () => {
    const own = readPages().flatMap(({ elements }) =>
      elements.flatMap((element) => pathIn(HERE.BASE_PATH, attribute(element, 'src') ?? '') ?? []),
    );
    const scripts = [...new Set(own.filter((path) => path.startsWith('/_astro/')))];
    const lacking = () => scripts.filter((path) => !existsSync(join(folder, path)));
    expect(lacking()).not.toEqual([]);
    expect(carryOver(DIST, folder)).toBeGreaterThan(0);
    expect(lacking()).toEqual([]);
  });

  it('names its place wherever an address must be whole', () => {
    const [{ SITE_URL, BASE_PATH }] = [[HERE, ELSEWHERE].find(({ SITE_URL }) => SITE_URL !== '') ?? HERE];
    if (SITE_URL === '') return;
    const site = SITE_URL === ELSEWHERE.SITE_URL ? folder : DIST;
    const whole = `${SITE_URL}${BASE_PATH}`;
    const read = (file: string) => readFileSync(join(site, file), 'utf8');
    expect(read('docker/clean-up/index.html')).toContain(`<link rel="canonical" href="${whole}/docker/clean-up/"`);
    expect(read('docker/clean-up/index.html')).toContain(`property="og:url" content="${whole}/docker/clean-up/"`);
    expect(read('docker/cleanup/index.html')).toContain(`rel="canonical" href="${whole}/docker/clean-up/"`);
    expect(read('docker/clean-up.md')).toContain(`Source: <${whole}/docker/clean-up/>`);
    expect(read('robots.txt')).toContain(`Sitemap: ${whole}/sitemap-index.xml`);
    expect(read('sitemap-0.xml')).toContain(`<loc>${whole}/docker/clean-up/</loc><lastmod>`);
    expect(read('feed.xml')).toContain(`<id>${whole}/</id>`);
    expect(read('llms.txt')).toContain(`(${whole}/docker/clean-up.md)`);
  });
});
