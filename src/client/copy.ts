import { announce } from './theme.ts';

/** Copy buttons: a block's commands, one command of several, a link to a heading or to the page. */
export function startCopy(): void {
  addLineButtons();
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('[data-copy]');
    const anchor = event.target.closest<HTMLAnchorElement>('a.anchor');
    if (button) void copy(button, textFor(button));
    // The link still works as a link: the address bar moves to the heading, and the address is on the clipboard.
    else if (anchor)
      void navigator.clipboard?.writeText(anchor.href).then(
        () => announce('Link copied'),
        () => {},
      );
  });
}

function textFor(button: HTMLElement): string {
  if (button.dataset['copy'] === 'link') return location.href.replace(/#.*$/, '');
  const line = button.closest('.cmd-line') ?? button.closest('figure, .hit-cmd');
  const code = line?.querySelector('pre > code, :scope > code') ?? line;
  const clone = code?.cloneNode(true);
  if (!(clone instanceof Element)) return '';
  for (const other of clone.querySelectorAll('button')) other.remove();
  return (clone.textContent ?? '').replace(/\s+$/, '');
}

async function copy(button: HTMLElement, text: string): Promise<void> {
  const label = button.dataset['label'] ?? button.textContent ?? '';
  button.dataset['label'] = label;
  const visible = !button.classList.contains('copy-line');
  try {
    await navigator.clipboard.writeText(text);
    button.dataset['state'] = 'copied';
    if (visible) button.textContent = 'Copied';
    announce(button.dataset['copy'] === 'link' ? 'Link copied' : 'Copied');
  } catch {
    button.dataset['state'] = 'failed';
    if (visible) button.textContent = 'Failed';
    announce('Copying failed: the browser did not allow it. Select the text and copy it by hand.');
  }
  setTimeout(() => {
    delete button.dataset['state'];
    if (visible) button.textContent = label;
  }, 2000);
}

/** A block of several commands gets one small button a command, beside the one for all. */
function addLineButtons(): void {
  for (const line of document.querySelectorAll<HTMLElement>('.cmd-line')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-line';
    button.dataset['copy'] = 'code';
    button.setAttribute('aria-label', `Copy: ${(line.textContent ?? '').trim().slice(0, 60)}`);
    line.append(button);
  }
}
