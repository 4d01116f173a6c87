import { describe, expect, it } from 'vitest';
import { checkAsks } from '../../src/checks/asks.ts';
import { readAsks } from '../../src/content/asks.ts';

const SITE = new Map([
  ['/docker/clean-up/', new Set(['images', 'volumes'])],
  ['/changes/', undefined],
]);
const found = (...texts: string[]) =>
  checkAsks(
    texts.map((text, index) => ({ file: `content/asks/${index}.yaml`, text })),
    SITE,
  )
    .map(({ file, line, found: what, allowed, fix }) => `${file}:${line}: ${what} | ${allowed} | ${fix}`)
    .join('\n');
const GOOD =
  '# Words\n/docker/clean-up/:\n  - get rid of rubbish\n/docker/clean-up/#images:\n  - wipe every image\n  - 137 and gone\n  - what does COPY . .\n/changes/#anything:\n  - what is new\n';

describe('content/asks', () => {
  it('passes', () => expect(found(GOOD, '')).toBe(''));
  it.each([
    [
      'an unknown page',
      '/docker/clean/:\n  - wipe it\n',
      /^content\/asks\/0.yaml:2: phrases for \/docker\/clean\/ \| a page of this site \| did you mean \/docker\/clean-up\/\?/,
    ],
    [
      'an unknown id',
      '/docker/clean-up/#image:\n  - wipe it\n',
      /:2: phrases for .*an id of \/docker\/clean-up\/: images, volumes \| did you mean \/docker\/clean-up\/#images\?/,
    ],
    ['no phrases', '/docker/clean-up/:\n', /:1: \/docker\/clean-up\/ without phrases/],
    ['a phrase that is no text', '/docker/clean-up/:\n  - 137\n', /:2: .* a phrase that is no text/],
    ['small words alone', '/docker/clean-up/:\n  - in all\n', /:2: "in all" holds no word/],
    ['nothing to search', '/docker/clean-up/:\n  - how is it\n', /:2: "how is it" holds no word/],
    [
      'too many words',
      '/docker/clean-up/:\n  - two three four five six seven eight nine ten eleven twelve thirteen fourteen\n',
      /:2: .* has \d+ words that count \| 12 at most/,
    ],
    [
      'the same words twice',
      '/docker/clean-up/:\n  - wipe the image\n  - image, wiped\n',
      /:3: "image, wiped" says the same as "wipe the image" of \/docker\/clean-up\/ \(content\/asks\/0.yaml:2\)/,
    ],
    [
      'the same address twice',
      '/docker/clean-up/:\n  - wipe it\n/docker/clean-up/:\n  - clear it\n',
      /:3: no valid YAML/,
    ],
    ['broken YAML', '/docker/clean-up/: [', /no valid YAML/],
    ['a list', '- wipe it\n', /:1: no ids of headings/],
    [
      'more phrases than are indexed',
      `/docker/clean-up/:\n${Array.from({ length: 42 }, (_, index) => `  - wipe number${index}\n`).join('')}`,
      /:42: more than 40 phrases/,
    ],
  ])('%s stops the build', (_, text, expected) => expect(found(text)).toMatch(expected));

  it.each([
    ['one a line', 'page:\n  - wipe it\n\n# Words\nimages:\n  - "clear: it"\n'],
    ['a list within a line', 'page: [wipe it]\n\n\nimages:\n  - "clear: it"\n'],
    ['a dash within a phrase', 'page:\n  - >-\n    wipe it\nimages:\n\n  -   "clear: it"\n'],
  ])('phrases have their lines: %s', (_, text) => {
    const { asks, findings } = readAsks({ file: 'content/docker/clean-up.asks.yaml', text });
    expect(findings).toEqual([]);
    expect(asks.map(({ phrase }) => phrase)).toEqual(['wipe it', 'clear: it']);
    const lines = text.split('\n');
    expect(asks.map(({ line }) => lines[line - 1])).toEqual([
      expect.stringMatching(/wipe it|>-/),
      expect.stringContaining('clear'),
    ]);
  });

  it('a question that judges the search is refused, in any case and with any signs', () => {
    const [finding] = checkAsks([{ file: 'content/asks/0.yaml', text: GOOD }], SITE, ['Get rid of rubbish?']);
    expect(finding).toMatchObject({ line: 3, found: expect.stringContaining('judges the search') });
  });
  it('beside a note keys are ids of headings, and page is its opening', () => {
    const file = 'content/docker/clean-up.asks.yaml';
    const { asks, findings } = readAsks({ file, text: 'page:\n  - wipe all\nimages:\n  - wipe images\n/x/:\n  - z\n' });
    expect(asks.map(({ url }) => url)).toEqual(['/docker/clean-up/', '/docker/clean-up/#images']);
    expect(findings.map(({ line, found }) => `${line}: ${found}`)).toEqual(['5: phrases for "/x/"']);
  });
});
