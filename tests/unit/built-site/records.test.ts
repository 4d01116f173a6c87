import { describe, expect, it } from 'vitest';
import { recordsOf, targetsOf, withAsks, withLinks } from '../../../src/built-site/records.ts';
import { parsePage } from '../../../src/lib/html.ts';
import { askOf, bodyAt, contentOf, fieldOf, wordingsOf } from '../../../src/search/query/field-slots.ts';

const page = (kind: string, body: string) =>
  `<!doctype html><html><head><meta name="description" content="Remove what nothing uses."></head><body><nav>Menu</nav><main data-page data-kind="${kind}" data-topic="docker" data-tools="docker compose"><article>
  <nav class="crumbs"><ol><li><a href="/docker/">Docker</a></li> <li><a href="/docker/#housekeeping">Housekeeping</a></li></ol></nav><h1>Clean up</h1><p class="lede">Docker throws nothing away.</p><p class="reviewed">Reviewed today</p>${body}</article></main></body></html>`;
const section =
  '<h2 id="images">Images<a class="anchor" href="#images"><span class="vh">Link to: Images</span></a></h2><p>Run <code>docker image prune</code> now.</p><figure class="cmd"><pre><code>docker image prune \\\n  --all</code></pre><button class="copy">Copy</button></figure><h3 id="old">Old ones</h3><p>By age.</p>';
const table =
  '<h2 id="t">Table</h2><div class="table"><table><tr><th>Command</th><th>Does</th></tr><tr><td><code>docker ps</code></td><td>lists</td></tr><tr><td>word</td><td>means</td></tr></table></div>';

describe('records', () => {
  it('a page gives its opening and one record a section, each with its own address', () => {
    expect(
      recordsOf(page('task', section), '/docker/clean-up/').map(({ url, headings }) => [url, ...headings]),
    ).toEqual([
      ['/docker/clean-up/'],
      ['/docker/clean-up/#images', 'Images'],
      ['/docker/clean-up/#old', 'Images', 'Old ones'],
    ]);
  });
  it('text, commands and their lines are told apart; buttons, anchors and marks are no text', () => {
    const lines = recordsOf(page('task', section), '/docker/clean-up/')[1]?.lines;
    expect(lines).toEqual([
      { kind: 'text', text: 'Run `docker image prune` now.' },
      { kind: 'code', text: 'docker image prune --all' },
    ]);
  });
  it('a fix is one record', () => {
    expect(recordsOf(page('fix', section), '/troubleshooting/x/')).toHaveLength(1);
  });
  it('a row of a table is a line of its section', () => {
    const [, own] = recordsOf(page('reference', table), '/docker/x/');
    expect([own!.url, own!.lines.map(({ text }) => text)]).toEqual([
      '/docker/x/#t',
      expect.arrayContaining(['`docker ps` · lists']),
    ]);
  });
  it('a page that does not bear data-page is not searched', () => {
    expect(recordsOf('<main data-kind="home"><h1>Home</h1></main>', '/')).toEqual([]);
  });
  it('the related list and the sources are no sections', () => {
    expect(recordsOf(page('task', '<h2 id="related">Related</h2><p>Other</p>'), '/docker/x/')).toHaveLength(1);
  });
});

describe('links', () => {
  it('each other page counts once, of its own text', () => {
    const records = recordsOf(page('task', section), '/docker/x/');
    const other = (url: string, text: string) => ({
      url,
      targets: targetsOf(parsePage(`<nav><a href="/docker/x/">x</a></nav><main>${text}</main>`)),
    });
    const twice = '<a href="/docker/x/">x</a><a href="/docker/x/">x</a>';
    expect(
      withLinks(records, [other('/a/', twice), other('/b/', twice), other('/c/', ''), other('/docker/x/', twice)]).map(
        ({ links }) => links,
      )[0],
    ).toBe(2);
  });
  it('below a base path as well', () => {
    const records = recordsOf(page('task', section), '/docker/x/');
    const document = parsePage('<main><a href="/notes/docker/x/">x</a></main>');
    expect(withLinks(records, [{ url: '/a/', targets: targetsOf(document, '/notes') }])[0]?.links).toBe(1);
  });
});

describe('asks', () => {
  const records = recordsOf(page('reference', table), '/docker/x/');
  const ask = { url: '/docker/x/#t', phrase: 'wipe it', file: 'content/asks/docker.yaml', line: 3 };
  it('go to their section', () => {
    expect(withAsks(records, [ask, { ...ask, phrase: 'clear it' }]).map(({ asks }) => asks)).toEqual(
      records.map(({ url }) => (url.endsWith('#t') ? ['wipe it', 'clear it'] : [])),
    );
  });
  it('for a section that is not there stop the build', () => {
    expect(() => withAsks(records, [{ ...ask, url: '/docker/x/#u' }])).toThrow(
      'content/asks/docker.yaml:3: phrases for /docker/x/#u',
    );
  });
  it('stand before the text, each in its own slots, the shortest first', () => {
    const record = { ...records[0]!, asks: ['wipe the disk', 'clear it'] };
    const words = contentOf(record).split(' ');
    const wordings = wordingsOf(record).map((wording) => wording.words.join(' '));
    // The heading is compared with a question as well.
    expect(wordings.toSorted()).toEqual(['clean up', 'clear', 'wipe disk']);
    const places = ['wipeþ', 'diskþ', 'clearþ'].map((word) => words.indexOf(word));
    expect(places.map((place) => [fieldOf(place, 3), askOf(place)])).toEqual([
      ['ask', wordings.indexOf('wipe disk')],
      ['ask', wordings.indexOf('wipe disk')],
      ['ask', 0],
    ]);
    expect(fieldOf(bodyAt(3), 3)).toBe('body');
  });
});

describe('layout', () => {
  it('a word’s place tells its field', () => {
    const words = contentOf(recordsOf(page('task', section), '/docker/clean-up/')[1]!).split(' ');
    const fieldsOf = (stem: string) => words.flatMap((word, place) => (word === `${stem}þ` ? [fieldOf(place, 1)] : []));
    expect(fieldsOf('clean')).toEqual(['title']);
    expect(fieldsOf('imag')).toEqual(['heading', 'ask', 'body', 'body']);
    expect(words[bodyAt(1)]).toBe('runþ');
  });
  it('long headings do not push the text out of its place', () => {
    const long = page(
      'task',
      `<h2 id="a">${'one two three four five six seven eight '.repeat(4)} extra</h2><p>body</p>`,
    );
    expect(contentOf(recordsOf(long, '/x/')[1]!).split(' ')[bodyAt(1)]).toBe('bodiþ');
  });
});
