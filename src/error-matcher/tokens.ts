import { escapeEnd, noiseEnd } from './clean.ts';

/** The words of a text in order; columns of equal length. */
export interface Tokens {
  readonly text: string;
  /** Index in the vocabulary, or -1. */
  readonly ids: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** 0-based line of each word. */
  readonly lines: number[];
  /** Number of the statement that each word belongs to: a line, or one string of a JSON or logfmt record. */
  readonly parts: number[];
  /** Length of each line. */
  readonly widths: number[];
}

/** How a text ends behind a word: it goes on, ends there as lines do, or breaks off. */
export type End = 'on' | 'end' | 'cut';

/** Whether a line is so long that a terminal, a pager or a table may have broken it. */
export const isLong = ({ widths }: Tokens, line: number): boolean => (widths[line] ?? 0) > CUT_AT;

/** From this length on a line may have been cut by a terminal, a pager or a table. */
const CUT_AT = 60;
/** What tables, terminals and trackers put where they cut; the last two are the same mark in a wrong encoding. */
const CUT_MARK = /\.\.\.|\u2026|\ufffd|\u0393\u00c7\u00aa|\u00e2.?.?\u00a6/;

/** The same right before a word. */
const CUT_BEFORE = new RegExp(`(?:${CUT_MARK.source})[ \\t"'\`]*$`);

/** How the text goes on behind a word; `word` is the one that the message has next. */
export function endAfter({ text, starts, ends, parts, lines }: Tokens, token: number, word?: string): End {
  const from = ends[token] ?? 0;
  const next = starts[token + 1];
  if (next === undefined) return 'cut';
  const between = text.slice(from, Math.min(next, from + 40));
  if (CUT_MARK.test(between)) return 'cut';
  if (parts[token + 1] === parts[token]) {
    // Half a word, and then nothing more: of the text, or before a mark.
    const after = starts[token + 2];
    if (after === undefined) return word?.startsWith(text.slice(next, ends[token + 1]).toLowerCase()) ? 'cut' : 'on';
    return CUT_MARK.test(text.slice(ends[token + 1], Math.min(after, (ends[token + 1] ?? 0) + 6))) ? 'cut' : 'on';
  }
  // The next value of the record may be the next word of the message, as in err="Get ...".
  if (lines[token + 1] === lines[token])
    return word !== undefined && text.slice(next, ends[token + 1]).toLowerCase() === word ? 'on' : 'end';
  return from - text.lastIndexOf('\n', from - 1) > CUT_AT ? 'cut' : 'end';
}

/** How the text stands before a word: it goes on from before, begins there as lines do, or was cut there. */
export function endBefore({ text, starts, ends, parts }: Tokens, token: number): End {
  const to = starts[token] ?? 0;
  const from = token === 0 ? 0 : (ends[token - 1] ?? 0);
  if (CUT_BEFORE.test(text.slice(Math.max(from, to - 12), to))) return 'cut';
  return token > 0 && parts[token - 1] === parts[token] ? 'on' : 'end';
}

/** Whether a line is a record of JSON or logfmt, in which a bare quote ends a value. */
const RECORD = /^[^"]{0,120}\{\s*"[\w.@-]+"\s*:|(?:^|\s)[\w.-]+="/;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isWord = (code: number) => isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** End of the word that starts at `from`; numbers with dots (127.0.0.1, 1.44) or a slash (0/1) are one word. */
export function wordEnd(text: string, from: number, to: number): number {
  let end = from;
  let digits = true;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (isWord(code)) digits &&= isDigit(code);
    else if (
      !((code === 46 || code === 47) && digits && end > from && end + 1 < to && isDigit(text.charCodeAt(end + 1)))
    )
      break;
    end++;
  }
  return end;
}

/** Calls `take` for each word between two places; escapes (\n, \", &quot;) part words as white space does. */
export function eachWord(text: string, from: number, to: number, take: (start: number, end: number) => void): void {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isWord(code)) {
      const end = wordEnd(text, at, to);
      take(at, end);
      at = end;
    } else at = code === 92 || code === 38 ? escapeEnd(text, at, to) : at + 1;
  }
}

/** Words of a short text, lower-case. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, 0, text.length, (start, end) => words.push(text.slice(start, end).toLowerCase()));
  return words;
}

/** Cuts a paste to known words: skips what logs put before a line, and joins a word that a narrow terminal has broken. */
export function tokenise(text: string, vocabulary: ReadonlyMap<string, number>): Tokens {
  const tokens: Tokens = { text, ids: [], starts: [], ends: [], lines: [], parts: [], widths: [] };
  const { ids, starts, ends, lines, parts, widths } = tokens;
  let line = 0;
  let part = 0;
  let quote = text.indexOf('"');
  let from = 0;
  let open = -1;
  while (from <= text.length) {
    const at = text.indexOf('\n', from);
    const to = at < 0 ? text.length : at;
    widths.push(to - from);
    const begin = noiseEnd(text, from, to);
    if (quote >= 0 && quote < begin) quote = text.indexOf('"', begin);
    const record = quote >= 0 && quote < to && RECORD.test(text.slice(begin, Math.min(to, begin + 400)));
    let past = begin;
    eachWord(text, begin, to, (start, end) => {
      const word = end - start > 64 ? '' : text.slice(start, end).toLowerCase();
      const id = vocabulary.get(word) ?? -1;
      if (open >= 0 && start === begin) {
        const last = ids.length - 1;
        const whole = vocabulary.get(text.slice(starts[last], open).toLowerCase() + word);
        if (whole !== undefined && (ids[last] === -1 || id === -1)) {
          ids[last] = whole;
          past = end;
          return;
        }
      }
      if (record && hasBareQuote(text, past, start)) part++;
      past = end;
      ids.push(id);
      starts.push(start);
      ends.push(end);
      lines.push(line);
      parts.push(part);
    });
    const last = ids.length - 1;
    const stop = to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to;
    open = last >= 0 && lines[last] === line && ends[last] === stop ? stop : -1;
    if (at < 0) break;
    from = at + 1;
    line++;
    part++;
  }
  return tokens;
}

function hasBareQuote(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text[at] === '"' && text[at - 1] !== '\\') return true;
  return false;
}
