import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf } from '../../src/built-site/base-of.ts';
import { addressesOf } from '../../src/built-site/read-dist.ts';
import { permalinks, redirects } from '../../src/content/data.ts';
import { META_POLICY } from '../../src/lib/headers.ts';
import { attribute, brokenLinks, DIST, type Element, filesOf, type Page, pathIn, readPages, textOf } from './dist.ts';

const all = readPages();
const pages = all.filter(({ forwards }) => !forwards);
const base = baseOf(DIST);

const each = (what: (page: Page) => readonly string[]) =>
  pages.flatMap((page) => what(page).map((problem) => `${page.url}: ${problem}`));
const byTag = (page: Page, ...tags: string[]): Element[] =>
  page.elements.filter(({ tagName }) => tags.includes(tagName));

describe('links', () => {
  it('every link inside the site leads to a page and its fragment to an id', () => {
    expect(brokenLinks(all)).toEqual([]);
  });

  it('every page but the home page and 404 is linked from another one', () => {
    const linked = new Set(
      pages.flatMap((page) =>
        byTag(page, 'a')
          .map((element) => new URL(attribute(element, 'href') ?? '', `http://x${base}${page.url}`))
          .map(({ pathname }) => pathIn(base, pathname))
          .filter((path) => path !== page.url),
      ),
    );
    expect(pages.map(({ url }) => url).filter((url) => !['/', '/404.html'].includes(url) && !linked.has(url))).toEqual(
      [],
    );
  });
});

describe('every page', () => {
  it('has one h1, a title of its own, a description and a language', () => {
    expect(
      each((page) => {
        const meta = (name: string) =>
          attribute(
            byTag(page, 'meta').find(
              (element) => attribute(element, 'name') === name || attribute(element, 'property') === name,
            ) ?? byTag(page, 'html')[0]!,
            'content',
          );
        const problems: string[] = [];
        if (attribute(byTag(page, 'html')[0]!, 'lang') !== 'en') problems.push('no language');
        if (byTag(page, 'h1').length !== 1) problems.push(`${byTag(page, 'h1').length} h1`);
        if (byTag(page, 'main').length !== 1) problems.push('not one main');
        if (!textOf(byTag(page, 'title')[0]!).trim()) problems.push('no title');
        if ((meta('description') ?? '').length < 50) problems.push('no description');
        for (const name of ['og:title', 'og:description', 'og:type']) if (!meta(name)) problems.push(`no ${name}`);
        return problems;
      }),
    ).toEqual([]);
    const titles = pages.map((page) => textOf(byTag(page, 'title')[0]!));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('has the same address as canonical, in the list of addresses, in a sitemap and on the disk', () => {
    const canonical = pages.flatMap((page) => {
      const link = byTag(page, 'link').find((element) => attribute(element, 'rel') === 'canonical');
      return link ? [{ url: page.url, to: new URL(attribute(link, 'href') ?? '').pathname }] : [];
    });
    expect(canonical.filter(({ url, to }) => url !== pathIn(base, to))).toEqual([]);
    const listed = pages
      .filter((page) => !byTag(page, 'meta').some((element) => attribute(element, 'content') === 'noindex'))
      .map(({ url }) => url)
      .sort();
    // Only a site that knows its host says of its pages where they are.
    expect(canonical.length).toBe(existsSync(join(DIST, 'sitemap-0.xml')) ? listed.length : 0);
    const addresses = readFileSync(join(DIST, 'addresses.txt'), 'utf8').trim().split('\n');
    expect(addresses).toEqual(listed);
    // Only a site that knows its host has a sitemap.
    const sitemap = join(DIST, 'sitemap-0.xml');
    if (!existsSync(sitemap)) return;
    const named = [...readFileSync(sitemap, 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) =>
      pathIn(base, new URL(address).pathname),
    );
    expect(named.sort()).toEqual(listed);
  });

  it('names no host that nobody gave', () => {
    if (existsSync(join(DIST, 'sitemap-0.xml'))) return;
    const texts = filesOf().filter((file) => /^(robots\.txt|llms\.txt|feed\.xml|.*\.md)$/.test(file));
    expect(texts.length).toBeGreaterThan(100);
    const own = pages.flatMap((page) =>
      page.elements.flatMap((element) =>
        attribute(element, 'rel') === 'canonical' || /^og:(url|image)$/.test(attribute(element, 'property') ?? '')
          ? (attribute(element, 'href') ?? attribute(element, 'content') ?? '')
          : [],
      ),
    );
    expect(own.filter((address) => !address.startsWith('/'))).toEqual([]);
    expect(
      texts.filter((file) =>
        /^(Source: |Sitemap: |.*<link href=")<?https?:/m.test(readFileSync(join(DIST, file), 'utf8')),
      ),
    ).toEqual([]);
  });

  it('has a picture for those who share it, where the host is known, and none where it is not', () => {
    const pictures = pages.map(
      ({ elements }) =>
        elements
          .filter((element) => attribute(element, 'property') === 'og:image')
          .map((element) => attribute(element, 'content') ?? '')[0],
    );
    if (!existsSync(join(DIST, 'sitemap-0.xml'))) return expect(new Set(pictures)).toEqual(new Set([undefined]));
    for (const picture of new Set(pictures)) {
      const { protocol, pathname } = new URL(picture ?? '');
      expect(protocol).toMatch(/^https?:$/);
      const bytes = readFileSync(join(DIST, pathIn(base, pathname) ?? ''));
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(bytes.length).toBeLessThan(25_000);
    }
    expect(new Set(pictures).size).toBe(7);
  });

  it('bears the policy itself, before anything that it governs', () => {
    expect(
      all
        .filter(({ elements }) => {
          const policy = elements.findIndex(
            (element) => attribute(element, 'http-equiv') === 'content-security-policy',
          );
          const first = elements.findIndex(({ tagName }) => ['script', 'link', 'style'].includes(tagName));
          return policy < 0 || policy > first || attribute(elements[policy]!, 'content') !== META_POLICY;
        })
        .map(({ url }) => url),
    ).toEqual([]);
  });

  it('uses each id once', () => {
    expect(
      each((page) => {
        const own = page.elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
        return own.filter((id, index) => own.indexOf(id) !== index).map((id) => `id ${id} twice`);
      }),
    ).toEqual([]);
  });

  it('has no inline script, style or handler, and asks no other host for anything', () => {
    expect(
      each((page) => [
        ...byTag(page, 'style').map(() => '<style>'),
        ...byTag(page, 'script')
          .filter((element) => !attribute(element, 'src'))
          .map(() => 'inline <script>'),
        ...page.elements.flatMap((element) =>
          element.attrs
            .filter(({ name }) => name === 'style' || name.startsWith('on'))
            .map(({ name }) => `<${element.tagName} ${name}>`),
        ),
        ...page.elements.flatMap((element) =>
          element.tagName === 'a' || attribute(element, 'rel') === 'canonical'
            ? []
            : element.attrs
                .filter(
                  ({ name, value }) =>
                    ['src', 'href', 'srcset', 'action', 'poster', 'data'].includes(name) &&
                    /^(https?:)?\/\//.test(value),
                )
                .map(({ value }) => value),
        ),
      ]),
    ).toEqual([]);
  });

  it('keeps code as it was written: no curly quotes or long dashes in it', () => {
    expect(
      each((page) =>
        byTag(page, 'code')
          .map(textOf)
          .filter((text) => /[“”‘’]|–(?=\w)/.test(text)),
      ),
    ).toEqual([]);
  });

  it('shows no leftover of a component, a placeholder or a template', () => {
    expect(
      each((page) => {
        const outsideCode = byTag(page, 'main')
          .map((main) => textOutsideCode(main))
          .join(' ');
        return leftoversIn(outsideCode);
      }),
    ).toEqual([]);
  });

  it('nor does its Markdown twin', () => {
    const twins = filesOf().filter((file) => file.endsWith('.md'));
    expect(twins.length).toBeGreaterThan(100);
    const found = twins.flatMap((file) => {
      const text = readFileSync(join(DIST, file), 'utf8')
        .replace(/^( *)(`{3,})[^\n]*\n[\s\S]*?^\1\2 *$/gm, '')
        .replace(/(`+)[^`]*\1/g, '');
      return leftoversIn(text).map((word) => `${file}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['an object that became text', 'a [object Object] b'],
    ['a component', 'a <Danger title="x"> b'],
    ['a closing tag', 'x </Steps> y'],
    ['a placeholder', 'docker rm <CONTAINER>'],
    ['a template', 'hello {{name}}'],
    ['a value that is none', 'checked against undefined'],
  ])('%s would be seen', (_, text) => expect(leftoversIn(text)).toHaveLength(1));
});

/** What must have become something else before a reader sees it. */
function leftoversIn(text: string): string[] {
  return text.match(/\[object \w+\]|<\/?[A-Z]\w*\b|\{\{|(?:against|by) undefined\b|\bNaN\b/g) ?? [];
}

function textOutsideCode(element: Element): string {
  if (['code', 'pre', 'samp', 'script', 'style', 'kbd'].includes(element.tagName)) return ' ';
  return element.childNodes.map((child) => ('tagName' in child ? textOutsideCode(child) : textOf(child))).join('');
}

describe('addresses', () => {
  const published = permalinks();
  it('the list of published addresses is sorted and has no repetition', () => {
    expect(published).toEqual([...new Set(published)].sort());
  });
  it('every address of this build is in the list (npm run permalinks adds them)', () => {
    const known = new Set(published);
    expect([...addressesOf(all)].filter((address) => !known.has(address))).toEqual([]);
  });
  it('every old address has its page', () => {
    for (const { from, to } of redirects())
      if (!from.includes('#'))
        expect(readFileSync(join(DIST, from, 'index.html'), 'utf8')).toContain(`url=${base}${to}`);
  });
});
