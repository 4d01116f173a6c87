/** The messages of the fixes: each leads to one fix, and says enough to be found. Pure. */
import { type FixMessage, messagesOf, type NoteOutline, rowsOf } from '../content/read-note.ts';
import { compileSignatures, signaturesOf as signatureFileOf } from '../error-matcher/compile.ts';
import type { FixErrors, SignatureFile } from '../error-matcher/types.ts';
import type { Finding } from '../lib/finding.ts';

/** The fixes among the notes, as the matcher takes them. */
export function fixesOf(notes: readonly NoteOutline[]): FixErrors[] {
  return notes
    .filter(({ topic }) => topic === 'troubleshooting')
    .map((note) => {
      const errors: FixMessage[] = messagesOf(note);
      const { title, wraps, warning } = (note.matter.data ?? {}) as {
        title?: unknown;
        wraps?: unknown;
        warning?: unknown;
      };
      return {
        id: note.id,
        title: String(title ?? note.id),
        errors,
        rows: rowsOf(note),
        wraps: Array.isArray(wraps) ? wraps.map(String) : [],
        warning: warning === true,
        file: note.file,
        lineOf: (message: number) => errors[message]?.line ?? 1,
      };
    });
}

/** The messages of all fixes, compiled; the same notes are asked once. */
export function signaturesOf(notes: readonly NoteOutline[]): SignatureFile {
  const known = compiled.get(notes);
  if (known) return known;
  const file = signatureFileOf(fixesOf(notes));
  compiled.set(notes, file);
  return file;
}

const compiled = new WeakMap<readonly NoteOutline[], SignatureFile>();

/** What is wrong with the messages of all fixes. */
export const checkMessages = (notes: readonly NoteOutline[]): Finding[] => compileSignatures(fixesOf(notes)).findings;
