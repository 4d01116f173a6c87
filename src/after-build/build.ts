/** After a build: the sitemap, the pages at old addresses, and the proof that every address ever published still answers. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { filesBelow } from '../checks/build.ts';
import { CONTENT } from '../content/data.ts';
import { SITE } from '../site.ts';
import { checkRedirects, forwardingPage, lostPermalinks, type Redirect, withOldIds } from './redirects.ts';
import { listed, sitemap } from './sitemap.ts';

/** Every address of a built folder: pages, and the ids of their headings behind a #. Forwarding pages do not count. */
export function addressesOf(dist: string): Set<string> {
  const addresses = new Set<string>();
  for (const name of filesBelow(dist)) {
    if (!name.endsWith('index.html') || name.startsWith('examples/')) continue;
    const html = readFileSync(join(dist, name), 'utf8');
    if (html.includes('http-equiv="refresh"')) continue;
    const url = `/${name.slice(0, -'index.html'.length)}`;
    addresses.add(url);
    // The form of values is part of the frame, not of what a page says.
    for (const match of html.matchAll(/<(?:h[1-6]|dt|span|p)\b[^>]*?\sid="([^"]+)"/g))
      if (!match[1]?.startsWith('values')) addresses.add(`${url}#${match[1]}`);
  }
  return addresses;
}

/** Entries of content/redirects.yaml. */
export function readRedirects(): Redirect[] {
  return (parse(readFileSync(join(CONTENT, 'redirects.yaml'), 'utf8')) as Redirect[] | null) ?? [];
}

/** Lines of content/permalinks.txt. */
export function readPermalinks(): string[] {
  return readFileSync(join(CONTENT, 'permalinks.txt'), 'utf8').split('\n').filter(Boolean);
}

/** Writes the pages at old addresses; stops the build for a redirect that leads nowhere and for a lost address. */
export function lastingAddresses(): AstroIntegration {
  return {
    name: 'lasting-addresses',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        const redirects = readRedirects();
        for (const page of new Set(
          redirects
            .map(({ from }) => from.split('#')[0] ?? '')
            .filter((_, index) => redirects[index]?.from.includes('#')),
        )) {
          const file = join(dist, page, 'index.html');
          writeFileSync(file, withOldIds(readFileSync(file, 'utf8'), page, redirects));
        }
        const answers = addressesOf(dist);
        const problems = checkRedirects(
          redirects.filter(({ from }) => !from.includes('#')),
          answers,
        ).map((problem) => `content/redirects.yaml: ${problem}`);
        for (const address of lostPermalinks(readPermalinks(), answers, redirects))
          problems.push(
            `content/permalinks.txt: ${address} was published and no longer answers: bring the id back, or add an entry to content/redirects.yaml`,
          );
        if (problems.length > 0) throw new Error(`\n${problems.join('\n')}`);
        const pages = filesBelow(dist).filter((name) => name.endsWith('.html'));
        writeFileSync(
          join(dist, 'sitemap.xml'),
          sitemap(pages.flatMap((name) => listed(readFileSync(join(dist, name), 'utf8')) ?? [])),
        );
        for (const { from, to } of redirects) {
          if (from.includes('#')) continue;
          const file = join(dist, from, 'index.html');
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, forwardingPage(to, SITE.url));
        }
      },
    },
  };
}
