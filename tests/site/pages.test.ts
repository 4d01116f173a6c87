import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/after-build/read-dist.ts';
import { permalinks, redirects } from '../../src/content/data.ts';
import { attribute, DIST, type Element, filesOf, type Page, readPages, textOf } from './dist.ts';

const all = readPages();
const pages = all.filter(({ forwards }) => !forwards);
const ids = new Map(
  all.map((page) => [
    page.url,
    new Set(page.elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined)),
  ]),
);

const each = (what: (page: Page) => readonly string[]) =>
  pages.flatMap((page) => what(page).map((problem) => `${page.url}: ${problem}`));
const byTag = (page: Page, ...tags: string[]): Element[] =>
  page.elements.filter(({ tagName }) => tags.includes(tagName));

describe('links', () => {
  it('every link inside the site leads to a page and its fragment to an id', () => {
    expect(
      all.flatMap((page) =>
        byTag(page, 'a', 'link', 'script', 'img', 'form').flatMap((element) => {
          const value = attribute(
            element,
            element.tagName === 'form'
              ? 'action'
              : element.tagName === 'script' || element.tagName === 'img'
                ? 'src'
                : 'href',
          );
          if (value === undefined || /^(https?:|mailto:)/.test(value)) return [];
          const { pathname, hash } = new URL(value, `http://x${page.url}`);
          const target = decodeURIComponent(pathname);
          if (!existsSync(join(DIST, target.endsWith('/') ? `${target}index.html` : target)))
            return [`${page.url}: ${value} leads nowhere`];
          // A search stands behind #, see search/ui/address.ts.
          if (target === '/search/' && hash.startsWith('#q=')) return [];
          const fragment = decodeURIComponent(hash.slice(1));
          return fragment && !ids.get(target)?.has(fragment) ? [`${page.url}: ${value} has no such id`] : [];
        }),
      ),
    ).toEqual([]);
  });

  it('every page but the home page and 404 is linked from another one', () => {
    const linked = new Set(
      pages.flatMap((page) =>
        byTag(page, 'a')
          .map((element) => new URL(attribute(element, 'href') ?? '', `http://x${page.url}`))
          .filter(({ pathname }) => pathname !== page.url)
          .map(({ pathname }) => pathname),
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
        for (const name of ['og:title', 'og:description', 'og:url', 'og:type'])
          if (!meta(name)) problems.push(`no ${name}`);
        return problems;
      }),
    ).toEqual([]);
    const titles = pages.map((page) => textOf(byTag(page, 'title')[0]!));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('has the same address as canonical, in the sitemap and on the disk', () => {
    const sitemap = [
      ...readFileSync(join(DIST, 'sitemap-0.xml'), 'utf8').matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g),
    ].map((match) => match[1] ?? '');
    const canonical = pages.flatMap((page) => {
      const link = byTag(page, 'link').find((element) => attribute(element, 'rel') === 'canonical');
      return link ? [{ url: page.url, to: new URL(attribute(link, 'href') ?? '').pathname }] : [];
    });
    expect(canonical.filter(({ url, to }) => url !== to)).toEqual([]);
    expect([...sitemap].sort()).toEqual(canonical.map(({ url }) => url).sort());
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
      if (!from.includes('#')) expect(readFileSync(join(DIST, from, 'index.html'), 'utf8')).toContain(`url=${to}`);
  });
});
