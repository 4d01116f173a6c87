import { describe, expect, it } from 'vitest';
import { decodeCbor } from '../../../src/search/engine/pagefind-index/cbor.ts';
import { readPiece } from '../../../src/search/engine/pagefind-index/piece.ts';
import { readText, recordText } from '../../../src/search/format/record-text.ts';
import { bestLine, piecesOf, spansOf } from '../../../src/search/query/excerpt.ts';
import { FEATURES, featuresOf, type RecordFacts } from '../../../src/search/query/features.ts';
import { groupByPage } from '../../../src/search/query/group-by-page.ts';
import { searchText, wordsBeside } from '../../../src/search/query/paste.ts';
import { stem } from '../../../src/search/query/stem.ts';
import { readAddress, readOldAddress, writeAddress } from '../../../src/search/ui/address.ts';

const fact = (page: number, more: Partial<RecordFacts> = {}): RecordFacts => ({
  page,
  length: 20,
  headingWords: 1,
  order: 1,
  links: 0,
  asks: [],
  kind: 'task',
  topic: 'docker',
  about: ['docker'],
  ...more,
});

describe('features', () => {
  const fields = { title: 1, heading: 2, ask: 1, body: 0.5, saturation: 2, length: 0 };
  const facts = [
    fact(0, { order: 0, asks: [2, 6], headingWords: 2, links: 20 }),
    fact(0, { order: 4, about: ['k8s'] }),
    fact(1, { kind: 'fix', about: ['docker'] }),
  ];
  const hits = (key: string) =>
    ({
      // Slots: title from 0, heading from 12, asks from 24 in twelves, then the text.
      wipe: [{ record: 0, places: [12, 24, 36] }],
      '1all': [{ record: 0, places: [37] }],
      imag: [
        { record: 0, places: [25] },
        { record: 1, places: [40] },
        { record: 2, places: [30] },
      ],
    })[key] ?? [];
  const of = (text: string, ...keys: string[]) =>
    new Map(
      featuresOf(
        text,
        keys.map((key) => ({ keys: [key], small: key.startsWith('1') })),
        hits,
        facts,
        fields,
      ).map(({ record, values }) => [
        record,
        Object.fromEntries(FEATURES.map((name, index) => [name, values[index]!])),
      ]),
    );
  it('say how much of the question a section, its heading and its nearest ask hold', () => {
    const [first, second] = [of('wipe image', 'wipe', 'imag').get(0)!, of('wipe image', 'wipe', 'imag').get(1)!];
    expect(first['heading']).toBe(0.5);
    expect(first['words']).toBeGreaterThan(second['words']!);
    expect([first['sequence'], second['sequence']]).toEqual([1, 0]);
    expect([first['opening'], first['order'], first['links']]).toEqual([1, 0, 1]);
    expect(second['order']).toBe(0.5);
  });
  it('say how like the question the nearest wording is; small words tell them apart, and nothing else', () => {
    const plain = of('wipe image', 'wipe', 'imag');
    // Its first ask is the question; of the heading's two words one was asked for, of the second ask's six.
    expect(plain.get(0)!['near']).toBe(1);
    expect(plain.get(0)!['nears']).toBeLessThan(1);
    expect(plain.get(0)!['page']).toBe(plain.get(1)!['words']);
    expect(plain.get(2)!['page']).toBe(0);
    const all = of('wipe all images', 'wipe', '1all', 'imag');
    expect(all.get(0)!['near']).toBeLessThan(1);
    expect(all.get(0)!['words']).toBe(plain.get(0)!['words']);
    expect(of('all', '1all').size).toBe(0);
  });
  it('know the tool that is named, and somebody for whom something does not work', () => {
    const found = of('docker image is not there', 'docker', 'imag');
    expect([found.get(0)!['tool'], found.get(1)!['otherTool'], found.get(2)!['fixOfSymptom']]).toEqual([1, 1, 1]);
    expect(of('image', 'imag').get(2)).toMatchObject({ tool: 0, otherTool: 0, fix: 1, fixOfTool: 0, fixOfSymptom: 0 });
  });
});

describe('groups', () => {
  const facts = [fact(0, { order: 0 }), fact(0), fact(0), fact(1, { topic: 'k8s', kind: 'fix' }), fact(2)];
  const ranked = [
    { record: 2, score: 10 },
    { record: 1, score: 9 },
    { record: 0, score: 8.5 },
    { record: 3, score: 8 },
    { record: 4, score: 3.9 },
  ];
  it('pages stand in the order of their best record; a section that is better than the next page stands with its page; none twice; what is far weaker is left out', () => {
    expect(groupByPage(ranked, facts, {}).groups.map(({ records }) => records)).toEqual([[2, 1, 0], [3]]);
  });
  it('filters narrow, and each list counts under the other filter', () => {
    const outcome = groupByPage(ranked, facts, { topic: 'k8s' });
    expect(outcome.groups.map(({ records }) => records)).toEqual([[3]]);
    expect([...outcome.kinds]).toEqual([['fix', 1]]);
    expect([...outcome.topics]).toEqual([
      ['docker', 1],
      ['k8s', 1],
    ]);
  });
});

describe('excerpts', () => {
  const keys = new Set(['prune', '0all']);
  it('the line that holds most is shown, a command before a sentence', () => {
    const lines = [
      { kind: 'text', text: 'To prune, type:' } as const,
      { kind: 'code', text: 'docker image prune --all' } as const,
    ];
    expect(bestLine(lines, keys)).toBe(lines[1]);
  });
  it('marks words in their place, code in code', () => {
    expect(piecesOf({ kind: 'text', text: 'Use `docker prune` now' }, keys)).toEqual([
      { text: 'Use ', mark: false, code: false },
      { text: 'docker ', mark: false, code: true },
      { text: 'prune', mark: true, code: true },
      { text: ' now', mark: false, code: false },
    ]);
  });
  it('a long line is cut around the word', () => {
    const text = `${'word '.repeat(100)}prune ${'word '.repeat(100)}`;
    const pieces = piecesOf({ kind: 'text', text }, keys);
    expect(pieces.some(({ mark }) => mark)).toBe(true);
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(260);
  });
  it('a compound and its parts are one mark', () => {
    expect(spansOf('the livenessProbe', new Set(['live', 'probe', 'livenessprobe']))).toEqual([[4, 17]]);
  });
});

describe('pasted text', () => {
  it('of a log the rarest words of the error-like lines are searched', () => {
    const words = [
      { text: 'image', key: 'imag', rank: 9 },
      { text: 'denied', key: 'deni', rank: 2 },
      { text: 'scheduled', key: 'schedul', rank: 1 },
    ];
    expect(searchText('Normal Scheduled ok\nError: image pull denied 7f3c91d0', words)).toBe('denied image');
  });
  it('beside a known message the notes are searched by what its fault is called, unless it is a name', () => {
    const words = ['port', 'publish', 'address', 'container', 'allocate'].map((text, rank) => ({
      text,
      key: stem(text),
      rank,
    }));
    expect(
      wordsBeside(
        'Bind for 0.0.0.0:8080 failed: port is already allocated',
        'Publish a port: the address is allocated by a container',
        words,
      ),
    ).toBe('port Publish address container');
    expect(wordsBeside('CrashLoopBackOff', 'A container that ends again and again', words)).toBe('CrashLoopBackOff');
  });
});

describe('small formats', () => {
  it('the address holds text and filters behind #, and gives them back', () => {
    const asked = { text: 'a & b=c #1', kind: 'fix', topic: 'k8s' };
    expect(writeAddress(asked)).toMatch(/^#q=/);
    expect(readAddress(writeAddress(asked))).toEqual(asked);
    expect(writeAddress({ text: '  ' })).toBe('');
  });
  it('what was pasted stands in no address: several lines, or more than 200 characters', () => {
    expect(writeAddress({ text: 'x'.repeat(201) })).toBe('');
    expect(writeAddress({ text: 'a\nb', topic: 'k8s' })).toBe('#topic=k8s');
    expect(writeAddress({ text: `${'x'.repeat(200)}\n` })).not.toBe('');
  });
  it('a fragment of the page is no search', () => {
    expect(readAddress('#main')).toBeUndefined();
    expect(readAddress('')).toEqual({ text: '' });
  });
  it('addresses of before, with ?q=, are still understood', () => {
    expect(readOldAddress('?q=docker+ps&topic=docker')).toMatchObject({ text: 'docker ps', topic: 'docker' });
    expect(readOldAddress('?utm=1')).toBeUndefined();
  });
  it('a piece of Pagefind’s index gives words with their records and places', () => {
    // [[["ab", [[2, [-25, 3, 4], []], [5, [-1, 7], []]], []]]] in CBOR.
    const bytes = Uint8Array.of(
      ...[0x81, 0x81, 0x83, 0x62, 0x61, 0x62, 0x82, 0x83, 0x02, 0x83, 0x38, 24, 3, 4, 0x80],
      ...[0x83, 0x05, 0x82, 0x20, 7, 0x80, 0x80],
    );
    expect([...readPiece(bytes)]).toEqual([
      [
        'ab',
        [
          { record: 2, places: [3, 7] },
          { record: 7, places: [7] },
        ],
      ],
    ]);
  });
  it('an unknown kind of CBOR is refused', () => {
    expect(() => decodeCbor(Uint8Array.of(0xa0))).toThrow(/Pagefind's format/);
    expect(() => decodeCbor(Uint8Array.of(0x1f))).toThrow(/Pagefind's format/);
  });
  it('a record’s text survives its file', () => {
    const record = {
      url: '/x/#y',
      title: 'T',
      headings: ['H'],
      crumbs: ['Docker'],
      kind: 'task',
      topic: 'docker',
      tools: ['compose'],
      description: '',
      links: 0,
      asks: [],
      lines: [{ kind: 'code', text: 'a | b' } as const],
    };
    expect(readText(recordText(record))).toEqual({
      url: '/x/#y',
      title: 'T',
      headings: ['H'],
      crumbs: ['Docker'],
      kind: 'task',
      tools: ['compose'],
      lines: record.lines,
    });
  });
});
