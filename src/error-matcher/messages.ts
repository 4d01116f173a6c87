import type { FixErrors, MessageRow } from './types.ts';

/** The text of a message, with or without a note. */
export function textOf(error: FixErrors['errors'][number]): string {
  return typeof error === 'string' ? error : error.text;
}

/** A message as the page loads it. */
export function rowOf(error: FixErrors['errors'][number]): MessageRow {
  return typeof error === 'string' || !error.beside?.length
    ? textOf(error)
    : [error.text, error.beside.join(' ').toLowerCase()];
}

/** The text of a message that the page has loaded. */
export const rowText = (row: MessageRow): string => (typeof row === 'string' ? row : row[0]);
