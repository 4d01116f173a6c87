import { isTyping } from './typing.ts';

/** `?` opens a list of the keys, `[` and `]` turn the page, `c` goes to the contents. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || document.querySelector('dialog[open]'))
      return;
    if (event.key === '?') void import('./keys-help.ts').then(({ openHelp }) => openHelp());
    else if (event.key === '[' || event.key === ']')
      document.querySelector<HTMLElement>(`a[rel="${event.key === '[' ? 'prev' : 'next'}"]`)?.click();
    else if (event.key === 'c') {
      const toc = document.getElementById('toc');
      if (!toc) return;
      if (!toc.checkVisibility()) toc.showPopover();
      toc.querySelector('a')?.focus();
    } else return;
    event.preventDefault();
  });
}
