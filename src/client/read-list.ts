/** What was read in this browser, shown: ticks on the steps of learning paths, and the latest on the home page. */
import { readPages, savePages } from '../lib/read-pages.ts';
import { announce } from './theme.ts';

/** Marks the steps that were read and counts them; lists the latest pages with a button that forgets them. */
export function showReading(): void {
  const before = readPages();
  const known = new Set(before.map(([url]) => url));
  for (const list of document.querySelectorAll('[data-progress]')) {
    const links = [...list.querySelectorAll<HTMLAnchorElement>('a[data-step]')];
    const done = links.filter((link) => known.has(link.pathname));
    for (const link of done) link.dataset['read'] = '';
    const count = list.querySelector('[data-progress-count]');
    if (count && done.length > 0) count.textContent = `${done.length} of ${links.length} read`;
  }
  const box = document.querySelector<HTMLElement>('[data-read-list]');
  if (!box || before.length === 0) return;
  box.querySelector('ul')?.append(
    ...before.slice(0, 6).map(([url, text]) => {
      const [item, link] = [document.createElement('li'), document.createElement('a')];
      link.href = url;
      link.textContent = text;
      item.append(link);
      return item;
    }),
  );
  box.hidden = false;
  box.querySelector('button')?.addEventListener('click', () => {
    savePages([]);
    box.hidden = true;
    announce('The list of what you read is cleared');
  });
}
