/** Numbers of records as two signs, for Pagefind's list of pages. Pure. */

/** Printable signs that JSON writes as they are. */
const SIGNS = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .filter((sign) => !'"\\'.includes(sign))
  .join('');

/** The id of a record; two signs up to number 8,463. */
export function pageId(number: number): string {
  const rest = number % SIGNS.length;
  const head = (number - rest) / SIGNS.length;
  return (head < SIGNS.length ? SIGNS[head]! : pageId(head)) + SIGNS[rest]!;
}

/** The number again. */
export const pageNumber = (id: string): number =>
  [...id].reduce((number, sign) => number * SIGNS.length + SIGNS.indexOf(sign), 0);
