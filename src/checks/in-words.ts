/** What a schema allows, in words: its own messages are made for programmers. Pure. */

/** The part of an issue of a schema that says what is allowed. */
export interface SchemaIssue {
  readonly message: string;
  readonly code?: string | undefined;
  readonly origin?: string | undefined;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly format?: string | undefined;
  readonly expected?: unknown;
  readonly values?: readonly unknown[] | undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text; in quotes if it holds a colon, a brace or a #',
  number: 'a number',
  int: 'a whole number',
  array: 'a list: [one, two], or lines that begin with a dash',
  object: 'keys and values, indented',
  boolean: 'true or false',
};

/** Says what would be right instead of `value`. */
export function inWords(
  { message, code, origin, minimum, maximum, format, expected, values }: SchemaIssue,
  value: unknown,
): string {
  const size = origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
  const has = typeof value === 'string' ? `; it has ${value.length}` : '';
  if (code === 'too_small') return `at least ${String(minimum)}${size}${has}`;
  if (code === 'too_big') return `at most ${String(maximum)}${size}${has}`;
  if (code === 'invalid_format' && format === 'date') return 'a day such as 2026-11-21';
  if (code === 'invalid_format' && format === 'url') return 'an address such as https://docs.docker.com/engine/';
  if (code === 'invalid_type') return KINDS[String(expected)] ?? message;
  if (code === 'invalid_value' && values) return values.join(', ');
  if (code === 'invalid_union') return 'one of the forms that STYLE.md and the schema show';
  return message;
}
