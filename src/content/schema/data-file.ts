/** Lists of entries in a YAML file of content/, held against a schema. Pure. */
import { isMap, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Finding } from '../../lib/finding.ts';

interface Schema {
  safeParse(value: unknown): {
    success: boolean;
    error?:
      | { issues: readonly { path: readonly PropertyKey[]; message: string; code: string; keys?: readonly string[] }[] }
      | undefined;
  };
}

/** What is wrong with the entries of a data file; `key` must be unique. */
export function checkEntries({ file, text }: { file: string; text: string }, schema: Schema, key: string): Finding[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line;
  if (document.errors.length > 0)
    return document.errors.map((error) => ({
      file,
      line: lineAt(error.pos[0]),
      found: `no valid YAML: ${error.message.split('\n')[0]}`,
      allowed: 'a list of entries',
      fix: 'mend quotes and indentation',
    }));
  const items = ((document.contents as { items?: unknown[] } | null)?.items ?? []) as YAMLMap[];
  const seen = new Map<string, number>();
  return items.flatMap((item) => {
    const line = lineAt(item.range?.[0] ?? 0);
    const value = isMap(item) ? (item.toJS(document) as Record<string, unknown>) : item;
    const id = String((value as Record<string, unknown>)[key]);
    const result = schema.safeParse(value);
    const issues = result.success
      ? []
      : (result.error?.issues ?? []).map(({ path, message, keys }) => ({
          file,
          line,
          found: `entry ${id}: ${keys ? `unknown key ${keys.join(', ')}` : `${path.join('.') || 'it'}: ${message}`}`,
          allowed: 'what the head of the file says',
          fix: keys ? 'take the key out' : 'mend the value',
        }));
    const first = seen.get(id);
    if (first)
      issues.push({
        file,
        line,
        found: `${key} ${id} a second time; the first is in line ${first}`,
        allowed: `each ${key} once`,
        fix: 'merge the two entries',
      });
    seen.set(id, line);
    return issues;
  });
}
