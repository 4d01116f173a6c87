/** `/` and Ctrl or Cmd + K open the search dialog; its code is fetched at the first use. */
export function startSearchKeys(): void {
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !k) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (!(event.target instanceof Element && event.target.closest('[data-search-open]'))) return;
    event.preventDefault();
    open();
  });
  if (sessionStorage.getItem('found')) void import('../search/highlight.ts').then(({ highlight }) => highlight());
}

function open(): void {
  // A page with a field of its own needs no dialog.
  const field = document.querySelector<HTMLTextAreaElement>('main form[role="search"] textarea');
  if (field) {
    field.focus();
    field.select();
    return;
  }
  import('../search/dialog.ts').then(
    ({ openDialog }) => openDialog(),
    () => location.assign(document.querySelector<HTMLAnchorElement>('[data-search-open]')?.href ?? '/search/'),
  );
}
