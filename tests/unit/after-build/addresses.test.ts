import { describe, expect, it } from 'vitest';
import { deployFiles, headersFile, redirectsFile } from '../../../src/after-build/hosts.ts';
import { brokenRedirects, forwardingPage, lostPermalinks, withOldIds } from '../../../src/after-build/redirects.ts';
import { addressesOf, idsOf } from '../../../src/built-site/read-dist.ts';
import { ALWAYS, headersFor, META_POLICY } from '../../../src/lib/headers.ts';
import { parsePage } from '../../../src/lib/html.ts';
import { FILES } from '../../../src/search/format/files.ts';

describe('redirects', () => {
  const answers = new Set(['/a/', '/a/#one', '/b/']);
  it('an entry that the built site contradicts is named', () => {
    expect(brokenRedirects([{ from: '/b/', to: '/a/' }], answers).join()).toMatch(/still answers/);
    expect(brokenRedirects([{ from: '/x/', to: '/z/' }], answers).join()).toMatch(/does not exist/);
    expect(brokenRedirects([{ from: '/old/', to: '/a/' }], answers)).toEqual([]);
  });
  it('a published address answers for ever, by itself or by a redirect', () => {
    expect(
      lostPermalinks(['/a/', '/a/#one', '/gone/', '/moved/#x'], answers, [{ from: '/moved/', to: '/a/' }]),
    ).toEqual(['/gone/']);
  });
  it('old ids come back into the page', () => {
    const html = '<h2 id="new">N</h2><nav class="turn"';
    expect(withOldIds(html, '/a/', [{ from: '/a/#old', to: '/a/#new' }], '')).toContain(
      '<span id="old"></span><h2 id="new">',
    );
    expect(withOldIds(html, '/a/', [{ from: '/a/#old', to: '/b/' }], '/notes')).toMatch(
      /<p id="old" class="moved">.*<a href="\/notes\/b\/">/,
    );
    expect(() => withOldIds('<p>', '/a/', [{ from: '/a/#old', to: '/a/#gone' }], '')).toThrow(/has no place for it/);
  });
  it('the forwarding page works without a script', () =>
    expect(forwardingPage('/a/', '/notes', 'https://x/notes/a/')).toMatch(
      /rel="canonical" href="https:\/\/x\/notes\/a\/"[\s\S]*src="\/notes\/forward.js"[\s\S]*http-equiv="refresh" content="0; url=\/notes\/a\/"[\s\S]*<a href="\/notes\/a\/">/,
    ));
});

describe('addresses of a built page', () => {
  const html =
    '<body><nav id="topics"></nav><main id="main"><h2 id="a"></h2><div id="b"></div><table><tr id="code-1"><td></td></tr></table><dl><dt id="c"></dt></dl><svg><path id="f-x"/></svg><section class="values"><h2 id="values"></h2></section><form><input id="q"></form></main></body>';
  const said = { ids: idsOf(parsePage(html)), records: [], targets: new Set<string>() };
  const page = { file: 'x/index.html', url: '/x/', said, forwards: false };
  it('are the ids on any element that a link could name, but none of the frame', () => {
    expect(said.ids).toEqual(['a', 'b', 'code-1', 'c']);
    expect([...addressesOf([page])]).toEqual(['/x/', '/x/#a', '/x/#b', '/x/#code-1', '/x/#c']);
  });
  it('a forwarding page has none', () => expect([...addressesOf([{ ...page, forwards: true }])]).toEqual([]));
});

describe('headers', () => {
  it('only hashed files are kept for ever', () => {
    expect(headersFor('/_astro/x.Ab12.css')['cache-control']).toContain('immutable');
    for (const path of [`/pagefind/${FILES.text('0123456789', 7)}`, `/pagefind/${FILES.piece('0123456789', 7)}`])
      expect(headersFor(path)['cache-control'], path).toContain('immutable');
    for (const path of ['/', '/docker/', '/pagefind/site.json', '/forward.js'])
      expect(headersFor(path)['cache-control']).toContain('must-revalidate');
  });
  it('the policy allows no inline code and no other host', () => {
    const policy = headersFor('/')['content-security-policy'] ?? '';
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect(policy).toContain("default-src 'none'");
  });
  it('the page says the same as the header, but for what a browser heeds in headers only', () => {
    expect(META_POLICY).not.toMatch(/frame-ancestors|report-|sandbox/);
    expect(`${META_POLICY}; frame-ancestors 'none'`).toBe(ALWAYS['content-security-policy']);
  });
});

describe('files of hosts', () => {
  const moved = [
    { from: '/old/', to: '/new/' },
    { from: '/old/#part', to: '/new/#part' },
  ];
  it('_headers: a rule for everything, and caching for what has a hash in its name', () => {
    const text = headersFile('/notes');
    expect(text).toMatch(/^\/notes\/\*\n {2}Content-Security-Policy: default-src 'none'/);
    expect(text).toContain('\n\n/notes/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n');
    // Both hosts join what two rules say of one header: the first must say nothing of caching.
    expect(text.split('\n\n')[0]).not.toContain('Cache-Control');
  });
  it('_redirects: old pages; an old heading is never sent to a host', () =>
    expect(redirectsFile(moved, '/notes')).toBe('/notes/old/ /notes/new/ 301\n'));
  it('nginx and Caddy: below the base path, and the root leads there', () => {
    const files = deployFiles(moved, '/notes');
    expect(files['nginx/site.conf']).toContain('"~^/notes/old/?$" "/notes/new/";');
    expect(files['nginx/site.conf']).toContain('error_page 403 404 =404 /notes/404.html;');
    expect(files['nginx/site.conf']).toMatch(/location = \/ \{\s+return 302 \/notes\/;/);
    expect(files['Caddyfile']).toContain('redir /notes/old/ /notes/new/ 301');
    expect(deployFiles(moved, '')['nginx/site.conf']).not.toContain('location = / {');
  });
  it('a header in a location of nginx would drop all others, so there is none', () => {
    for (const [block] of (deployFiles(moved, '/notes')['nginx/site.conf'] ?? '').matchAll(
      /^\s*location [^{]*\{[^}]*\}/gm,
    ))
      expect(block).not.toContain('add_header');
  });
});
