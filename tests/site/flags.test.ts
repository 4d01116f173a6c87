import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordsOf } from '../../src/built-site/records.ts';
import { linesFor } from '../../src/client/flag-lines.ts';
import { findFirst, hasClass, isElement } from '../../src/lib/html.ts';
import { DIST, type Element, filesOf, readPages, textOf } from './dist.ts';

const pages = readPages().filter(({ elements }) => elements.some((element) => hasClass(element, 'fl')));

/** The text of the code that holds an element, up to it. */
function before(element: Element): string {
  let code: Element = element;
  while (code.tagName !== 'code' && code.parentNode && isElement(code.parentNode)) code = code.parentNode;
  let text = '';
  let found = false;
  const visit = (node: Element['childNodes'][number]): void => {
    if (node === element) found = true;
    if (found) return;
    if ('value' in node) text += node.value;
    else if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  code.childNodes.forEach(visit);
  return text;
}

it('every flag that can be asked is explained by the list of its page', () => {
  let asked = 0;
  const mute = pages.flatMap(({ url, elements }) => {
    const list = elements
      .filter((element) => element.tagName === 'dt' && element.parentNode && isElement(element.parentNode))
      .filter(({ parentNode: own }) => hasClass((own as Element).parentNode as Element, 'flags'))
      .map((term) => {
        const { childNodes } = term.parentNode as Element;
        const text = childNodes.slice(childNodes.indexOf(term) + 1).find(isElement);
        const of = text && findFirst(text, ({ tagName }) => tagName === 'small');
        return { names: textOf(term), says: '', commands: of ? textOf(of).split(', ') : [] };
      });
    return elements
      .filter((element) => hasClass(element, 'fl'))
      .flatMap((element) => {
        asked += 1;
        return linesFor(textOf(element), before(element), list).length === 0
          ? `${url}: ${before(element)}${textOf(element)}`
          : [];
      });
  });
  console.log(`${asked} flags on ${pages.length} pages`);
  expect(asked).toBeGreaterThan(3000);
  expect(mute).toEqual([]);
});

it('neither the search nor the Markdown of a page holds the list', () => {
  const found = pages
    .flatMap((page) => recordsOf(page.document, page.url))
    .flatMap(({ lines }) => lines.map(({ text }) => text));
  expect(found.length).toBeGreaterThan(5000);
  expect(found.filter((text) => /Flags on this page|Allocate a pseudo-TTY/.test(text))).toEqual([]);
  const twins = filesOf().filter((file) => file.endsWith('.md'));
  expect(twins.filter((file) => readFileSync(join(DIST, file), 'utf8').includes('Flags on this page'))).toEqual([]);
});
