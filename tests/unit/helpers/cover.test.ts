import { expect, test } from 'vitest';
import { parsePage } from '../../../src/lib/html.ts';
import { coverOf, traitsOf } from '../../helpers/cover.ts';

const traits = (html: string) => traitsOf(parsePage(html));

test('a trait is an element with its classes and its role below its parent', () => {
  expect(traits('<p class="b a" id="x" aria-label="y">')).toContain('body > p.a.b[aria-label]');
  expect(traits('<ul><li role="none">')).toContain('ul > li[role=none]');
  expect(traits('<template><b></b></template>')).toContain('template > b');
  expect(traits('<p id="one">')).toEqual(traits('<p id="two">'));
});

test('a cover holds each trait with few pages', () => {
  const pages = new Map([
    ['/a/', new Set(['p', 'table'])],
    ['/b/', new Set(['p', 'table', 'figure'])],
    ['/c/', new Set(['p', 'nav'])],
    ['/d/', new Set(['nav'])],
  ]);
  expect(coverOf(pages)).toEqual(['/b/', '/c/']);
  expect(coverOf(new Map())).toEqual([]);
});
