import { holesIn } from '../content/holes.ts';
import { type FixData, schemaFor } from '../content/schema/front-matter.ts';
import type { SourceFile } from '../content/source.ts';
import type { Finding } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';
import { TOPIC_IDS, type TopicId } from '../topics.ts';

/** Front matter that is no YAML, has an unknown, missing or mistyped key, or a value outside its list. */
export function checkFrontMatter(source: SourceFile): Finding[] {
  const { file } = source;
  if (source.yamlErrors.length > 0) {
    return source.yamlErrors.map(({ line, message }) => ({
      file,
      line,
      found: `front matter that is no valid YAML: ${message}`,
      allowed: 'YAML between two lines of ---',
      fix: 'quote texts that hold a colon, a brace or a backtick; copy the frame from content/_templates/',
    }));
  }
  if (!(TOPIC_IDS as readonly string[]).includes(source.topic)) return [];
  const schema = schemaFor(source.topic as TopicId);
  const result = schema.safeParse(source.data);
  if (result.success) return source.topic === 'troubleshooting' ? checkHoles(source, result.data as FixData) : [];
  const keys = Object.keys(schema.shape);
  return result.error.issues.flatMap((issue): Finding[] => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const where = path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        line: source.lineOf([...path, key]),
        found: `unknown key "${key}"`,
        allowed: path.length > 0 ? issue.message : keys.join(', '),
        fix: suggestion(key, keys),
      }));
    }
    const value = at(source.data, path);
    const missing = value === undefined;
    return [
      {
        file,
        line: source.lineOf(path),
        found: missing ? `missing key "${where}"` : `${where}: ${JSON.stringify(value)}`,
        allowed: issue.message,
        fix: missing ? `add "${where}:"; content/_templates/ shows it` : `change ${where} to what is allowed`,
      },
    ];
  });
}

/** Titles and places in a section that two files claim. */
export function checkDuplicates(sources: readonly SourceFile[]): Finding[] {
  const seen = new Map<string, SourceFile>();
  const findings: Finding[] = [];
  const claim = (source: SourceFile, key: string, path: string, found: string, fix: string) => {
    const other = seen.get(key);
    if (other)
      findings.push({
        file: source.file,
        line: source.lineOf([path]),
        found: `${found}, and ${other.file}:${other.lineOf([path])} has it too`,
        allowed: 'each only once',
        fix,
      });
    else seen.set(key, source);
  };
  for (const source of sources) {
    const data = source.data as { title?: unknown; section?: unknown; order?: unknown } | undefined;
    if (typeof data?.title === 'string')
      claim(
        source,
        `title ${data.title.toLowerCase()}`,
        'title',
        `title "${data.title}"`,
        'say in the title what sets this page apart',
      );
    if (data?.order !== undefined)
      claim(
        source,
        `order ${source.topic} ${String(data.section)} ${String(data.order)}`,
        'order',
        `order ${String(data.order)} in section ${String(data.section)}`,
        'take another number; gaps are fine',
      );
  }
  return findings;
}

function checkHoles(source: SourceFile, data: FixData): Finding[] {
  const named = new Set(data.errors.flatMap((error) => holesIn(typeof error === 'string' ? error : error.text)));
  const missing = [...named].filter((hole) => data.holes[hole] === undefined);
  const unused = Object.keys(data.holes).filter((hole) => !named.has(hole));
  return [
    ...missing.map((hole) => ({
      file: source.file,
      line: source.lineOf(['errors']),
      found: `{${hole}} in errors has no example`,
      allowed: 'an example value for every hole',
      fix: `add "${hole}: ..." under holes`,
    })),
    ...unused.map((hole) => ({
      file: source.file,
      line: source.lineOf(['holes', hole]),
      found: `holes.${hole} is in none of the errors`,
      allowed: [...named].join(', ') || 'no holes',
      fix: suggestion(hole, [...named]),
    })),
  ];
}

function suggestion(key: string, keys: readonly string[]): string {
  const near = nearest(key, keys);
  return near ? `did you mean "${near}"? Otherwise remove it` : `remove "${key}"`;
}

function at(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined,
    data,
  );
}
