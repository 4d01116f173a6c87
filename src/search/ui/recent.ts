/** Recent searches, shown while nothing is asked. */
import { writeAddress } from './address.ts';
import { el, href } from './dom.ts';
import { recentSearches } from './storage.ts';

/** The list with its button, or nothing. */
export function recentNodes(): HTMLElement[] {
  const recent = recentSearches();
  if (recent.length === 0) return [];
  return [
    el(
      'section',
      { class: 'group recent' },
      el(
        'h2',
        {},
        'Recent searches',
        ' ',
        el('button', { type: 'button', class: 'link-button', 'data-recent-clear': true }, 'Clear'),
      ),
      el(
        'ul',
        {},
        ...recent.map((text) =>
          el('li', {}, el('a', { href: href(`/search/${writeAddress({ text })}`), 'data-recent': text }, text)),
        ),
      ),
    ),
  ];
}
