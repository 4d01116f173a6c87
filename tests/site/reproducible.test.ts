import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSecond, elsewhere, SECOND } from '../../scripts/second-build.mjs';
import { carryOver } from '../../src/after-build/keep.ts';
import { baseOf } from '../../src/built-site/base-of.ts';
import { attribute, brokenLinks, DIST, filesOf, pathIn, readPages } from './dist.ts';

const HERE = { SITE_URL: hostOf(DIST), BASE_PATH: baseOf(DIST) };
const ELSEWHERE = elsewhere(HERE.BASE_PATH);

/** The host that a built folder names, from its home page. */
function hostOf(folder: string): string {
  const home = readFileSync(join(folder, 'index.html'), 'utf8');
  return /rel="canonical" href="(https?:\/\/[^/"]+)/.exec(home)?.[1] ?? '';
}

/** Takes out of a text where the build is put up, and names made from contents that say so. */
function withoutPlace(text: string, { SITE_URL, BASE_PATH }: typeof HERE): string {
  return (
    text
      .replace(/<(meta (property="og:(url|image)|name="twitter:card")|link rel="canonical")[^>]*>\s*/g, '')
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

/** Only a site with a host has a sitemap and pictures; the others hold the files that are compared here, packed. */
const LEFT_OUT =
  /^(sitemap-|pictures\/|offline\/(about\.json|container-field-notes\.zip)|terminal\/(about\.json|notes\.tgz))/;

/** A name and a hash for each file of a folder. */
const contents = (folder: string, place: typeof HERE): string[] =>
  filesOf(folder)
    .filter((file) => !LEFT_OUT.test(file))
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      const isBinary = bytes.includes(0);
      const text = isBinary ? '' : withoutPlace(bytes.toString('utf8'), place);
      // Names in their order: where a script and a style share a name, their hashes decide which comes first.
      const own = isBinary ? bytes : file === '_hashed.txt' ? text.split('\n').sort().join('\n') : text;
      return `${file.replace(HASHED, '$1.$2')} ${createHash('sha256').update(own).digest('hex')}`;
    })
    .sort();

describe('a second build, put up elsewhere', () => {
  const folder = SECOND;
  beforeAll(async () => {
    // `npm test` has made it beside the first build.
    const { status } = process.env.SECOND_BUILD === 'made' ? { status: 0 } : await buildSecond(HERE.BASE_PATH);
    expect(status).toBe(0);
  }, 600_000);

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
    const next = mkdtempSync(join(tmpdir(), 'next-release-'));
    try {
      cpSync(join(folder, '_astro'), join(next, '_astro'), { recursive: true });
      const lacking = () => scripts.filter((path) => !existsSync(join(next, path)));
      expect(lacking()).not.toEqual([]);
      expect(carryOver(DIST, next)).toBeGreaterThan(0);
      expect(lacking()).toEqual([]);
    } finally {
      rmSync(next, { recursive: true });
    }
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
    expect(read('docker/clean-up/index.html')).toContain(`"og:image" content="${whole}/pictures/docker.png"`);
    expect(existsSync(join(site, 'pictures/docker.png'))).toBe(true);
    expect(read('llms.txt')).toContain(`(${whole}/docker/clean-up.md)`);
  });
});
