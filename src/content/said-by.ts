/** What a reader sees of a fault, as it is printed: the messages of a fix, then the rows of tables. Pure. */
import { printedRow } from '../error-matcher/table-samples.ts';
import { fillHoles } from '../lib/holes.ts';
import type { FixData } from './schema/front-matter.ts';

/** A message with its {holes}, or a table of one row. */
export interface Said {
  readonly text: string;
  /** The release or the command that prints it. */
  readonly note?: string | undefined;
}

/** What a fix is known by, the likeliest first: all messages, and of each table one row. */
export function saidBy({ errors, rows, holes }: FixData): Said[] {
  const messages = errors.map((error): Said => (typeof error === 'string' ? { text: error } : error));
  return [
    ...messages,
    ...rows
      .filter((row, index) => rows.findIndex(({ table }) => table === row.table) === index)
      .map(({ table, ...cells }): Said => {
        const own = Object.entries(cells).map(([column, text]) => [column, filled(text, holes)]);
        return { text: printedRow(table, Object.fromEntries(own), 'telling'), note: `${table}, in part` };
      }),
  ];
}

/** The first of it in one line, for lists. */
export function firstSaid(fix: FixData): string {
  const [first] = saidBy(fix);
  const isRow = fix.errors.length === 0;
  return isRow ? (first?.text.split('\n')[1] ?? '').replace(/\s+/g, ' ') : filled(first?.text ?? '', fix.holes);
}

const filled = (text: string, holes: FixData['holes']): string =>
  fillHoles(text, holes)
    .map((part) => part.text)
    .join('');
