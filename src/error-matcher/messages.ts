import type { FixErrors, MessageRow } from './types.ts';

/** The text of a message, with or without a note. */
export function textOf(error: FixErrors['errors'][number]): string {
  return typeof error === 'string' ? error : error.text;
}

/** A message as the page loads it. */
export function rowOf(error: FixErrors['errors'][number]): MessageRow {
  if (typeof error === 'string' || !(error.beside || error.within)) return textOf(error);
  const beside = (error.beside ?? []).join(' ').toLowerCase();
  return error.within ? [error.text, beside, error.within] : [error.text, beside];
}

/** A message as a log prints it: with a word, or in a field, without which it does not count. */
export function inItsPlace(error: FixErrors['errors'][number], text = textOf(error)): string {
  if (typeof error === 'string') return text;
  const fields = error.within?.[0]?.split('/') ?? [];
  const lines = [...fields.map((name) => `${name}:`), text].map((line, depth) => `${'  '.repeat(depth)}${line}`);
  return [...(error.beside?.slice(0, 1) ?? []), ...lines].join('\n');
}

/** The text of a message that the page has loaded. */
export const rowText = (row: MessageRow): string => (typeof row === 'string' ? row : row[0]);
