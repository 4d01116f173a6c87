/** What a flag of a command does, beside it: read from the list at the end of the page, so that nothing is fetched. */
import { loadStyles } from '../lib/load-styles.ts';
import styles from '../styles/flag-tip.css?url';
import { linesFor, type Told } from './flag-lines.ts';
import { textBefore } from './text-before.ts';
import { announce } from './theme.ts';

const tip = document.createElement('div');
tip.className = 'flag-tip';
tip.popover = 'auto';

/** Shows it below the flag, until Escape or a click elsewhere. */
export async function tellFlag(flag: HTMLElement): Promise<void> {
  const found = linesFor(flag.textContent ?? '', textBefore(flag), listed());
  if (found.length === 0) return;
  await loadStyles(styles);
  tip.replaceChildren(
    ...found.map(({ names, says, commands }) => {
      const [line, name, of] = ['p', 'code', 'small'].map((tag) => document.createElement(tag)) as [
        HTMLElement,
        HTMLElement,
        HTMLElement,
      ];
      name.textContent = names;
      of.textContent = commands.join(', ');
      line.append(name, ` ${says} `, of);
      return line;
    }),
  );
  if (!tip.isConnected) document.querySelector('main')?.append(tip);
  const { left, bottom } = flag.getBoundingClientRect();
  tip.showPopover();
  tip.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - tip.offsetWidth - 8)) + scrollX}px`;
  tip.style.top = `${bottom + scrollY + 6}px`;
  announce(found.map(({ names, says }) => `${names}: ${says}`).join('. '));
}

/** Goes to the first flag of the command at hand: arrows lead on, Escape back to where the focus was. No flag is a stop of Tab. */
export function exploreFlags(): void {
  const all = [...document.querySelectorAll<HTMLElement>('.fl')].filter((flag) => flag.checkVisibility());
  const from = document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
  const command = from.closest('.cmd-line, figure.cmd, tr, p, li');
  const first =
    all.find((flag) => command?.contains(flag)) ??
    all.find(
      (flag) => (from.compareDocumentPosition(flag) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && isBelow(flag),
    ) ??
    all[0];
  if (!first) return;
  const go = (flag: HTMLElement | undefined) => {
    if (!flag) return;
    flag.tabIndex = -1;
    flag.focus();
    void tellFlag(flag);
  };
  const leave = new AbortController();
  const { signal } = leave;
  document.addEventListener(
    'keydown',
    (event) => {
      const at = all.indexOf(event.target as HTMLElement);
      if (at < 0) return;
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) go(all[at + step]);
      else if (event.key === 'Escape') {
        if (from === document.body) all[at]?.blur();
        else from.focus();
      } else return;
      event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (all.includes(relatedTarget as HTMLElement)) return;
      leave.abort();
      tip.hidePopover();
    },
    { signal },
  );
  go(first);
}

/** Whether an element stands in sight or below it: what was scrolled past is not meant. */
const isBelow = (element: Element): boolean => element.getBoundingClientRect().top > 64;

/** The list at the end of the page. */
const listed = (): Told[] =>
  [...document.querySelectorAll('.flags dt')].map((term) => {
    const text = term.nextElementSibling;
    return {
      names: term.textContent ?? '',
      says: text?.firstChild?.textContent?.trim() ?? '',
      commands: (text?.querySelector('small')?.textContent ?? '').split(', '),
    };
  });
