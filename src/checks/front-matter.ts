import { checkedMatter } from '../content/front-matter.ts';
import type { NoteOutline, ParsedNote } from '../content/read-note.ts';
import { type FixData, schemaFor } from '../content/schema/front-matter.ts';
import { textOf } from '../error-matcher/messages.ts';
import { SAMPLES } from '../error-matcher/table-samples.ts';
import { editDistance } from '../lib/edit-distance.ts';
import type { Finding } from '../lib/finding.ts';
import { holesIn } from '../lib/holes.ts';
import { nearest } from '../lib/nearest.ts';
import type { TopicId } from '../topics.ts';
import { inWords } from './in-words.ts';

/** Front matter that is no YAML, has an unknown, missing or mistyped key, or a value outside its list. */
export function checkFrontMatter(source: ParsedNote, now = new Date()): Finding[] {
  const { file } = source;
  const { matter } = source;
  if (!hasMatter(source.text))
    return [
      {
        file,
        line: 1,
        found: source.text.trim() === '' ? 'an empty file' : 'a file that does not begin with front matter',
        allowed: '--- as the very first line, then YAML, then another ---',
        fix: /^\s+---\r?\n/.test(source.text)
          ? 'take out the empty lines above ---'
          : 'copy a template from content/_templates/',
      },
    ];
  if (matter.faults.length > 0) {
    return matter.faults.map(({ line, reason }) => ({
      file,
      line,
      found: `front matter that is no valid YAML: ${reason}`,
      allowed: 'YAML between two lines of ---',
      fix: 'quote texts that hold a colon, a brace or a backtick; copy the frame from content/_templates/',
    }));
  }
  const result = checkedMatter(matter, source.topic);
  if (!result) return [];
  const misplaced = checkPlace(source);
  if (misplaced) return [misplaced];
  const schema = schemaFor(source.topic as TopicId);
  if (result.success)
    return [
      ...checkReviewed(source, result.data.reviewed, now),
      ...(source.topic === 'troubleshooting'
        ? [...checkRows(source, result.data as FixData), ...checkHoles(source, result.data as FixData)]
        : []),
    ];
  const keys = Object.keys(schema.shape);
  return result.error.issues.flatMap((issue): Finding[] => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const where = path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        file,
        line: matter.lineOf([...path, key]),
        found: `unknown key "${key}"`,
        allowed: path.length > 0 ? issue.message : keys.join(', '),
        fix: suggestion(key, keys),
      }));
    }
    const value = at(matter.data, path);
    const missing = value === undefined;
    return [
      {
        file,
        line: matter.lineOf(path),
        found: missing ? `missing key "${where}"` : `${where}: ${JSON.stringify(value)}`,
        allowed: inWords(issue, value),
        fix: missing ? `add "${where}:"; content/_templates/ shows it` : `change ${where} to what is allowed`,
      },
    ];
  });
}

/** Whether a text begins with a line of ---; without one nothing else of the note can be judged. */
export const hasMatter = (text: string): boolean => /^(?:\uFEFF)?---\r?\n/.test(text);

/** A fix outside of troubleshooting, or another type in it: one finding says it, where the schema would say seven. */
function checkPlace({ file, topic, matter }: ParsedNote): Finding | undefined {
  const { type } = (matter.data ?? {}) as { type?: unknown };
  const isFix = type === 'fix';
  if (!['fix', 'concept', 'task', 'reference'].includes(String(type)) || isFix === (topic === 'troubleshooting'))
    return undefined;
  return {
    file,
    line: matter.lineOf(['type']),
    found: isFix ? `a fix in content/${topic}/` : `a ${String(type)} in content/troubleshooting/`,
    allowed: isFix ? 'fixes in content/troubleshooting/' : 'nothing but fixes in content/troubleshooting/',
    fix: isFix ? 'move the file to content/troubleshooting/' : 'move it to its topic, or make it a fix',
  };
}

/** Nobody has read a page tomorrow; a day of grace, since midnight is not everywhere at once. */
function checkReviewed({ file, matter }: ParsedNote, reviewed: string, now: Date): Finding[] {
  const latest = new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  if (reviewed <= latest) return [];
  return [
    {
      file,
      line: matter.lineOf(['reviewed']),
      found: `reviewed: ${reviewed}, which is still to come`,
      allowed: 'the day on which a person last read the page',
      fix: 'write the day of today, once you have read it',
    },
  ];
}

/** Titles and places in a section that two files claim. */
export function checkDuplicates(sources: readonly NoteOutline[]): Finding[] {
  const seen = new Map<string, NoteOutline>();
  const findings: Finding[] = [];
  const claim = (source: NoteOutline, key: string, path: string, found: string, fix: string) => {
    const other = seen.get(key);
    if (other)
      findings.push({
        file: source.file,
        line: source.matter.lineOf([path]),
        found: `${found}, and ${other.file}:${other.matter.lineOf([path])} has it too`,
        allowed: 'each only once',
        fix,
      });
    else seen.set(key, source);
  };
  for (const source of sources) {
    const data = source.matter.data as { title?: unknown; section?: unknown; order?: unknown } | undefined;
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

/** A status that only one fix names, a letter or two off one that others name. */
export function checkStatuses(notes: readonly NoteOutline[]): Finding[] {
  const named = notes.flatMap((note) =>
    [(note.matter.data as { status?: unknown } | undefined)?.status ?? []]
      .flat()
      .map((status) => ({ note, status: String(status) })),
  );
  const count = (status: string): number => named.filter((other) => other.status === status).length;
  const usual = [...new Set(named.map(({ status }) => status))].filter((status) => count(status) > 1);
  return named.flatMap(({ note, status }) => {
    if (count(status) > 1 || status.length < 6) return [];
    const near = nearest(status, usual);
    if (!near || editDistance(status, near, 3) > 2) return [];
    return [
      {
        file: note.file,
        line: note.matter.lineOf(['status']),
        found: `the pod status ${status}, which no other fix names`,
        allowed: 'statuses as kubectl get pods prints them',
        fix: `did you mean ${near}?`,
      },
    ];
  });
}

/** What a reader would paste: a message or a row of a table, whose columns are those of the table. */
function checkRows({ file, matter }: ParsedNote, { errors, rows }: FixData): Finding[] {
  if (errors.length + rows.length === 0)
    return [
      {
        file,
        line: 1,
        found: 'a fix without a message or a row',
        allowed: 'at least one of errors and rows',
        fix: 'add under errors what is printed, or under rows what a table says: { table: kubectl get pods, STATUS: Pending }',
      },
    ];
  return rows.flatMap(({ table, ...cells }, index) => {
    const columns = Object.keys(SAMPLES[table]);
    const unknown = Object.keys(cells).filter((column) => !columns.includes(column));
    const line = matter.lineOf(['rows', index]);
    if (Object.keys(cells).length === 0)
      return [
        { file, line, found: `a row of ${table} without a cell`, allowed: columns.join(', '), fix: 'name a column' },
      ];
    return unknown.map((column) => ({
      file,
      line,
      found: `the column ${column}, which ${table} does not print`,
      allowed: columns.join(', '),
      fix: suggestion(column, columns),
    }));
  });
}

function checkHoles(source: ParsedNote, data: FixData): Finding[] {
  const open = data.errors.flatMap((error, index) => {
    return [...textOf(error).matchAll(/\{([a-z]+)(?![a-z\d_-]*\})/g)].map(([, name = '']) => ({ name, index }));
  });
  if (open.length > 0)
    return open.map(({ name, index }) => ({
      file: source.file,
      line: source.matter.lineOf(['errors', index]),
      found: `the hole {${name} is not closed`,
      allowed: '{name}, in braces on both sides',
      fix: `write {${name}}`,
    }));
  const texts = [...data.errors.map(textOf), ...data.rows.flatMap(({ table: _, ...cells }) => Object.values(cells))];
  const named = new Set(texts.flatMap(holesIn));
  const missing = [...named].filter((hole) => data.holes[hole] === undefined);
  const unused = Object.keys(data.holes).filter((hole) => !named.has(hole));
  return [
    ...missing.map((hole) => ({
      file: source.file,
      line: source.matter.lineOf(['errors']),
      found: `{${hole}} in errors has no example`,
      allowed: 'an example value for every hole',
      fix: `add "${hole}: ..." under holes`,
    })),
    ...unused.map((hole) => ({
      file: source.file,
      line: source.matter.lineOf(['holes', hole]),
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
