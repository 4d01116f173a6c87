/** What a result shows of a record: kept in a small file a record, fetched when it is shown. */
import type { Line, SearchRecord } from '../../built-site/record.ts';

export interface RecordText {
  readonly url: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly crumbs: readonly string[];
  readonly kind: string;
  /** Tools whose commands the page runs. */
  readonly tools: readonly string[];
  readonly lines: readonly Line[];
}

/** Characters of a record's text that are kept: enough to find the line that matched; of a reference all its rows. */
const MOST = 1100;
const MOST_OF_REFERENCE = 8000;
const SHORT = { text: '', code: '$', output: '>' } as const;

interface PackedText {
  readonly u: string;
  readonly t: string;
  readonly h?: readonly string[];
  readonly c: readonly string[];
  readonly k: string;
  readonly o?: readonly string[];
  readonly l: readonly string[];
}

/** The file of a record. */
export function recordText(record: SearchRecord): PackedText {
  const lines: string[] = [];
  let size = 0;
  for (const { kind, text } of record.lines) {
    if (size + text.length > (record.kind === 'reference' ? MOST_OF_REFERENCE : MOST) && lines.length > 0) break;
    size += text.length;
    lines.push(`${SHORT[kind]}|${text.slice(0, MOST)}`);
  }
  return {
    u: record.url,
    t: record.title,
    ...(record.headings.length > 0 && { h: record.headings }),
    c: record.crumbs,
    k: record.kind,
    ...(record.tools.length > 0 && { o: record.tools }),
    l: lines,
  };
}

/** A record's text from its file. */
export function readText({ u, t, h = [], c, k, o = [], l }: PackedText): RecordText {
  const lines = l.map((line): Line => {
    const bar = line.indexOf('|');
    const sign = line.slice(0, bar);
    return { kind: sign === '$' ? 'code' : sign === '>' ? 'output' : 'text', text: line.slice(bar + 1) };
  });
  return { url: u, title: t, headings: h, crumbs: c, kind: k, tools: o, lines };
}
