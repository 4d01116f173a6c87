import type { Finding } from '../lib/finding.ts';
import { fillHoles } from '../lib/holes.ts';
import { isNumberName } from './hole-kinds.ts';
import { matchText } from './match.ts';
import { printedRow } from './table-samples.ts';
import type { FixErrors, SignatureFile } from './types.ts';

/** What is wrong with the rows that fixes name: a table with such a row has to lead to its fix. */
export function checkRows(fixes: readonly FixErrors[], file: SignatureFile): Finding[] {
  return fixes.flatMap((fix) =>
    (fix.rows ?? []).flatMap(({ table, cells, line }): Finding[] => {
      const values = Object.entries(cells).map(([column, text]) => [column, filled(text)]);
      const paste = printedRow(table, Object.fromEntries(values));
      const [first] = matchText(paste, file);
      if (first?.id === fix.id) return [];
      return [
        {
          file: fix.file ?? fix.id,
          line: line ?? 1,
          found: `a row of ${table} that leads to ${first ? first.id : 'no fix'}`,
          allowed: 'a row that leads to the fix that names it',
          fix: first ? `keep it in one of the two, or say more of it` : 'write the cell as the tool prints it',
        },
      ];
    }),
  );
}

/** A cell with a value in each hole. */
const filled = (text: string): string =>
  fillHoles(text, {})
    .map((part) => (part.hole === undefined ? part.text : isNumberName(part.hole) ? '7' : '7m'))
    .join('');
