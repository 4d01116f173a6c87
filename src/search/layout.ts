/**
 * How a record lies in Pagefind's index. A word's place tells its field: the first slots hold the words of breadcrumb,
 * title and heading, the rest the text in reading order. A hyphen fills an empty slot: Pagefind counts it and indexes nothing.
 */
import type { SearchRecord } from './records.ts';
import { type Token, tokenise } from './tokens.ts';

export const CONTEXT_SLOTS = 8;
export const TITLE_SLOTS = 12;
export const HEADING_SLOTS = 12;
const TITLE_AT = CONTEXT_SLOTS;
const HEADING_AT = TITLE_AT + TITLE_SLOTS;
export const BODY_AT = HEADING_AT + HEADING_SLOTS;

/** Ends every word, so that Pagefind, which searches prefixes, tells `pod` from `podman`. */
export const END = 'þ';

export type Field = 'context' | 'title' | 'heading' | 'body';

/** The field of a word by its place. */
export const fieldOf = (place: number): Field => (place >= BODY_AT ? 'body' : place >= HEADING_AT ? 'heading' : place >= TITLE_AT ? 'title' : 'context');

/** The words of a record's fields. */
export function fieldsOf(record: SearchRecord): Record<Field, string[]> {
  const heading = record.headings.length > 0 ? [...record.headings].reverse().join(' ') : record.title;
  return {
    context: distinct(keys(`${record.crumbs.join(' ')} ${record.topic} ${record.tools.join(' ')}`)),
    // The title of an opening is its heading already.
    title: record.headings.length > 0 ? distinct(keys(record.title)) : [],
    heading: distinct(keys(heading)),
    body: [...record.lines.flatMap(({ text }) => keys(text)), ...keys(record.description)],
  };
}

/** What Pagefind gets as content of a record. */
export function contentOf(record: SearchRecord): string {
  const { context, title, heading, body } = fieldsOf(record);
  return [...slots(context, CONTEXT_SLOTS), ...slots(title, TITLE_SLOTS), ...slots(heading, HEADING_SLOTS), ...body.map((word) => word + END)].join(' ');
}

const keys = (text: string): string[] => tokenise(text).map(({ key }: Token) => key);
const distinct = (words: readonly string[]): string[] => [...new Set(words)];
const slots = (words: readonly string[], size: number): string[] => Array.from({ length: size }, (_, index) => (words[index] === undefined ? '-' : words[index] + END));
