/** After a build: the pages at old addresses, the proof that every address ever published still answers, and what hosts read. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addressesOf, answering, readDist } from '../built-site/read-dist.ts';
import { permalinks, type Redirect, redirects } from '../content/data.ts';
import { filesBelow } from '../content/files.ts';
import { ContentError } from '../lib/finding.ts';
import { fullAddress, SITE } from '../site.ts';
import { headersFile, redirectsFile } from './hosts.ts';
import { hashedList, LIST } from './keep.ts';
import { LICENSES, licensesText } from './licenses.ts';
import { brokenRedirects, forwardingPage, lostPermalinks, withOldIds } from './redirects.ts';

/** Writes the pages at old addresses; stops the build for a redirect that leads nowhere and for a lost address. */
export function lastingAddresses(): AstroIntegration {
  return {
    name: 'lasting-addresses',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        const answers = addressesOf(readDist(dist));
        const entries = redirects();
        const problems = [
          ...brokenRedirects(entries, answers).map((problem) => `content/redirects.yaml: ${problem}`),
          ...lostPermalinks(permalinks(), answers, entries).map(
            (address) =>
              `content/permalinks.txt: ${address} was published and no longer answers: bring the id back, or add an entry to content/redirects.yaml; if it was never pushed, "git checkout content/permalinks.txt"`,
          ),
        ];
        if (problems.length > 0) throw new ContentError(problems.join('\n'));
        bringBackIds(dist, entries);
        for (const { from, to } of entries.filter(({ from }) => !from.includes('#'))) {
          const file = join(dist, from, 'index.html');
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, forwardingPage(to, SITE.base, fullAddress(to)));
        }
      },
    },
  };
}

/** Every page by its address, one a line: what the page for a lost address looks through. */
const ADDRESSES = 'addresses.txt';

/** Writes what hosts and later releases read of a site; the last step of a build, for it lists its files. */
export function hostFiles(): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        const write = (name: string, text: string) => writeFileSync(join(dist, name), text);
        const pages = answering(readDist(dist))
          .map(({ url }) => url)
          .sort();
        write(ADDRESSES, `${pages.join('\n')}\n`);
        write('_headers', headersFile(SITE.base));
        write('_redirects', redirectsFile(redirects(), SITE.base));
        write(LICENSES, licensesText());
        write(LIST, hashedList(filesBelow(dist)));
        // Not by Astro's logger, which a silent build switches off.
        if (SITE.url === undefined)
          console.log(
            'SITE_URL is not set: addresses in the feed and Markdown are relative, and there are no canonical links and no sitemap',
          );
      },
    },
  };
}

function bringBackIds(dist: string, entries: readonly Redirect[]): void {
  const own = entries.filter(({ from }) => from.includes('#'));
  const pages = new Set(own.map(({ from }) => from.split('#')[0]));
  for (const { file, url, html } of readDist(dist).filter((page) => pages.has(page.url)))
    writeFileSync(join(dist, file), withOldIds(html, url, own, SITE.base));
}
