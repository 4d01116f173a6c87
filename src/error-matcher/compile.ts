import type { Finding } from '../lib/finding.ts';
import { checkMessages } from './check-messages.ts';
import { checkRows } from './check-rows.ts';
import { GENERAL_WORDS, GRAMMAR_WORDS } from './common-words.ts';
import { rowOf, textOf } from './messages.ts';
import { parsePattern, shapeOf } from './pattern.ts';
import type { FixErrors, FixRow, SignatureFile } from './types.ts';

const byId = (fixes: readonly FixErrors[]) => [...fixes].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Compiles the messages of all fixes to the file that the search page loads, and says what is wrong with them. */
export function compileSignatures(fixes: readonly FixErrors[]): { file: SignatureFile; findings: Finding[] } {
  const file = signaturesOf(fixes);
  return { file, findings: [...checkMessages(byId(fixes), file), ...checkRows(fixes, file)] };
}

/** The file alone: to check each message takes a hundred times as long. */
export function signaturesOf(fixes: readonly FixErrors[]): SignatureFile {
  const sorted = byId(fixes);
  const rows = sorted.map((fix): FixRow => {
    const wraps = [...(fix.wraps ?? []), ...(fix.warning ? ['warning'] : [])];
    const rows = distinct(fix.errors).map(rowOf);
    return wraps.length > 0 ? [fix.id, fix.title, rows, wraps] : [fix.id, fix.title, rows];
  });
  const used = new Set(sorted.flatMap(({ errors }) => errors.flatMap((error) => parsePattern(textOf(error)).words)));
  const common = [GRAMMAR_WORDS, GENERAL_WORDS].map((list) => [...list].filter((word) => used.has(word)).join(' '));
  return {
    v: 2,
    common: [common[0] ?? '', common[1] ?? ''],
    fixes: rows,
    rows: sorted.flatMap((fix, number) => (fix.rows ?? []).map(({ table, cells }) => [number, table, cells] as const)),
  };
}

/** Messages that differ in case or punctuation only are found alike: the first one will do. */
function distinct(errors: FixErrors['errors']): FixErrors['errors'][number][] {
  const seen = new Set<string>();
  return errors.filter((error) => {
    const key = shapeOf(textOf(error));
    return !seen.has(key) && seen.add(key);
  });
}
