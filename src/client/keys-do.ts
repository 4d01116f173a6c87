import { loadStyles } from '../lib/load-styles.ts';
import styles from '../styles/keys-help.css?url';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['/', 'Search'],
  ['Ctrl K', 'Search, from anywhere'],
  ['f', 'Filter the list or the sheet, where there is one'],
  ['c', 'Contents of the page'],
  ['x', 'What the flags of a command do; ← and → go on'],
  ['[  ]', 'Previous and next page'],
  ['Enter', 'In a value of a command: go on to the next one'],
  ['Esc', 'In a value: as it was before; else take marks away, close'],
  ['?', 'This list'],
];

/** `?` opens a list of the keys, `[` and `]` turn the page, `c` goes to the contents, `f` to the filter, `x` to the flags of a command. */
export function act(key: string): void {
  if (key === '?') void openHelp();
  else if (key === '[' || key === ']')
    document.querySelector<HTMLElement>(`a[rel="${key === '[' ? 'prev' : 'next'}"]`)?.click();
  else if (key === 'f') {
    const field = document.querySelector<HTMLInputElement>('[data-filter]');
    field?.focus();
    field?.select();
  } else if (key === 'x') void import('./flag-tip.ts').then(({ exploreFlags }) => exploreFlags());
  else {
    const toc = document.getElementById('toc');
    if (toc && !toc.checkVisibility()) toc.showPopover();
    toc?.querySelector('a')?.focus();
  }
}

/** Shows what the keys do; the element closes by Escape and gives the focus back. */
async function openHelp(): Promise<void> {
  await loadStyles(styles);
  document.querySelector('dialog.keys-help')?.remove();
  const dialog = document.createElement('dialog');
  dialog.className = 'keys-help';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const title = document.createElement('h2');
  title.id = 'keys-title';
  title.textContent = 'Keys';
  const list = document.createElement('dl');
  for (const [keys, does] of KEYS) {
    const [term, text, key] = [
      document.createElement('dt'),
      document.createElement('dd'),
      document.createElement('kbd'),
    ];
    key.textContent = keys;
    term.append(key);
    text.textContent = does;
    list.append(term, text);
  }
  const close = document.createElement('button');
  close.className = 'copy';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, list, close);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
