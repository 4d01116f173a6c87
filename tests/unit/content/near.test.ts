import { expect, it } from 'vitest';
import { near } from '../../../src/content/near.ts';

const list = (length: number) => Array.from({ length }, (_, index) => index);

it.each([
  ['a short list is whole', 50, 3, 0, 49],
  ['of a long one the neighbours', 500, 100, 80, 120],
  ['at its beginning', 500, 2, 0, 40],
  ['at its end', 500, 499, 459, 499],
  ['without a current one its beginning', 500, -1, 0, 40],
])('%s', (_, length, current, first, last) => {
  const shown = near(list(length), (one) => one === current);
  expect([shown[0], shown.at(-1), shown.length]).toEqual([first, last, last - first + 1]);
});
