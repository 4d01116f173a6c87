/**
 * What readers type for a section in words of their own: `<note>.asks.yaml` beside each note, by the id of the heading, with
 * `page` for the opening; content/pages.asks.yaml by address. Pure.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../lib/finding.ts';
import { readYaml } from '../lib/yaml.ts';

/** One phrase, the address of the section that answers it, and where it stands. */
export interface Ask {
  readonly url: string;
  readonly phrase: string;
  readonly file: string;
  readonly line: number;
}

/** The address that a key of a file stands for; undefined for a key that can be none. */
export function addressOf(file: string, key: string): string | undefined {
  const [, topic, note] = /^content\/([^/]+)\/([^/]+)\.asks\.yaml$/.exec(file) ?? [];
  if (!topic || !note) return key.startsWith('/') ? key : undefined;
  if (key === 'page') return `/${topic}/${note}/`;
  return /^[a-z][a-z0-9-]*$/.test(key) ? `/${topic}/${note}/#${key}` : undefined;
}

/** What a file says. */
export interface AskFile {
  readonly asks: readonly Ask[];
  readonly findings: readonly Finding[];
}

/** Checks and search ask for the same files. */
const read = new WeakMap<object, AskFile>();

/** The phrases of a file in their order, and what keeps it from being read. */
export function readAsks(source: { readonly file: string; readonly text: string }): AskFile {
  const known = read.get(source);
  if (known) return known;
  const found = plainAsks(source) ?? parseAsks(source);
  read.set(source, found);
  return found;
}

/** Tells what a file says, as it was read before, unless it has been read. */
export function knowAsks(source: object, recall: () => AskFile): void {
  if (!read.has(source)) read.set(source, recall());
}

/** A file as nearly all are, ids with phrases below them, one a line; undefined for any other, and for one with a fault. */
function plainAsks({ file, text }: { readonly file: string; readonly text: string }): AskFile | undefined {
  const lines = text.split('\n').flatMap((line, at) => (/^\s*- /.test(line) ? [at + 1] : []));
  const asks: Ask[] = [];
  const data = mapOf(text);
  if (!data) return undefined;
  for (const [key, phrases] of Object.entries(data)) {
    const url = addressOf(file, key);
    if (url === undefined || !Array.isArray(phrases) || phrases.length === 0) return undefined;
    for (const phrase of phrases) {
      if (typeof phrase !== 'string') return undefined;
      asks.push({ url, phrase, file, line: lines[asks.length] ?? 0 });
    }
  }
  return asks.length === lines.length ? { asks, findings: [] } : undefined;
}

function mapOf(text: string): object | undefined {
  try {
    const data = readYaml(text);
    return data !== null && typeof data === 'object' && !Array.isArray(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

function parseAsks({ file, text }: { readonly file: string; readonly text: string }): AskFile {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const asks: Ask[] = [];
  const findings: Finding[] = [];
  const lineAt = (offset = 0): number => counter.linePos(offset).line;
  const say = (offset: number | undefined, found: string, allowed: string, fix: string) =>
    findings.push({ file, line: lineAt(offset), found, allowed, fix });
  for (const error of document.errors)
    say(
      error.pos[0],
      `no valid YAML: ${error.message.split('\n')[0]}`,
      'ids of headings, each with a list of phrases',
      'quote a phrase that holds ": " or begins with a sign; each id once',
    );
  if (document.errors.length > 0 || document.contents === null) return { asks, findings };
  if (!isMap(document.contents))
    say(0, 'no ids of headings', 'ids of headings, each with a list of phrases', 'write page: and its phrases below');
  for (const { key, value } of isMap(document.contents) ? document.contents.items : []) {
    const written = isScalar(key) ? String(key.value) : '';
    const at = isScalar(key) ? key.range?.[0] : 0;
    const url = addressOf(file, written);
    if (url === undefined)
      say(at, `phrases for "${written}"`, 'page, or the id of a heading without #', 'take the id from the heading');
    if (!isSeq(value) || value.items.length === 0)
      say(
        at,
        `${written} without phrases`,
        'a list of what readers type',
        'write a phrase below it, with a dash, or take the id out',
      );
    for (const item of isSeq(value) ? value.items : []) {
      const offset = isScalar(item) ? item.range?.[0] : at;
      if (isScalar(item) && typeof item.value === 'string') {
        if (url !== undefined) asks.push({ url, phrase: item.value, file, line: lineAt(offset) });
      } else say(offset, `${written}: a phrase that is no text`, 'words as readers type them', 'put it in quotes');
    }
  }
  return { asks, findings };
}
