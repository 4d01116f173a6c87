import { isTyping } from './typing.ts';

/** `?`, `[`, `]`, `c`, `f` and `x`, outside of fields: their code is fetched at the first use. */
export function startKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (!/^[?[\]cfx]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    void import('./keys-do.ts').then(({ act }) => act(event.key));
  });
}
