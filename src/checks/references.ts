import type { ParsedNote } from '../content/read-note.ts';
import type { Finding } from '../lib/finding.ts';
import { nearest } from '../lib/nearest.ts';

/** What notes may name: ids of the data files, and files below content/. */
export interface References {
  readonly sourceNotes: ReadonlySet<string>;
  readonly changes: ReadonlySet<string>;
  readonly fixes: ReadonlySet<string>;
  readonly examples: ReadonlySet<string>;
  readonly diagrams: ReadonlySet<string>;
}

/** Components by name with the attributes that they need; only an Aside takes one more. */
const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Steps: [],
  Sidenote: [],
  Was: [],
  Aside: ['title'],
  Danger: ['title', 'lost', 'look', 'undo'],
  Changed: ['id'],
  Example: ['file'],
  Figure: ['file', 'title'],
  Tabs: ['kind'],
  Tab: ['name'],
};

/** Components, and the files and entries that they and the front matter name, exist. */
export function checkReferences(source: ParsedNote, known: References): Finding[] {
  const { file } = source;
  const data = source.matter.data as { sources?: { notes?: unknown[] }; related?: unknown[] } | undefined;
  const must = (
    line: () => number,
    what: string,
    value: string,
    set: ReadonlySet<string>,
    where: string,
  ): Finding[] => {
    if (set.has(value)) return [];
    const near = nearest(value, set);
    return [
      {
        file,
        line: line(),
        found: `${what} "${value}", which does not exist`,
        allowed: where,
        fix: near ? `did you mean "${near}"?` : `add it to ${where}, or name one that is there`,
      },
    ];
  };
  const inBody = source.components.flatMap(({ name, attributes, children, line }) => {
    const needed = COMPONENTS[name];
    if (!needed)
      return [
        {
          file,
          line,
          found: `<${name}>`,
          allowed: Object.keys(COMPONENTS).join(', '),
          fix: 'use one of these components, or put the text in backticks',
        },
      ];
    const optional = name === 'Aside' ? ['kind'] : [];
    const unknown = Object.keys(attributes).find((attribute) => ![...needed, ...optional].includes(attribute));
    if (unknown !== undefined) {
      const near = nearest(unknown, [...needed, ...optional]);
      return [
        {
          file,
          line,
          found: `<${name} ${unknown}>`,
          allowed: [...needed, ...optional].join(', ') || 'no attributes',
          fix: near ? `did you mean ${near}?` : 'take it out',
        },
      ];
    }
    if (name === 'Aside' && 'kind' in attributes && !['info', 'caution'].includes(attributes['kind'] ?? ''))
      return [
        {
          file,
          line,
          found: `<Aside kind="${attributes['kind']}">`,
          allowed: 'kind="caution", or none',
          fix: 'did you mean kind="caution"?',
        },
      ];
    if (name === 'Steps' && children.join() !== 'list')
      return [
        {
          file,
          line,
          found: children.includes('list')
            ? '<Steps> with something beside its list, such as a paragraph that is not indented'
            : '<Steps> without a numbered list directly inside',
          allowed: 'a numbered list, with an empty line above and below it',
          fix: 'write the steps as "1. ..."',
        },
      ];
    const missing = needed.filter((attribute) => !attributes[attribute]);
    if (missing.length > 0)
      return [
        {
          file,
          line,
          found: `<${name}> without ${missing.join(', ')}`,
          allowed: needed.map((attribute) => `${attribute}="..."`).join(' '),
          fix: 'add what is missing',
        },
      ];
    if (name === 'Changed')
      return must(() => line, '<Changed> id', attributes['id'] ?? '', known.changes, 'content/changes.yaml');
    if (name === 'Example')
      return must(() => line, 'the example', attributes['file'] ?? '', known.examples, 'content/examples/');
    if (name === 'Figure')
      return must(() => line, 'the diagram', attributes['file'] ?? '', known.diagrams, 'content/diagrams/');
    return [];
  });
  const notes = (data?.sources?.notes ?? []).flatMap((id, index) =>
    must(
      () => source.matter.lineOf(['sources', 'notes', index]),
      'the note',
      String(id),
      known.sourceNotes,
      'content/sources.yaml',
    ),
  );
  const related = (data?.related ?? []).flatMap((id, index) => {
    const line = () => source.matter.lineOf(['related', index]);
    if (id === source.id && source.topic === 'troubleshooting')
      return [
        {
          file,
          line: line(),
          found: 'a fix that is related to itself',
          allowed: 'other fixes',
          fix: `take ${String(id)} out`,
        },
      ];
    return must(line, 'the related fix', String(id), known.fixes, 'content/troubleshooting/');
  });
  return [...inBody, ...notes, ...related];
}
