import { isTyping } from './typing.ts';

/** What is typed after the key while the dialog's code is still on its way. */
let early: string | undefined;

/** `/` and Ctrl or Cmd + K open the search dialog; its code is fetched at the first use. */
export function startSearchKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (early !== undefined) return catchEarly(event);
    const slash = event.key === '/' && !isTyping(event) && !event.ctrlKey && !event.metaKey && !event.altKey;
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
  if (sessionStorage.getItem('found')) void import('../search/ui/highlight.ts').then(({ highlight }) => highlight());
}

function open(): void {
  // A page with a field of its own needs no dialog.
  const field = document.querySelector<HTMLTextAreaElement>('main form[role="search"] textarea');
  if (field) {
    field.focus();
    field.select();
    return;
  }
  early ??= '';
  import('../search/ui/dialog.ts')
    .then(
      ({ openDialog }) => openDialog(() => early ?? ''),
      () => location.assign(document.querySelector<HTMLAnchorElement>('[data-search-open]')?.href ?? '/search/'),
    )
    .finally(() => {
      early = undefined;
    });
}

function catchEarly(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key.length === 1) early += event.key;
  else if (event.key === 'Backspace') early = early?.slice(0, -1);
  else return;
  event.preventDefault();
}
