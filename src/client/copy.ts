import { announce } from './theme.ts';

/** Copy buttons: a block, one command of a list, one of a table, a link to a heading or to the page. */
export function startCopy(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy="code"]'))
    button.setAttribute('aria-label', `Copy: ${textFor(button).replace(/\s+/g, ' ').slice(0, 60)}`);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('[data-copy]');
    const anchor = event.target.closest<HTMLAnchorElement>('a.anchor');
    if (button?.dataset['copy'] === 'page') void copy(button, markdownOf(button));
    else if (button) void copy(button, textFor(button));
    // The link still works as a link: the address bar moves to the heading, and the address is on the clipboard.
    else if (anchor)
      void write(anchor.href).then(
        () => {
          anchor.dataset['state'] = 'copied';
          setTimeout(() => delete anchor.dataset['state'], 2000);
          announce('Link copied');
        },
        () => {},
      );
  });
}

/** What a button copies: the code beside it as it is shown. A comment above a command of a list stays behind. */
function textFor(button: HTMLElement): string {
  if (button.dataset['copy'] === 'link') return location.href.replace(/#.*$/, '');
  const place = button.closest('.cmd-line, td, .hit-cmd, .run, figure');
  const text = (place?.querySelector('code')?.textContent ?? '').replace(/\s+$/, '');
  return place?.matches('.cmd-line') ? text.replace(/^(?:\s*#.*\n)+/, '') : text;
}

/** The page as Markdown, from the address that stands beside the button. */
async function markdownOf(button: HTMLElement): Promise<string> {
  const answer = await fetch(button.parentElement?.querySelector('a')?.href ?? '');
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

async function copy(button: HTMLElement, text: string | Promise<string>): Promise<void> {
  const label = button.dataset['label'] ?? button.textContent ?? '';
  button.dataset['label'] = label;
  try {
    await write(await text);
    button.dataset['state'] = 'copied';
    button.textContent = 'Copied';
    announce(button.dataset['copy'] === 'link' ? 'Link copied' : 'Copied');
  } catch {
    button.dataset['state'] = 'failed';
    button.textContent = 'Failed';
    announce('Copying failed: the browser did not allow it. Select the text and copy it by hand.');
  }
  setTimeout(() => {
    delete button.dataset['state'];
    button.textContent = label;
  }, 2000);
}

/** Without TLS a browser has no clipboard to write to: there the old way has to do. */
async function write(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  const focused = document.activeElement;
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  if (!copied) throw new Error('refused');
}
