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

/** Components by name with the attributes that they need. */
const COMPONENTS: Readonly<Record<string, readonly string[]>> = {
  Steps: [],
  Sidenote: [],
  Was: [],
  Aside: ['title'],
  Danger: ['title', 'lost', 'look', 'undo'],
  Changed: ['id'],
  Example: ['file'],
  Figure: ['file', 'title'],
};

/** Components, and the files and entries that they and the front matter name, exist. */
export function checkReferences(source: ParsedNote, known: References): Finding[] {
  const { file } = source;
  const data = source.matter.data as { sources?: { notes?: unknown[] }; related?: unknown[] } | undefined;
  const must = (line: number, what: string, value: string, set: ReadonlySet<string>, where: string): Finding[] => {
    if (set.has(value)) return [];
    const near = nearest(value, set);
    return [
      {
        file,
        line,
        found: `${what} "${value}", which does not exist`,
        allowed: where,
        fix: near ? `did you mean "${near}"?` : `add it to ${where}, or name one that is there`,
      },
    ];
  };
  const inBody = source.components.flatMap(({ name, attributes, line }) => {
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
      return must(line, '<Changed> id', attributes['id'] ?? '', known.changes, 'content/changes.yaml');
    if (name === 'Example')
      return must(line, 'the example', attributes['file'] ?? '', known.examples, 'content/examples/');
    if (name === 'Figure')
      return must(line, 'the diagram', attributes['file'] ?? '', known.diagrams, 'content/diagrams/');
    return [];
  });
  const notes = (data?.sources?.notes ?? []).flatMap((id, index) =>
    must(
      source.matter.lineOf(['sources', 'notes', index]),
      'the note',
      String(id),
      known.sourceNotes,
      'content/sources.yaml',
    ),
  );
  const related = (data?.related ?? []).flatMap((id, index) =>
    must(
      source.matter.lineOf(['related', index]),
      'the related fix',
      String(id),
      known.fixes,
      'content/troubleshooting/',
    ),
  );
  return [...inBody, ...notes, ...related];
}
