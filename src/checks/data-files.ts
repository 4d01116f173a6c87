/** The YAML files of content/: each entry meets its schema, with the line of the very key that does not. Pure. */
import { isMap, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Change } from '../content/data.ts';
import type { ContentFile } from '../content/files.ts';
import { changeSchema } from '../content/schema/changes.ts';
import { redirectSchema, sourceSchema } from '../content/schema/data.ts';
import { valueSchema } from '../content/schema/values.ts';
import { type Finding, findingIn } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';
import type { Knowledge } from './code.ts';
import { readSpan } from './commands/block.ts';
import { inWords, type SchemaIssue } from './in-words.ts';

interface Issue extends SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

interface Schema {
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly Issue[] } | undefined };
  readonly shape?: object;
}

/** Each file by its name in content/: the schema of an entry, and the key that is unique. */
const FILES: Readonly<Record<string, { readonly schema: Schema; readonly key: string }>> = {
  'values.yaml': { schema: valueSchema, key: 'name' },
  'changes.yaml': { schema: changeSchema, key: 'id' },
  'sources.yaml': { schema: sourceSchema, key: 'id' },
  'redirects.yaml': { schema: redirectSchema, key: 'from' },
};

/** The names of the data files that have a schema. */
export const DATA_FILES = Object.keys(FILES);

/** What is wrong with the entries of a data file. */
export function checkDataFile({ file, text }: ContentFile): Finding[] {
  const rule = FILES[file.replace(/^content\//, '')];
  if (!rule) throw new Error(`${file} has no schema`);
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset = 0): number => counter.linePos(offset).line;
  const finding = findingIn(file);
  if (document.errors.length > 0)
    return document.errors.map(({ pos, message }) =>
      finding(
        lineAt(pos[0]),
        `no valid YAML: ${message.split('\n')[0]}`,
        'a list of entries',
        'close quotes and brackets; begin each entry with a dash at the margin',
      ),
    );
  if (document.contents === null) return [];
  if (!isSeq(document.contents))
    return [finding(1, 'no list', 'a list of entries', 'begin each entry with a dash at the margin')];
  const seen = new Map<string, number>();
  return document.contents.items.flatMap((item): Finding[] => {
    const entry = item as YAMLMap;
    const line = lineAt(entry.range?.[0]);
    const value: unknown = isMap(item) ? item.toJS(document) : item;
    const id = String((value as Record<string, unknown> | null)?.[rule.key]);
    const lineOf = (key: PropertyKey | undefined): number => {
      const pair = isMap(item) ? item.items.find((own) => String(own.key) === String(key)) : undefined;
      return lineAt((pair?.key as { range?: number[] } | undefined)?.range?.[0] ?? entry.range?.[0]);
    };
    const result = rule.schema.safeParse(value);
    const keys = Object.keys(rule.schema.shape ?? {});
    const issues = (result.success ? [] : (result.error?.issues ?? [])).flatMap((issue): Finding[] => {
      if (issue.keys)
        return issue.keys.map((key) => {
          const near = nearest(key, keys);
          return finding(
            lineOf(key),
            `entry ${id}: unknown key ${key}`,
            keys.join(', '),
            near ? `did you mean ${near}?` : 'take the key out',
          );
        });
      const [key] = issue.path;
      const path = issue.path.map(String).join('.');
      const own = issue.path.reduce<unknown>((inner, part) => Object(inner)[part], path ? value : undefined);
      const allowed = inWords(issue, own);
      return [
        finding(
          lineOf(key),
          `entry ${id}: ${own === undefined && path ? `no ${path}` : `${path || 'it'}: ${path ? (JSON.stringify(own) ?? '') : issue.message}`}`,
          allowed,
          own === undefined && path ? `add ${path}: ...` : `change ${path || 'the entry'} to what is allowed`,
        ),
      ];
    });
    const first = seen.get(id);
    if (first === undefined) seen.set(id, line);
    else
      issues.push(
        finding(
          line,
          `${rule.key} ${id} a second time; the first is in line ${first}`,
          `each ${rule.key} once`,
          'merge the two entries',
        ),
      );
    return issues;
  });
}

/** What holds now has to be a call that the tools of today know. */
export function checkChangesAgainstTools(
  changes: readonly Change[],
  { file, text }: ContentFile,
  { parser }: Knowledge,
): Finding[] {
  return changes.flatMap(({ id, now }) =>
    [...now.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) =>
      (readSpan(parser, code)?.problems ?? []).map(({ found, allowed, fix }) => ({
        file,
        line: text.split('\n').findIndex((line) => line.startsWith(`- id: ${id}`)) + 1,
        found: `entry ${id}: now: ${found}`,
        allowed,
        fix,
      })),
    ),
  );
}
