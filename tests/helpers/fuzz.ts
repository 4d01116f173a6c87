/** Inputs that nobody wrote, made from what people did write: the same ones for the same seed. Used by the unit tests and by bench/fuzz.ts. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { SearchRecord } from '../../src/built-site/record.ts';
import { readBlock, readSpan } from '../../src/checks/commands/block.ts';
import { loadCommands } from '../../src/checks/commands/grammar.ts';
import { fixesOf } from '../../src/checks/messages.ts';
import { quoted } from '../../src/client/quote.ts';
import { signaturesOf } from '../../src/error-matcher/compile.ts';
import { matchText } from '../../src/error-matcher/match.ts';
import { textOf } from '../../src/error-matcher/messages.ts';
import { memorySearch } from '../../src/search/learn/weigh.ts';
import { corrected, find } from '../../src/search/query/find.ts';
import { readFixes } from './load-fixes.ts';

/** A generator of numbers from 0 to 1 whose neighbouring seeds share nothing (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
type Random = () => number;

/** What is thrown at an input: an error if it is not read as it should be. */
export interface Target {
  readonly name: string;
  readonly input: (random: Random) => string;
  readonly check: (input: string) => void | Promise<void>;
}

const notes = readFixes('content/troubleshooting');
const fixes = fixesOf(notes);
const file = signaturesOf(fixes);
const messages = fixes.flatMap(({ errors }) => errors.map(textOf));
const commands = notes.flatMap(({ file: path }) =>
  [...readFileSync(path, 'utf8').matchAll(/^ *```sh[^\n]*\n([\s\S]*?)^ *```/gm)].map((match) => match[1] ?? ''),
);
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const upTo = (random: Random, most: number): number => Math.floor(random() * most);

const SIGNS = [...'\'"`\\$#;&|*?!()[]{}<>=%~^@,.:/-_ \t\n\r'];
const ODD = [
  '\x1b[31m',
  '\x1b]0;',
  '\x1b',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\ud800',
  '🐳',
  '\u0130',
  '\u2028',
  '&quot;',
  '\\u0022',
  '\\n',
  '"{"a":"',
  '<<EOF\n',
  '$((',
  '$(',
  '${',
  '<(',
  '<IMAGE>',
  'constructor',
  '__proto__',
  '1.',
  '--',
  '…',
];

const CHANGES: readonly ((text: string, random: Random) => string)[] = [
  (text, random) => text.slice(upTo(random, text.length + 1)),
  (text, random) => text.slice(0, upTo(random, text.length + 1)),
  (text, random) => insert(text, random, pick(random, SIGNS)),
  (text, random) => insert(text, random, pick(random, ODD)),
  (text, random) => insert(text, random, String.fromCodePoint(upTo(random, 0x3000))),
  (text, random) => insert(text, random, pick(random, messages)),
  (text, random) => text.replace(pick(random, SIGNS), ''),
  (text) => text.toUpperCase(),
  (text) => JSON.stringify(text),
  (text) => `${text}\n${text}`,
  (text, random) =>
    text
      .split(' ')
      .sort(() => random() - 0.5)
      .join(' '),
];

function insert(text: string, random: Random, piece: string): string {
  const at = upTo(random, text.length + 1);
  return text.slice(0, at) + piece + text.slice(at);
}

function mutated(seeds: readonly string[], random: Random): string {
  let text = random() < 0.1 ? '' : pick(random, seeds);
  for (let left = 1 + upTo(random, 5); left > 0; left -= 1) text = pick(random, CHANGES)(text, random);
  // Now and then one piece many times over, or one inside the other, which is where time and stacks are lost.
  if (random() < 0.003) text = text.slice(0, 1 + upTo(random, 40)).repeat(1 + upTo(random, 1500));
  if (random() < 0.003) text = nested(text, random);
  return text.slice(0, 60_000);
}

/** What opens and what closes it; the last ones open for ever. */
const BRACKETS = [
  ['echo $(', ')'],
  ['"$(', ')"'],
  ['(', ')'],
  ['{ ', '; }'],
  ['${a:-', '}'],
  ['if true; then ', '; fi'],
  ['$((', '))'],
  ['a && ', ''],
  ['sudo ', ''],
  ['find . -exec ', ' \\;'],
] as const;

function nested(text: string, random: Random): string {
  const [open, close] = pick(random, BRACKETS);
  const deep = upTo(random, Math.floor(50_000 / (open.length + close.length)));
  return open.repeat(deep) + text.slice(0, 200) + close.repeat(deep);
}

const claim = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

function checkMatches(input: string): void {
  const ids = new Set<string>();
  for (const { id, confidence, line, lineText, spans, holes, because } of matchText(input, file)) {
    claim(!ids.has(id), `${id} is handed out twice`);
    ids.add(id);
    claim(confidence >= 0.5 && confidence <= 1, `a confidence of ${confidence}`);
    claim(line >= 1 && line <= input.split('\n').length, `line ${line}`);
    claim(!lineText.includes('\n') && lineText.length <= 1600, 'more than a line');
    claim(because !== id, 'a match because of itself');
    let past = 0;
    for (const [start, end] of spans) {
      claim(start >= past && end > start && end <= lineText.length, `a span from ${start} to ${end}`);
      past = end;
    }
    for (const value of Object.values(holes)) claim(typeof value === 'string' && value.length <= 160, 'a hole');
  }
}

const records = messages.slice(0, 400).map(
  (text, index): SearchRecord => ({
    url: `/troubleshooting/${index}/`,
    title: text,
    headings: [],
    crumbs: [],
    kind: 'fix',
    topic: 'docker',
    tools: ['docker'],
    description: '',
    links: 0,
    asks: [],
    lines: [{ kind: 'text', text: `${text} ${text}` }],
  }),
);
const { data, lookup } = memorySearch(records);

async function checkQuery(input: string): Promise<void> {
  const { ranked, corrections, keys } = await find(input, data, lookup, { typing: input.length % 2 === 0 });
  let before = Number.POSITIVE_INFINITY;
  for (const { record, score } of ranked) {
    claim(record in records && Number.isFinite(score) && score <= before, `a score of ${score}`);
    before = score;
  }
  claim(new Set(keys).size === keys.length, 'a key twice');
  corrected(input, corrections);
}

const parser = await loadCommands();
function checkShell(input: string): void {
  const lines = input.split('\n').length;
  for (const lang of ['sh', 'powershell', 'cmd'])
    for (const { line } of readBlock(parser, input, lang).problems) claim(line >= 0 && line <= lines, `line ${line}`);
  readSpan(parser, input);
}

/** Values that go through one shell: to start one for each would take minutes. */
const AT_ONCE = 250;
let waiting: string[] = [];
/** Lets a shell read back what is still waiting. */
export function readBack(): void {
  const values = waiting;
  waiting = [];
  const script = values.map((value) => `printf '%s\\036' ${quoted(value)}`).join('\n');
  const read = execFileSync('sh', ['-s'], {
    input: script,
    encoding: 'utf8',
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  }).split('\x1e');
  for (const [index, value] of values.entries())
    claim(read[index] === value, `a shell reads ${JSON.stringify(value)} as ${JSON.stringify(read[index])}`);
}

function checkQuoting(input: string): void {
  // What names a variable, is in quotes already, begins with the home folder or cannot be passed at all is not read back as it is.
  const value = input.replace(/[\0\x1e\ud800-\udfff]/g, '').slice(0, 300);
  if (value === '' || /\$[\w{(]/.test(value) || /^(['"])[\s\S]*\1$/.test(value) || value.startsWith('~')) return;
  waiting.push(value);
  if (waiting.length >= AT_ONCE) readBack();
}

export const TARGETS: readonly Target[] = [
  { name: 'matcher', input: (random) => mutated(messages, random), check: checkMatches },
  {
    name: 'query',
    input: (random) => mutated(messages, random).slice(0, random() < 0.9 ? 80 : 5000),
    check: checkQuery,
  },
  { name: 'shell', input: (random) => mutated(commands, random), check: checkShell },
  { name: 'quoting', input: (random) => mutated([...SIGNS, ...ODD, ...messages], random), check: checkQuoting },
];
