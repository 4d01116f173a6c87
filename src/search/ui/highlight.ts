/** Marks on a page the words that led to it, and fills in what a pasted message said. The address stays as it is. */
import { spansOf } from '../query/excerpt.ts';
import { takeFound } from './storage.ts';

const MOST = 150;

/** Runs once on a page that a search result led to. */
export function highlight(): void {
  const found = takeFound();
  const main = document.querySelector('main');
  if (!found || !main || found.path !== location.pathname) return;
  const keys = new Set(found.keys);
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('script, style, button, code, pre, .ph, .anchor, nav, form, input, svg')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  let left = MOST;
  for (const node of nodes) {
    // From the end, so that the places before stay right.
    for (const [start, end] of spansOf(node.data, keys).reverse()) {
      if (left-- <= 0) break;
      const word = node.splitText(start);
      word.splitText(end - start);
      const mark = document.createElement('mark');
      mark.className = 'found-word';
      word.replaceWith(mark);
      mark.append(word);
    }
  }
  fill(found.values);
  document.addEventListener('keydown', clear);
}

/** Escape takes the marks away. */
function clear({ key }: KeyboardEvent): void {
  if (key !== 'Escape') return;
  document.removeEventListener('keydown', clear);
  for (const mark of document.querySelectorAll('mark.found-word')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/** Values take the place of the examples, for as long as the page is open; the reader's own come before. */
function fill(values: Readonly<Record<string, string>>): void {
  const filled: HTMLElement[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (!value || /[\s\p{Cc}]/u.test(value) || value.length > 100) continue;
    for (const element of document.querySelectorAll<HTMLElement>(`.ph[data-name="${CSS.escape(name)}"]`)) {
      element.dataset['example'] = value;
      filled.push(element);
    }
    for (const input of document.querySelectorAll<HTMLInputElement>(`.values input[name="${CSS.escape(name)}"]`))
      input.placeholder = value;
  }
  // As if another tab had changed a value: all is shown anew.
  dispatchEvent(new StorageEvent('storage', { key: null }));
  for (const element of filled) element.setAttribute('data-set', '');
}
