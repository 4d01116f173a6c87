/** Links that narrow the results by kind and topic, with how many each leaves. */

import type { Outcome } from '../query/group-by-page.ts';
import { type Asked, writeAddress } from './address.ts';
import { el } from './dom.ts';
import { kindsOf, topicOf } from './labels.ts';

/** The two lists; empty ones are left out, and so is a list of one. */
export function filterNodes(outcome: Outcome, asked: Asked): HTMLElement[] {
  return [
    ...list('Kind', 'kind', outcome.kinds, asked, kindsOf),
    ...list('Topic', 'topic', outcome.topics, asked, topicOf),
  ];
}

function list(
  title: string,
  name: 'kind' | 'topic',
  counts: ReadonlyMap<string, number>,
  asked: Asked,
  label: (value: string) => string,
): HTMLElement[] {
  const current = asked[name];
  if (counts.size < 2 && !current) return [];
  const total = [...counts.values()].reduce((sum, own) => sum + own, 0);
  const values = [...counts].sort((a, b) => b[1] - a[1]);
  if (current && !counts.has(current)) values.push([current, 0]);
  const row = (value: string | undefined, text: string, number: number) =>
    el(
      'li',
      {},
      el(
        'a',
        {
          href: writeAddress({ ...asked, [name]: value }) || '#',
          'data-filter': name,
          'data-value': value ?? '',
          'aria-current': current === value ? 'true' : undefined,
        },
        text,
        ' ',
        el('span', { class: 'num' }, String(number)),
      ),
    );
  return [
    el('h2', {}, title),
    el(
      'ul',
      {},
      row(undefined, 'Everything', total),
      ...values.map(([value, number]) => row(value, label(value), number)),
    ),
  ];
}
