import { GENERAL_WORDS, GRAMMAR_WORDS } from './common-words.ts';
import { textOf } from './messages.ts';
import { parsePattern, shapeOf } from './pattern.ts';
import { findProblems } from './refuse.ts';
import type { FixErrors, Problem, SignatureFile } from './types.ts';

/** Compiles the messages of all fixes to the file that the search page loads, and says what is wrong with them. */
export function compileSignatures(fixes: readonly FixErrors[]): { file: SignatureFile; problems: Problem[] } {
  const sorted = [...fixes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map(({ id, title, errors }) => [id, title, distinct(errors.map(textOf))] as const);
  const used = new Set(rows.flatMap(([, , errors]) => errors.flatMap((text) => parsePattern(text).words)));
  const common = [GRAMMAR_WORDS, GENERAL_WORDS].map((list) => [...list].filter((word) => used.has(word)).join(' '));
  const file: SignatureFile = { v: 1, common: [common[0] ?? '', common[1] ?? ''], fixes: rows };
  return { file, problems: findProblems(sorted, file) };
}

/** Messages that differ in case or punctuation only are found alike: the first one will do. */
function distinct(errors: readonly string[]): string[] {
  const seen = new Set<string>();
  return errors.filter((text) => {
    const key = shapeOf(text);
    return !seen.has(key) && seen.add(key);
  });
}
