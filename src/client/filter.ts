import { announce } from './theme.ts';

/** A field that leaves of a long page what holds its words: rows of sheets, entries of indexes. Escape clears it. */
export function startFilter(): void {
  const field = document.querySelector<HTMLInputElement>('[data-filter]');
  const main = document.querySelector('main');
  if (!field || !main) return;
  const items = [...main.querySelectorAll<HTMLElement>(field.dataset['filter'] || 'tbody tr')].map((element) => ({
    element,
    text: (element.textContent ?? '').toLowerCase(),
    group: groupOf(element),
  }));
  const groups = new Map<readonly HTMLElement[], boolean>();
  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const all = words.length === 0;
    let left = 0;
    // A section of a note that has no entries at all is no answer either.
    for (const heading of main.querySelectorAll<HTMLElement>('article > h2')) groups.set(groupOf(heading), all);
    for (const { group } of items) groups.set(group, all);
    for (const { element, text, group } of items) {
      const shown = words.every((word) => text.includes(word));
      element.hidden = !shown;
      if (shown) left += 1;
      if (shown) groups.set(group, true);
    }
    for (const [group, shown] of groups) for (const element of group) element.hidden = !shown;
    main.toggleAttribute('data-filtered', !all);
    const count = document.querySelector('[data-filter-count]');
    if (count) count.textContent = all ? '' : `${left} of ${items.length}`;
    if (!all) announce(`${left} of ${items.length} shown`);
  };
  field.addEventListener('input', apply);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || field.value === '') return;
    event.preventDefault();
    field.value = '';
    apply();
  });
  for (const chip of document.querySelectorAll<HTMLElement>('[data-filter-value]'))
    chip.addEventListener('click', () => {
      field.value = chip.dataset['filterValue'] ?? '';
      apply();
    });
  // A page that the browser has kept comes back with what was typed.
  if (field.value) apply();
}

const known = new Map<Element, readonly HTMLElement[]>();

/** What goes away with the last item of a part: a section of an index, or in a note all from its heading to the next. */
function groupOf(item: Element): readonly HTMLElement[] {
  const section = item.closest('section');
  const top = section ?? item.closest('article > *, main > div > *');
  if (!top) return [];
  const before = known.get(top);
  if (before) return before;
  const group: HTMLElement[] = [];
  if (section) group.push(section);
  else {
    let first: Element = top;
    while (first.previousElementSibling && first.tagName !== 'H2') first = first.previousElementSibling;
    if (first.tagName !== 'H2') return [];
    for (
      let next: Element | null = first;
      next && (next === first || next.tagName !== 'H2');
      next = next.nextElementSibling
    )
      if (next instanceof HTMLElement && !next.matches('nav, section')) group.push(next);
  }
  for (const element of section ? [top] : group) known.set(element, group);
  return group;
}
