import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchRecord } from '../../src/built-site/record.ts';
import { quoted } from '../../src/client/quote.ts';
import { align } from '../../src/error-matcher/align.ts';
import { signaturesOf } from '../../src/error-matcher/compile.ts';
import { readHoles } from '../../src/error-matcher/holes.ts';
import { indexOf } from '../../src/error-matcher/signature-index.ts';
import { tokenise as tokenisePaste } from '../../src/error-matcher/tokens.ts';
import { fillCommand } from '../../src/error-matcher/values.ts';
import { editDistance } from '../../src/lib/edit-distance.ts';
import { siteAddress, withBase, withoutBase } from '../../src/lib/site-address.ts';
import { type Cbor, cborWriter, decodeCbor } from '../../src/search/engine/pagefind-index/cbor.ts';
import { pieceOf, readPiece } from '../../src/search/engine/pagefind-index/piece.ts';
import { readText, recordText } from '../../src/search/format/record-text.ts';
import { factsOf, packSite, unpackSite } from '../../src/search/format/site-data.ts';
import { type Index, mergeParts } from '../../src/search/index/merge.ts';
import { stem } from '../../src/search/query/stem.ts';
import { plain, tokenise } from '../../src/search/query/tokens.ts';
import { topicsNamed } from '../../src/search/query/tools.ts';
import { packWords, unpackWords } from '../../src/search/query/vocabulary.ts';
import { readArguments, UsageError } from '../../src/terminal/arguments.ts';
import { wrap } from '../../src/terminal/markdown.ts';
import { loadFixes } from '../helpers/load-fixes.ts';

/** The same inputs in every run. */
fc.configureGlobal({ seed: 20261126, numRuns: 100 });

const lower = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'abcdeilmnorst'), minLength: min, maxLength: max });
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'aZé İß01 .-/$\'"`{}()<>&\n\u2019\u2013'), maxLength: 60 }),
);
const near = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

describe('words of the search', () => {
  it('lie in the text, and slices of it are the words', () => {
    fc.assert(
      fc.property(text, (written) => {
        for (const { key, raw, start, end } of tokenise(written)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(written.length);
          expect(key).not.toBe('');
          if (!raw) expect(stem(plain(written).slice(start, end).toLowerCase())).toBe(key);
        }
      }),
    );
  });
  it('a letter that grows in lower case moves no end', () => {
    expect(tokenise('\u0130stanbul').map(({ start, end }) => [start, end])).toEqual([[0, 8]]);
  });
  it('a stem is never longer than its word, and never empty', () => {
    fc.assert(fc.property(lower(1, 14), (word) => stem(word).length <= word.length && stem(word).length > 0));
  });
  it('a word of the language in which this is written names no tool', () => {
    for (const key of ['constructor', '__proto__', 'toString']) expect(topicsNamed(key)).toEqual([]);
  });
  it('survive packing', () => {
    const words = fc.uniqueArray(fc.record({ text: lower(1, 45), rank: fc.nat(19) }), {
      selector: (word) => word.text,
    });
    fc.assert(
      fc.property(words, (list) => {
        expect(unpackWords(packWords(list))).toEqual([...list].sort((a, b) => (a.text < b.text ? -1 : 1)));
      }),
    );
  });
  it('distance is symmetric, zero for equals only, and the limit only cuts it off', () => {
    fc.assert(
      fc.property(near, near, fc.nat(4), (a, b, limit) => {
        const whole = editDistance(a, b);
        expect(editDistance(b, a)).toBe(whole);
        expect(whole === 0).toBe(a === b);
        expect(whole).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(editDistance(a, b, limit)).toBe(Math.min(whole, limit + 1));
      }),
      { numRuns: 500 },
    );
  });
});

const record = fc.record({
  name: lower(1, 8),
  title: text,
  headings: fc.array(text, { maxLength: 2 }),
  links: fc.nat(90),
  asks: fc.array(text, { maxLength: 30 }),
  lines: fc.array(fc.record({ kind: fc.constantFrom('text' as const, 'code' as const, 'output' as const), text }), {
    maxLength: 4,
  }),
});
const recordsOf = (list: unknown): SearchRecord[] =>
  (
    list as {
      name: string;
      title: string;
      headings: string[];
      links: number;
      asks: string[];
      lines: SearchRecord['lines'];
    }[]
  ).map(({ name, ...rest }, index) => ({
    ...rest,
    url: `/docker/${name}/${index % 3 === 0 ? '' : '#part'}`,
    crumbs: ['Docker'],
    kind: index % 2 === 0 ? 'fix' : 'task',
    topic: 'docker',
    tools: ['docker'],
    description: '',
  }));

describe('files of the search', () => {
  it('facts of sections survive packing', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 7 }), (list) => {
        const records = recordsOf(list);
        // Kind and topic are those of a page: its sections share them.
        const paged = records.map((own, index) => ({ ...own, kind: records[index - (index % 3)]!.kind }));
        const file = JSON.parse(JSON.stringify(packSite(paged, { build: 'b', starts: ['a', 'b'] })));
        expect(unpackSite(file).facts).toEqual(factsOf(paged));
      }),
      { numRuns: 40 },
    );
  });
  it('what a result shows survives its file', () => {
    fc.assert(
      fc.property(record, (one) => {
        const [own] = recordsOf([one]) as [SearchRecord];
        const { url, title, headings, crumbs, kind, tools, lines } = own;
        expect(readText(JSON.parse(JSON.stringify(recordText(own))))).toEqual({
          url,
          title,
          headings,
          crumbs,
          kind,
          tools,
          lines,
        });
      }),
    );
  });
  const value: fc.Arbitrary<Cbor> = fc.letrec<{ value: Cbor }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: -70000, max: 2 ** 31 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.array(tie('value'), { maxLength: 30 }),
    ),
  })).value;
  it('CBOR is read as it was written, and what breaks off is refused', () => {
    fc.assert(
      fc.property(value, (own) => {
        const bytes = written(own);
        expect(decodeCbor(bytes)).toEqual(own);
        for (const to of new Set([0, bytes.length >> 1, bytes.length - 1]))
          expect(() => decodeCbor(bytes.subarray(0, to))).toThrow(/ends at byte/);
      }),
    );
  });
  it('an index of batches says what an index of all says, each word in the piece that its beginning names', () => {
    const places = fc
      .tuple(fc.integer({ min: 1, max: 700 }), fc.nat(300))
      .map(([count, step]) => Array.from({ length: count }, (_, at) => 7 + at * (step + 1)));
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 });
    const record = fc.dictionary(word, places, { maxKeys: 8 });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), fc.integer({ min: 1, max: 5 }), (records, batches) => {
        const parts = [...Map.groupBy(records.keys(), (number) => number % batches).values()].map((numbers) => ({
          records: numbers,
          index: indexed(numbers.map((number) => records[number]!)),
        }));
        const pieces = mergeParts(parts);
        const starts = pieces.map(({ start }) => start);
        const read = pieces.flatMap(({ bytes }, number) =>
          [...readPiece(bytes)].map(([word, hits]) => ({ word, hits, piece: number })),
        );
        const words = [...new Set(records.flatMap((own) => Object.keys(own)))].sort();
        expect(read.map(({ word }) => word)).toEqual(words);
        for (const { word, hits, piece } of read) {
          expect(pieceOf(word, starts)).toBe(piece);
          expect(hits).toEqual(
            records.flatMap((own, number) => (own[word] ? [{ record: number, places: own[word] }] : [])),
          );
        }
      }),
    );
  });
  it('a word lies in the last piece that begins before it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(lower(1, 6), { maxLength: 20 }), lower(1, 6), (list, word) => {
        const starts = list.sort();
        expect(pieceOf(word, starts)).toBe(starts.findLastIndex((start) => start <= word));
      }),
    );
  });
});

describe('messages', () => {
  const index = indexOf(signaturesOf(loadFixes()));
  it('each lies over itself, whole, and a lone hole between two words gives back what was put in', () => {
    const lacking: string[] = [];
    for (let number = 0; number < index.size; number++) {
      const signature = index.signature(number);
      const { pattern } = signature;
      const put = new Map<string, string>();
      const message = pattern.text.replace(/\{([A-Za-z][A-Za-z0-9 _-]*)\}/g, (_, hole: string) => {
        const name = hole.toLowerCase();
        put.set(name, put.get(name) ?? String(7000 + put.size));
        return put.get(name) ?? '';
      });
      const tokens = tokenisePaste(message, index.vocabulary);
      const found = align(signature, tokens, 0, tokens.ids.length);
      if (!found || (put.size === 0 && found.coverage < 0.999)) {
        lacking.push(pattern.text);
        continue;
      }
      const read = readHoles(message, tokens, signature, found);
      const seen = new Set<string>();
      pattern.gaps.forEach(({ holes, newline }, place) => {
        const name = holes[0]?.toLowerCase() ?? '';
        const first = !seen.has(name);
        for (const hole of holes) seen.add(hole.toLowerCase());
        const inner = place > 0 && place < pattern.words.length;
        const whole = found.at.length === pattern.words.length;
        if (inner && whole && holes.length === 1 && first && !newline && read[name] !== put.get(name))
          lacking.push(`${name} is ${read[name]}: ${message}`);
      });
    }
    expect(lacking).toEqual([]);
  });
  it('a command keeps all but its placeholders', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.constantFrom('<IMAGE>', '<PORT>'))), (parts) => {
        const code = parts.join('');
        expect(
          fillCommand(code, {})
            .map((piece) => piece.text)
            .join(''),
        ).toBe(code);
        expect(
          fillCommand(code, { image: 'i', port: 'p' })
            .map((piece) => piece.text)
            .join(''),
        ).toBe(code.replaceAll('<IMAGE>', 'i').replaceAll('<PORT>', 'p'));
      }),
    );
  });
});

/** What a shell reads as the words of a command line. */
const shell = (script: string): string => execFileSync('sh', ['-c', script], { encoding: 'utf8', env: {} });
const value = fc.string({ unit: fc.constantFrom(...'ab \'"`\\$#;&|*?!()[]{}<>=%\n\té'), minLength: 1, maxLength: 14 });

describe('a value in a command', () => {
  it('is read by a shell as it was given', () => {
    const own = value.filter((given) => !/\$[\w{(]/.test(given) && !/^(['"])[\s\S]*\1$/.test(given));
    fc.assert(
      fc.property(fc.array(own, { minLength: 20, maxLength: 20 }), (values) => {
        for (const before of ['', "# don't\n", "'", '"']) {
          const close = before === "'" || before === '"' ? before : '';
          // In double quotes a lone $ at the end names nothing; one before other signs is the reader's.
          const used = before === '"' ? values.map((one) => one.replaceAll('$', '')) : values;
          const script = used.map(
            (one) => `${before.startsWith('#') ? before : ''}printf '%s\\036' ${close}${quoted(one, before)}${close}`,
          );
          expect(shell(script.join('\n')).split('\x1e').slice(0, -1)).toEqual(used);
        }
      }),
      { numRuns: 15 },
    );
  });
  it.each([
    ['a backslash at the end of a variable closes the quote still', '$HOME\\', '/h\\'],
    ['quotes that end in the middle are letters', "'it's'", "'it's'"],
    ['a quote that is escaped ends nothing', '"a\\"', '"a\\"'],
  ])('%s', (_, given, read) => expect(shell(`HOME=/h; printf %s ${quoted(given)}`)).toBe(read));
});

describe('addresses', () => {
  const base = fc.array(lower(1, 5), { maxLength: 3 }).map((parts) => parts.map((part) => `/${part}`).join(''));
  it('come back from below a base', () => {
    fc.assert(
      fc.property(
        base,
        fc.webPath().filter((path) => path.startsWith('/') && !path.startsWith('//')),
        (below, path) => {
          expect(siteAddress('', `${below}/`).base).toBe(below);
          expect(withoutBase(below, withBase(below, path))).toBe(path);
        },
      ),
    );
  });
});

describe('the terminal', () => {
  it('wraps in order, and no line is longer than asked but a word of its own', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 100 }), (written, columns) => {
        const lines = wrap(written, columns);
        const words: readonly string[] = written.match(/(?:`[^`]*`|\S)+/g) ?? [];
        expect(lines.join(' ')).toBe(words.join(' '));
        for (const line of lines) expect(line.length <= Math.min(columns, 88) || words.includes(line)).toBe(true);
      }),
    );
  });
  it('answers any arguments, or says what is wrong with them', () => {
    const word = fc.oneof(
      text,
      fc.constantFrom('--json', '-n', '--results=7', 'show', '--', '-', '--toString', '--__proto__', '-an5'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        try {
          expect(['search', 'show', 'help', 'version']).toContain(readArguments(words).what);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
  it.each(['--constructor', '--toString'])('%s is no option', (flag) => {
    expect(() => readArguments([flag])).toThrow(UsageError);
  });
});

function written(value: Cbor): Uint8Array {
  const writer = cborWriter();
  const write = (own: Cbor): void => {
    if (typeof own === 'number') writer.number(own);
    else if (typeof own === 'string') writer.text(own);
    else {
      writer.list(own.length);
      own.forEach(write);
    }
  };
  write(value);
  return writer.bytes();
}

function indexed(records: readonly Record<string, number[]>[]): Index {
  const words = [...new Set(records.flatMap((own) => Object.keys(own)))].sort();
  const numbers = words.flatMap((word) => {
    const hits = records.flatMap((own, number) => (own[word] ? [number, own[word].length, ...own[word]] : []));
    return [hits.length, ...hits];
  });
  return { words, hits: new Uint32Array(numbers) };
}
