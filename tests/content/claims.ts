/** Behaviour that a command check cannot see: what a page must say, and what no page may say again. Rows are in claims/*.yaml. */
import { parse } from 'yaml';

/** One row: what holds, where it is said, since when, how we know, and the patterns that hold the pages to it. */
export interface Claim {
  readonly claim: string;
  /** The address of a page, with or without the id of a section. */
  readonly page: string;
  readonly since: string;
  readonly source: string;
  /** Regular expressions; each must match in the section, or on the page if no section is named. */
  readonly find: readonly string[];
  /** Regular expressions that must match on no page at all. */
  readonly never: readonly string[];
}

/** A file of content/ with its path below that folder, such as `docker/clean-up.mdx`. */
export interface ContentFile {
  readonly path: string;
  readonly text: string;
}

const KEYS = ['claim', 'page', 'since', 'source', 'find', 'never'];
const list = (value: unknown): string[] => (value === undefined ? [] : [value].flat().map(String));

/** Reads the rows of one file; throws with the place of the first row that is not whole. */
export function parseClaims(text: string, file: string): Claim[] {
  return ((parse(text) ?? []) as Record<string, unknown>[]).map((row, index) => {
    const place = `${file}, row ${index + 1}`;
    const unknown = Object.keys(row).find((key) => !KEYS.includes(key));
    if (unknown) throw new Error(`${place}: unknown key ${unknown}`);
    for (const key of ['claim', 'page', 'since', 'source']) {
      if (typeof row[key] !== 'string' || row[key] === '') throw new Error(`${place}: ${key} is missing`);
    }
    const find = list(row.find);
    const never = list(row.never);
    if (find.length + never.length === 0) throw new Error(`${place}: neither find nor never`);
    return {
      claim: String(row.claim),
      page: String(row.page),
      since: String(row.since),
      source: String(row.source),
      find,
      never,
    };
  });
}

/** The text of a section, up to the next heading of its rank or a higher one; undefined if there is no such id. */
export function sectionOf(text: string, id: string): string | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^#{2,3} .*\\{#${id}\\}$`).test(line));
  if (start < 0) return undefined;
  const rank = (lines[start] ?? '').indexOf(' ');
  const end = lines.findIndex((line, index) => index > start && /^#{2,3} /.test(line) && line.indexOf(' ') <= rank);
  return lines.slice(start, end < 0 ? undefined : end).join('\n');
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** One sentence for each row that the content does not keep. */
export function brokenClaims(claims: readonly Claim[], files: readonly ContentFile[]): string[] {
  const texts = files.map(({ path, text }) => ({ path, text, flat: flat(text) }));
  return claims.flatMap(({ claim, page, find, never }) => {
    const [, path = '', id] = /^\/(.+?)\/(?:#(.+))?$/.exec(page) ?? [];
    const file = texts.find((candidate) => candidate.path === `${path}.mdx`);
    const text = file && (id ? sectionOf(file.text, id) : file.text);
    if (text === undefined) return [`${page} does not exist (${claim})`];
    return [
      ...find
        .filter((pattern) => !new RegExp(pattern, 'i').test(flat(text)))
        .map((pattern) => `${page} does not say /${pattern}/ (${claim})`),
      ...never.flatMap((pattern) =>
        texts
          .filter((other) => new RegExp(pattern, 'i').test(other.flat))
          .map((other) => `${other.path} says /${pattern}/ (${claim})`),
      ),
    ];
  });
}
