/** Results of the search page: one block a page, its best section first. */

import type { RecordText } from '../format/record-text.ts';
import { bestLine } from '../query/excerpt.ts';
import type { Group } from '../query/group-by-page.ts';
import { el, href } from './dom.ts';
import { kindOf } from './labels.ts';
import { lineNodes, markedText } from './pieces.ts';

type Keys = ReadonlySet<string>;

/** A block for a page; undefined while its texts have not been fetched. */
export function hitOf(group: Group, texts: ReadonlyMap<number, RecordText>, keys: Keys): HTMLElement | undefined {
  const [lead, ...parts] = group.records.flatMap((record) => texts.get(record) ?? []);
  if (!lead) return undefined;
  return el(
    'li',
    { class: 'hit' },
    el(
      'p',
      { class: 'hit-title' },
      el('a', { href: href(lead.url), 'data-search-result': true }, ...titleNodes(lead, keys)),
    ),
    pathOf(lead),
    excerptOf(lead, keys),
    parts.length > 0 &&
      el(
        'ul',
        { class: 'hit-parts' },
        ...parts.map((part) =>
          el(
            'li',
            {},
            el(
              'a',
              { href: href(part.url), 'data-search-result': true },
              ...markedText(part.headings.at(-1) ?? part.title, keys),
            ),
            ' ',
            ...shortExcerpt(part, keys),
          ),
        ),
      ),
  );
}

/** Title of a result: the page, and the headings down to the section. */
export function titleNodes({ title, headings }: RecordText, keys: Keys): Node[] {
  if (headings.length === 0) return markedText(title, keys);
  const above = [title, ...headings.slice(0, -1)].join(' / ');
  return [el('span', { class: 'hit-above' }, ...markedText(above, keys), ' / '), ...markedText(headings.at(-1)!, keys)];
}

/** Kind and place of a result, and the tools that its place does not tell. */
export function pathOf({ kind, crumbs, tools }: RecordText): HTMLElement {
  const place = crumbs.join(' / ');
  const more = tools.filter(
    (tool) => !place.toLowerCase().includes(tool) && !(tool === 'kubectl' && place.startsWith('Kubernetes')),
  );
  return el(
    'p',
    { class: 'hit-path' },
    el('span', { class: 'hit-kind' }, kindOf(kind)),
    ` ${[place, ...more].join(' · ')}`,
  );
}

function excerptOf(text: RecordText, keys: Keys): HTMLElement | undefined {
  const line = bestLine(text.lines, keys);
  if (!line) return undefined;
  if (line.kind === 'code') return el('div', { class: 'hit-cmd' }, el('code', {}, ...lineNodes(line, keys)));
  return el(
    'p',
    { class: 'hit-text' },
    ...(line.kind === 'output' ? [el('samp', {}, ...lineNodes(line, keys))] : lineNodes(line, keys)),
  );
}

function shortExcerpt(text: RecordText, keys: Keys): Node[] {
  const line = bestLine(text.lines, keys);
  if (!line) return [];
  return line.kind === 'text' ? lineNodes(line, keys) : [el('code', {}, ...lineNodes(line, keys))];
}
