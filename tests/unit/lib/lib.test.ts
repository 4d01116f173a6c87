import { describe, expect, it } from 'vitest';
import { headersFor } from '../../../src/after-build/headers.ts';
import { checkRedirects, forwardingPage, lostPermalinks, withOldIds } from '../../../src/after-build/redirects.ts';
import { listed, sitemap } from '../../../src/after-build/sitemap.ts';
import { commandsOf } from '../../../src/content/commands-of.ts';
import { parseMeta } from '../../../src/content/fence-meta.ts';
import { fencesOf } from '../../../src/content/fences.ts';
import { fillHoles, holesIn } from '../../../src/content/holes.ts';
import { placeholdersIn, splitPlaceholders } from '../../../src/content/placeholders.ts';
import { toPlainMarkdown } from '../../../src/content/to-markdown.ts';
import { longDate } from '../../../src/lib/dates.ts';
import { splitInline } from '../../../src/lib/inline.ts';
import { languageOf } from '../../../src/lib/languages.ts';
import { editDistance, nearest } from '../../../src/lib/nearest.ts';
import { tokenise } from '../../../src/markdown/highlight.ts';
import { FILES } from '../../../src/search/engine/pagefind-wasm/pagefind.ts';

describe('commandsOf', () => {
  it.each([
    ['one line is one command', 'docker ps', ['docker ps']],
    ['lines are commands', 'docker ps\ndocker images', ['docker ps', 'docker images']],
    ['a backslash goes on', 'docker run \\\n  nginx:1.29\ndocker ps', ['docker run \\\n  nginx:1.29', 'docker ps']],
    ['a comment belongs to what follows', '# look\ndocker ps', ['# look\ndocker ps']],
    ['an open quote goes on', "sh -c 'a\nb'\nls", ["sh -c 'a\nb'", 'ls']],
    ['a here-document is one command', 'cat <<EOF\na\nEOF\nls', ['cat <<EOF\na\nEOF', 'ls']],
    ['a loop is one command', 'for i in 1 2; do\n  echo $i\ndone\nls', ['for i in 1 2; do\n  echo $i\ndone', 'ls']],
    ['a pipe at the end goes on', 'docker ps |\n  wc -l', ['docker ps |\n  wc -l']],
    ['an apostrophe in a comment opens nothing', "docker ps # it's fine\nls", ["docker ps # it's fine", 'ls']],
    ['empty lines are no commands', 'ls\n\npwd\n', ['ls', 'pwd']],
  ])('%s', (_, code, expected) => {
    expect(commandsOf(code)).toEqual(expected);
  });
});

describe('placeholders', () => {
  it('are cut out with their examples', () => {
    expect(
      splitPlaceholders('docker rm <CONTAINER> <NOPE>', (name) => (name === 'CONTAINER' ? 'web' : undefined)),
    ).toEqual([
      { text: 'docker rm ' },
      { text: 'web', name: 'CONTAINER' },
      { text: ' ' },
      { text: '<NOPE>', name: 'NOPE' },
    ]);
    expect(placeholdersIn('<A> <B> <A> <b>')).toEqual(['A', 'B']);
  });
});

describe('fences', () => {
  it('are found with language, meta, line and without the indent of a list', () => {
    expect(fencesOf('a\n   ```sh where="x"\n   ls\n     b\n   ```\n')).toEqual([
      { lang: 'sh', meta: 'where="x"', code: 'ls\n  b', line: 2 },
    ]);
    expect(parseMeta('part file="a b.yaml" at="Pod.spec"')).toEqual({
      words: ['part'],
      values: { file: 'a b.yaml', at: 'Pod.spec' },
    });
  });
});

describe('small texts', () => {
  it('holes are filled with examples', () => {
    expect(fillHoles('port {port}: {x y}', { port: '80' })).toEqual([
      { text: 'port ' },
      { text: '80', hole: 'port' },
      { text: ': {x y}' },
    ]);
    expect(holesIn('{a} {b} {c d}')).toEqual(['a', 'b']);
  });
  it('backticks and links cut a text', () =>
    expect(splitInline('use `a` of [b](/c/)')).toEqual([
      { text: 'use ', code: false },
      { text: 'a', code: true },
      { text: ' of ', code: false },
      { text: 'b', code: false, href: '/c/' },
    ]));
  it('days are written out', () => expect(longDate('2026-11-01')).toBe('1 November 2026'));
  it('the nearest word is found, a far one is not', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(nearest('ordr', ['order', 'title'])).toBe('order');
    expect(nearest('zzzzzz', ['order', 'title'])).toBeUndefined();
  });
  it('files have languages', () =>
    expect(['Dockerfile', 'api.Dockerfile', 'a.yaml', 'x.bin'].map(languageOf)).toEqual([
      'dockerfile',
      'dockerfile',
      'yaml',
      'text',
    ]));
});

describe('highlighting', () => {
  it('knows four kinds of token and loses no character', async () => {
    const code = 'docker run --rm "a b" # why';
    const tokens = await tokenise(code, 'sh');
    expect(tokens.map(({ text }) => text).join('')).toBe(code);
    expect(tokens.filter(({ kind }) => kind).map(({ kind, text }) => [kind, text.trim()])).toEqual([
      ['t-k', 'docker'],
      ['t-f', '--rm'],
      ['t-s', '"a b"'],
      ['t-c', '# why'],
    ]);
  });
  it('leaves an unknown language as it is', async () =>
    expect(await tokenise('x y', 'brainf')).toEqual([{ text: 'x y', kind: '' }]));
});

describe('plain Markdown', () => {
  const sources = {
    file: (path: string) => (path.endsWith('.svg') ? '<svg><desc>Two boxes.</desc></svg>' : 'services: {}\n'),
    change: () => ({ was: '`a`', now: '`b`', since: '2', why: 'c' }),
    language: () => 'yaml',
  };
  it('unfolds components and leaves fences alone', () => {
    const body =
      '## One {#one}\n\n<Changed id="x" />\n\n<Example file="a.yaml" />\n\n<Danger title="T" lost="L" look="K" undo="U" />\n\n<Figure file="a.svg" title="F">cap</Figure>\n\n```sh\n<Steps>\n```\n';
    const text = toPlainMarkdown({ title: 'T', url: 'https://x/', errors: ['boom {x}'] }, body, sources);
    expect(text).toContain('# T\n\nSource: https://x/\n\n```text\nboom {x}\n```');
    expect(text).toContain('## One\n');
    expect(text).toContain('> **Was:** `a`');
    expect(text).toContain('```yaml\nservices: {}\n```');
    expect(text).toContain('> Lost: L');
    expect(text).toContain('Two boxes. cap');
    expect(text).toContain('```sh\n<Steps>\n```');
  });
});

describe('redirects', () => {
  const answers = new Set(['/a/', '/a/#one', '/b/']);
  it.each([
    [
      'a redirect may not point to a redirect',
      [
        { from: '/x/', to: '/y/' },
        { from: '/y/', to: '/a/' },
      ],
      /itself redirected/,
    ],
    ['a redirect may not lead nowhere', [{ from: '/x/', to: '/z/' }], /does not exist/],
    ['a redirect may not stand on a page', [{ from: '/b/', to: '/a/' }], /still exists/],
    [
      'the list is sorted',
      [
        { from: '/y/', to: '/a/' },
        { from: '/x/', to: '/a/' },
      ],
      /keep the list sorted/,
    ],
    [
      'nothing stands twice',
      [
        { from: '/x/', to: '/a/' },
        { from: '/x/', to: '/b/' },
      ],
      /stands twice/,
    ],
    ['an address has one form', [{ from: 'x', to: '/a/' }], /no address of the form/],
  ])('%s', (_, redirects, expected) => expect(checkRedirects(redirects, answers).join()).toMatch(expected));
  it('a good list passes', () => expect(checkRedirects([{ from: '/old/', to: '/a/' }], answers)).toEqual([]));
  it('a published address answers for ever, by itself or by a redirect', () => {
    expect(
      lostPermalinks(['/a/', '/a/#one', '/gone/', '/moved/#x'], answers, [{ from: '/moved/', to: '/a/' }]),
    ).toEqual(['/gone/']);
  });
  it('old ids come back into the page', () => {
    const html = '<h2 id="new">N</h2><nav class="turn"';
    expect(withOldIds(html, '/a/', [{ from: '/a/#old', to: '/a/#new' }])).toContain(
      '<span id="old"></span><h2 id="new">',
    );
    expect(withOldIds(html, '/a/', [{ from: '/a/#old', to: '/b/' }])).toContain('<p id="old" class="moved">');
  });
  it('the forwarding page works without a script', () =>
    expect(forwardingPage('/a/', 'https://x')).toMatch(
      /http-equiv="refresh" content="0; url=\/a\/"[\s\S]*<a href="\/a\/">/,
    ));
});

describe('sitemap', () => {
  it('lists what has a canonical address and does not ask to be left out', () => {
    const page = '<link rel="canonical" href="https://x/a/"><time datetime="2026-11-21">';
    expect(listed(page)).toEqual({ url: 'https://x/a/', day: '2026-11-21' });
    expect(listed(`${page}<meta name="robots" content="noindex">`)).toBeUndefined();
    expect(listed('<p>')).toBeUndefined();
    expect(sitemap([{ url: 'https://x/a/', day: '2026-11-21' }])).toContain(
      '<url><loc>https://x/a/</loc><lastmod>2026-11-21</lastmod></url>',
    );
  });
});

describe('headers', () => {
  it('only hashed files are kept for ever', () => {
    expect(headersFor('/_astro/x.Ab12.css')['cache-control']).toContain('immutable');
    for (const path of [
      '/pagefind/fragment/ab12/7.json',
      `/pagefind/${FILES.chunk('ab12/7')}`,
      `/pagefind/${FILES.wasm}`,
    ])
      expect(headersFor(path)['cache-control'], path).toContain('immutable');
    for (const path of ['/', '/docker/', '/pagefind/site.json', '/theme.js'])
      expect(headersFor(path)['cache-control']).toContain('must-revalidate');
  });
  it('the policy allows no inline code and no other host', () => {
    const policy = headersFor('/')['content-security-policy'] ?? '';
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect(policy).toContain("default-src 'none'");
  });
});
