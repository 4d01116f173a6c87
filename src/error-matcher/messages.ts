import type { FixErrors } from './types.ts';

/** The text of a message, with or without a note. */
export function textOf(error: FixErrors['errors'][number]): string {
  return typeof error === 'string' ? error : error.text;
}
